/** Titles and sentences for contributions of the demonstration, by kind. */
const CONTRIBUTION_TEXTS: Readonly<Record<string, readonly (readonly [title: string, sentence: string])[]>> =
  {
    'prise-en-main': [
      ['Les tablettes de prêt', 'Une heure en salle des professeurs, avec six collègues de sciences.'],
      ['L’ENT pour les nouveaux collègues', 'Les cahiers de textes et la messagerie, à la prérentrée.'],
      ['Le tableau interactif en langues', 'Trois activités prêtes à reprendre en classe.'],
    ],
    projet: [
      ['La web radio du collège', 'Une émission par mois, écrite et montée par une classe de quatrième.'],
      ['Une carte du quartier', 'Relevés, photographies et carte en ligne, avec l’histoire-géographie.'],
    ],
    valorisation: [
      [
        'Un article sur nos usages',
        'Ce qui a marché et ce qui n’a pas marché, sur le site de l’établissement.',
      ],
      ['La page des ressources', 'Les activités du trimestre, réunies en une page.'],
    ],
    'formation-animee': [
      ['Évaluer avec le numérique', 'Une formation d’initiative locale, sur une demi-journée.'],
    ],
    tutorat: [
      ['Accompagner une nouvelle référente', 'Un point chaque mois pendant sa première année de mission.'],
    ],
    ressource: [
      ['Un pas-à-pas pour l’ENT', 'Dix fiches d’une page, partagées avec les établissements voisins.'],
    ],
  };

/** The title and sentence of a person's contribution. Contributions of one person differ by `index`. */
export function contributionTexts(kind: string, index: number): readonly [title: string, sentence: string] {
  const texts = CONTRIBUTION_TEXTS[kind] ?? [];
  return texts[index % Math.max(1, texts.length)] ?? ['', ''];
}
