import { plural } from '../grammar/page-phrases.ts';

/** The pages of a school's new year and of its end. */
export const yearPageTexts = (office: string) => ({
  titles: {
    'new-year': (year: string) => `La rentrée ${year}`,
    'year-end': (year: string) => `La fin de l’année ${year}`,
  },
  ledes: {
    'new-year': 'Tout ce qui se prépare, se signe et s’imprime à la rentrée, dans l’ordre.',
    'year-end': 'Tout ce qui se termine, se signe et s’imprime en fin d’année, dans l’ordre.',
  },
  left: (count: number): string =>
    count === 0
      ? 'Rien ne reste à faire.'
      : plural(count, 'Il reste une chose à faire.', `Il reste ${count} choses à faire.`),
  what: 'Quoi',
  state: 'État',
  facts: 'Situation',
  act: 'Page',
  states: { done: 'fait', todo: 'à faire', none: 'sans objet' },
  back: 'Revenir à la vue d’ensemble',
  linkOf: (link: string, title: string) => `${link} : ${title}`,
  items: {
    carry: 'Reconduire la répartition',
    answers: 'Réponses des personnes',
    gaps: 'Missions que personne n’assure',
    clashes: 'Rôles uniques',
    confirmations: 'Engagements à confirmer',
    authorisations: 'Autorisations de la collectivité',
    means: 'Moyens',
    planned: 'Dates des points d’étape',
    'mission-letter': 'Lettres de mission',
    meeting: 'Rencontre annuelle dans l’établissement',
    reviews: 'Points d’étape tenus',
    reports: 'Bilans écrits',
    changes: 'Changements demandés',
    contests: 'Contestations',
    statement: 'Attestations pour le dossier IMP',
    'imp-file': 'Dossier IMP de l’établissement',
    badge: 'Badge d’équipe',
    next: 'L’année suivante',
  },
  links: {
    carry: 'Reconduire',
    answers: 'Voir les propositions',
    split: 'Voir la répartition',
    confirmations: 'Décider',
    authorisations: 'Voir les autorisations',
    means: 'Voir les moyens',
    reviews: 'Voir les points d’étape',
    papers: 'Voir les documents',
    meeting: 'Voir la rencontre',
    'ask-meeting': 'Demander la rencontre',
    badge: 'Voir le badge',
    contests: 'Voir les contestations',
    next: 'Préparer la rentrée',
  },
  prints: {
    'mission-letter': 'Préparer et ouvrir toutes les lettres',
    statement: 'Préparer et ouvrir toutes les attestations',
  },
  carry: (left: number, all: number): string =>
    all === 0
      ? 'Personne n’avait d’engagement confirmé l’an passé.'
      : left === 0
        ? 'Tout continue, est proposé ou demandé.'
        : `${left} ${plural(left, 'personne', 'personnes')} sur ${all} à reconduire.`,
  answers: (waiting: number, all: number): string =>
    all === 0
      ? 'Aucune mission n’a été proposée.'
      : waiting === 0
        ? 'Toutes les propositions ont une réponse.'
        : plural(waiting, 'Une réponse est attendue.', `${waiting} réponses sont attendues.`),
  gaps: (count: number): string =>
    count === 0
      ? 'Chaque mission attendue est assurée ou demandée.'
      : plural(count, 'Une mission sans personne.', `${count} missions sans personne.`),
  clashes: (count: number): string =>
    count === 0
      ? 'Aucun rôle unique n’a deux titulaires.'
      : plural(count, 'Un rôle unique a deux titulaires.', `${count} rôles uniques ont deux titulaires.`),
  confirmations: (count: number): string =>
    count === 0
      ? 'Aucune demande n’attend votre décision.'
      : plural(count, 'Une demande attend votre décision.', `${count} demandes attendent votre décision.`),
  authorisations: (without: number, all: number): string =>
    all === 0
      ? 'Personne n’exerce de mission conditionnelle.'
      : without === 0
        ? 'Toutes les missions conditionnelles exercées sont autorisées.'
        : plural(
            without,
            'Une mission est exercée sans autorisation enregistrée.',
            `${without} missions sont exercées sans autorisation enregistrée.`,
          ),
  means: (having: number, all: number): string =>
    all === 0
      ? 'Personne n’a encore d’engagement confirmé cette année.'
      : `${having} ${plural(having, 'personne', 'personnes')} sur ${all} avec un moyen enregistré.`,
  planned: (left: number, all: number): string =>
    all === 0
      ? 'Personne n’a encore d’engagement confirmé cette année.'
      : left === 0
        ? 'Chacun a une date ou un point d’étape tenu.'
        : `${left} ${plural(left, 'personne', 'personnes')} sur ${all} sans date.`,
  papers: (made: number, all: number): string =>
    all === 0
      ? 'Personne n’a encore d’engagement confirmé cette année.'
      : `${made} ${plural(made, 'préparée', 'préparées')} sur ${all}.`,
  meeting: {
    held: (day: string) => `Tenue le ${day}.`,
    none: 'Aucune n’est encore demandée.',
    asked: `Demandée : la ${office} propose bientôt un jour.`,
    here: (day: string) => `La ${office} propose le ${day} : à vous de répondre.`,
    there: (day: string) => `Vous proposez le ${day} : la réponse de la ${office} est attendue.`,
    planned: (day: string) => `Prévue le ${day}.`,
  },
  reviews: (held: number, all: number): string =>
    all === 0
      ? 'Personne n’a d’engagement confirmé cette année.'
      : `${held} ${plural(held, 'tenu', 'tenus')} sur ${all}.`,
  reports: (reported: number, all: number, waiting: number): string =>
    all === 0
      ? 'Chaque point d’étape est tenu.'
      : `${reported} ${plural(reported, 'bilan reçu', 'bilans reçus')} pour ${all} ${plural(all, 'personne', 'personnes')} sans point d’étape${waiting === 0 ? '' : `, et ${waiting} ${plural(waiting, 'remis qui attend', 'remis qui attendent')} d’être reçu par la ${office}`}. La ${office} accuse réception de ceux qui sont remis.`,
  changes: (waiting: number, all: number): string =>
    all === 0
      ? 'Personne n’a demandé de changement.'
      : waiting === 0
        ? 'Chaque demande a une réponse.'
        : plural(
            waiting,
            'Une demande attend votre décision.',
            `${waiting} demandes attendent votre décision.`,
          ),
  contests: (open: number): string =>
    open === 0
      ? 'Aucune contestation n’est en cours.'
      : plural(
          open,
          `Une contestation est en cours : la ${office} en décide.`,
          `${open} contestations sont en cours : la ${office} en décide.`,
        ),
  file: (moment?: string): string =>
    moment === undefined ? 'Il n’est pas encore préparé.' : `Préparé le ${moment}.`,
  badge: {
    granted: 'Il est accordé, et vous avez choisi ce qu’il montre.',
    offered: 'Il est accordé : à accepter ou à refuser.',
    none: 'Il ne se constate que pour l’année en cours.',
    met: `Toutes les conditions sont réunies : la ${office} décide.`,
    lacking: (count: number): string =>
      plural(count, 'Une condition n’est pas réunie.', `${count} conditions ne sont pas réunies.`),
  },
  next: 'La répartition se reconduit à partir de mai.',
});
