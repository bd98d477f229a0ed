import type { Random } from './random.ts';

/** Ordinary given and family names, combined at random. If a real person has such a name, it is a
 *  coincidence. */
const GIVEN_NAMES =
  `Adèle Adrien Agathe Alain Alexis Alice Aline Amandine Amélie Anaïs André Anne Antoine Arnaud Arthur Audrey
Aurélie Aurore Baptiste Bastien Béatrice Benoît Bérénice Bruno Camille Carole Caroline Cécile Cédric Céline
Chloé Christelle Christophe Clément Clémence Colette Corentin Coralie Damien Daniel David Delphine Denis Diane
Dorothée Édith Élise Élodie Éloïse Émeline Émile Emma Éric Estelle Étienne Eugénie Fabien Fabrice Fanny Farid
Flavie Florence Florian Franck Françoise Frédéric Gaëlle Geoffroy Géraldine Gilles Grégoire Guillaume Hélène
Henri Hugo Inès Isabelle Ismaël Jacques Jeanne Jérôme Joëlle Jonathan Josiane Judith Julien Juliette Karim
Karine Laetitia Laurence Laurent Léa Leïla Lionel Loïc Louise Luc Lucie Ludovic Madeleine Maëlle Magali Malika
Manon Marc Margot Mathieu Maud Maxime Mélanie Mickaël Mireille Mohamed Muriel Myriam Nadège Nadia Nathalie
Nicolas Noémie Odile Olivier Pascal Patrice Pauline Perrine Philippe Quentin Rachid Raphaël Régis Rémi Romain
Rosalie Sabine Samia Samuel Sandrine Sarah Sébastien Serge Simon Solène Sonia Stéphane Sylvain Tanguy Théo
Thierry Thomas Tiphaine Valentin Valérie Véronique Victor Vincent Virginie Xavier Yann Yasmine Yves Zoé`
    .split(/\s+/)
    .filter(Boolean);

const FAMILY_NAMES =
  `Abadie Alix Amiot Arbelot Aubertin Auclair Bailly Barbier Baudot Beaufils Bellanger Belin Benali Bernardot
Berthier Billard Blanchet Boisseau Bonin Bordet Bouhot Boulay Bourdin Bourgeot Bressan Brunet Buisson Cadet
Caillot Carlier Chabot Chambard Champion Chapuis Charlot Chauvin Chevrier Clerget Coindet Collin Cordier Cornu
Coulon Courtois Couturier Crépin Cuenot Dallery Darcy Daumas Delorme Demange Desbois Desvignes Diallo Dubreuil
Dufour Dumontet Durieux Escoffier Fabre Faivre Favier Fèvre Fontaine Forestier Fournel Gagnard Gaillard Garnier
Gauthey Genty Gerbet Germain Gillot Girardot Gonin Goujon Grandin Grivot Guenot Guillemin Guyard Haddad Henriot
Humblot Jacotot Jacquin Janin Jeannin Joly Jouffroy Journet Jussiaux Khelifi Labbé Lacombe Lagrange Lambert
Lanier Larcher Laroche Laurençot Lebeau Leclerc Lefranc Legros Lemoine Lesage Lhuillier Lombard Loriot Maire
Malet Mansour Marceau Marchal Maréchal Martenot Masson Mathey Mercey Michaud Mignot Millot Monnier Moreau
Morlot Mugnier Naudin Nicolle Noirot Odin Olivier Ozanne Paquet Parisot Pelletier Perrault Petitjean Philibert
Picard Pillot Poncet Poulain Prudent Quantin Quillot Ragot Raimbault Ravier Renard Renaudin Richardot Rigaud
Robelin Rolland Rossignol Roussel Roy Sauvageot Seguin Simonnot Sirugue Soulier Tainturier Terrand Tessier
Thévenin Thibaut Tissier Toussaint Trémeau Truchot Vachet Vallet Varenne Vaudin Verdier Vernier Viard Vincenot
Voisin Vuillemin Wagner Ximenes Zimmer`
    .split(/\s+/)
    .filter(Boolean);

/** Given names of people who choose the masculine form. */
const MASCULINE_NAMES = new Set(
  `Adrien Alain Alexis André Antoine Arnaud Arthur Baptiste Bastien Benoît Bruno Cédric Christophe Clément
Corentin Damien Daniel David Denis Émile Éric Étienne Fabien Fabrice Farid Florian Franck Frédéric Geoffroy Gilles
Grégoire Guillaume Henri Hugo Ismaël Jacques Jérôme Jonathan Julien Karim Laurent Lionel Loïc Luc Ludovic Marc
Mathieu Maxime Mickaël Mohamed Nicolas Olivier Pascal Patrice Philippe Quentin Rachid Raphaël Régis Rémi Romain
Samuel Sébastien Serge Simon Stéphane Sylvain Tanguy Théo Thierry Thomas Valentin Victor Vincent Xavier Yann Yves`
    .split(/\s+/)
    .map((name) => toAscii(name)),
);

/** The grammatical form that the person with this address chooses. « Camille » chooses the inclusive one. */
export function chosenForm(email: string): 'feminine' | 'masculine' | 'inclusive' {
  const given = email.slice(0, email.indexOf('.'));
  if (given === 'camille') return 'inclusive';
  return MASCULINE_NAMES.has(given) ? 'masculine' : 'feminine';
}

export interface FullName {
  readonly givenName: string;
  readonly familyName: string;
}

/** `Élise Crépin` → `elise.crepin@ac-dijon.example`. Mails to the reserved domain `.example` reach no one
 *  (RFC 2606). */
export function toEmail({ givenName, familyName }: FullName): string {
  return `${toAscii(givenName)}.${toAscii(familyName)}@ac-dijon.example`;
}

/** A name whose address is not taken. Its address is added to `takenEmails`. */
export function pickName(random: Random, takenEmails: Set<string>): FullName {
  for (;;) {
    const name = { givenName: random.pick(GIVEN_NAMES), familyName: random.pick(FAMILY_NAMES) };
    const email = toEmail(name);
    if (takenEmails.has(email)) continue;
    takenEmails.add(email);
    return name;
  }
}

function toAscii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');
}
