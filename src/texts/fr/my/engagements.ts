import type { ContestState } from '../../../features/contests/feature.ts';
import { and, count } from '../grammar/page-phrases.ts';

/** `/my/engagements`: the engagements, and the form to declare one. */
export const myEngagementTexts = (office: string) => ({
  title: 'Mes engagements',
  lede: 'Un engagement dit où, quand et pour quelles missions. Si vos missions changent ou si vous partez, ouvrez-le et proposez le changement.',
  empty: 'Vous n’avez encore aucun engagement.',
  declare: 'Déclarer un engagement',
  list: 'Les engagements',
  school: 'Établissement',
  period: 'Période',
  missions: 'Missions',
  state: 'État',
  noRole: 'Aucun',
  since: (from: string) => `depuis le ${from}`,
  fromTo: (from: string, to: string) => `du ${from} au ${to}`,
  see: (school: string) => `Voir cet engagement : ${school}`,
  oneTitle: (school: string) => `Engagement : ${school}`,
  confirmedOn: (day: string) => `le ${day}`,
  reservation: 'La réserve de votre chef d’établissement',
  edit: 'Modifier',
  withdraw: 'Retirer cet engagement',
  withdrawTitle: 'Retirer cet engagement ?',
  withdrawAsk:
    'La demande de confirmation disparaît avec lui, et votre chef d’établissement ne la verra plus. Vous pourrez le déclarer de nouveau.',
  withdrawConfirm: 'Oui, retirer cet engagement',
  keep: 'Non, le garder',
  withdrawText: 'Personne n’a encore décidé : vous pouvez le modifier ou le retirer.',
  answer: 'Répondre à la contestation',
  readContest: 'Lire la contestation',
  contestedByPrincipal: 'Votre chef d’établissement conteste cet engagement.',
  contestedInFile: 'Cet engagement est enregistré comme contesté.',
  contestedTexts: {
    'awaits-answer': `Il ne compte pas. Vous pouvez répondre ; la ${office} décide ensuite.`,
    'awaits-decision': `Il ne compte pas. Vous avez répondu ; la ${office} décide.`,
    decided: `La ${office} a décidé : il ne compte pas.`,
    withdrawn: 'Il ne compte pas.',
  } satisfies Record<ContestState, string>,
  requestedText: `Il comptera dès que votre chef d’établissement l’aura confirmé. Sans réponse de sa part, la ${office} peut le confirmer sur pièces.`,
  forDaneText: `Vous dirigez cet établissement : personne n’y confirme son propre engagement. La ${office} en décide, sur pièces ; la demande est dans sa liste.`,
  fixedText: 'Une erreur d’une autre nature, l’établissement par exemple ?',
  askRectification: 'Demander une rectification',
  notices: 'À savoir',
  overlap: (school: string, period: string) =>
    `Il partage des jours avec un autre de vos engagements (${school}, ${period}). C’est permis : un même jour compte une seule fois.`,
  roleHeld: (role: string) =>
    `Le rôle « ${role} » est déjà tenu par une autre personne, confirmée, sur une partie de cette période. Une seule personne peut le tenir à la fois : le chef d’établissement tranchera avant de confirmer.`,
  notAuthorised: (mission: string) =>
    `La mission ${mission} demande une autorisation de la collectivité. Aucune n’est enregistrée pour cet établissement sur cette période : ses jours ne compteront pas tant que la ${office} n’en a pas reçu.`,
  uncounted: (mission: string) =>
    `La mission ${mission} s’enregistre, mais n’entre dans aucun compte, avec ou sans autorisation.`,
  reviews: 'Mes points d’étape',
  reviewsText: 'Le point d’étape se tient chaque année avec votre chef d’établissement.',
  waived: (years: readonly string[], before: string) =>
    `Avant ${before}, une année ou une demi-année d’engagement vaut point d’étape. Pour vous : ${years.join(', ')}.`,
  noReviews: 'Aucun point d’étape n’est enregistré.',
  allowed: 'Les actions autorisées par la collectivité',
  allowedText:
    'Ce que la collectivité autorise dans cet établissement sur le matériel ou le réseau, avec la fiche de procédure qu’elle a validée.',
  mission: 'Mission',
  notYours: 'Cette mission n’est pas dans votre engagement.',
  projects: 'Mes projets numériques d’établissement',
  noProjects:
    'Vous n’êtes associé à aucun projet enregistré. Votre chef d’établissement enregistre les projets et les référents qui y sont associés.',
  project: 'Projet',
  reviewDay: 'Date',
  reviewKind: 'Nature',
  form: {
    newTitle: 'Déclarer un engagement',
    editTitle: 'Modifier un engagement',
    lede: 'Où, quand, quelles missions : votre chef d’établissement confirme ensuite.',
    search: 'Chercher un établissement',
    searchHelp:
      'Son nom, sa commune ou son UAI, comme vous les écrivez : « clg dumas orval », « lycée pro le castel ».',
    searchButton: 'Chercher',
    otherSchool: 'Un autre établissement',
    found: (schools: number): string =>
      schools === 1 ? 'Un établissement trouvé.' : `${schools} établissements trouvés.`,
    tooMany: (schools: number): string => `Les ${schools} premiers. Ajoutez un mot pour en voir moins.`,
    notFound: 'Aucun établissement ne correspond. Essayez un seul mot, ou l’UAI.',
    closest: (schools: number): string =>
      schools === 1
        ? 'Aucun établissement n’a tous ces mots. Voici le plus proche.'
        : 'Aucun établissement n’a tous ces mots. Voici les plus proches.',
    uai: 'Établissement',
    uaiHelp: 'Choisissez dans la liste.',
    earlier: 'Votre choix d’avant la recherche',
    earlierHelp: 'Cochez-le si c’est celui-là que vous voulez garder.',
    private: 'privé',
    from: 'Premier jour',
    fromHelp: 'Le jour où vous avez commencé ces missions. Souvent le 1er septembre.',
    to: 'Dernier jour',
    toHelp: 'Laissez vide tant que vous ne savez pas.',
    missions: 'Missions',
    missionsHelp:
      'Cochez toutes celles que vous exercez. Une mission compte dans une année à partir de 90 jours.',
    family: (code: string, label: string) => `${code} · ${label}`,
    conditional: (missions: readonly string[]) =>
      `${and(missions)} demandent une autorisation de la collectivité : sans elle, leurs jours ne comptent pas.`,
    authorised: (schools: readonly string[]) => `Autorisation enregistrée : ${schools.join(' ; ')}.`,
    authorisedUntil: (school: string, day: string | undefined) =>
      day === undefined ? school : `${school}, jusqu’au ${day}`,
    notAuthorised: (school: string) => `Aucune autorisation enregistrée à ce jour : ${school}.`,
    uncounted: 'S’enregistre, mais n’entre dans aucun compte.',
    rolesHelp: 'Seulement ceux que vous tenez dans cet établissement.',
    singleRole: 'Une seule personne par établissement à une même date.',
    roleTexts: {
      'contact-dane': `Vous recevez et relayez les informations de la ${office}.`,
      'contact-collectivite': 'Vous êtes l’interlocuteur de la collectivité pour le réseau et le matériel.',
      'administrateur-ent': 'Vous gérez les comptes et les services de l’ENT.',
      'referent-usages-ent': 'Vous accompagnez les collègues dans leurs usages de l’ENT.',
      'referent-service': 'Vous administrez un autre service en ligne.',
      'referent-site': 'Vous animez le site web de l’établissement.',
      'referent-tablettes': 'Vous suivez les tablettes et leurs applications.',
    },
    submit: 'Envoyer la demande de confirmation',
    save: 'Enregistrer les changements',
    proposed: 'Ce formulaire reprend votre engagement',
    proposedOne: (school: string, period: string) => `${school}, ${period}`,
    proposedText: 'Changez ce qui a changé.',
    running:
      'Il court toujours : n’en déclarez un autre que si vos missions ou votre établissement changent.',
    blank: 'Partir d’une page vide',
    askedTitle: 'Ce qui sera demandé',
    asked:
      'Votre chef d’établissement recevra une demande : confirmer l’établissement, les dates, chaque mission et chaque rôle que vous cochez.',
    after: `Il peut confirmer, confirmer avec une réserve, ou contester en disant pourquoi. Sans réponse au bout de trente jours, la ${office} peut confirmer sur pièces. Tant que personne n’a décidé, vous pouvez modifier la demande ou la retirer.`,
  },
  missionCount: (missions: number) => count(missions, 'mission', 'missions'),
});
