import { plural } from '../../texts/fr/grammar/page-phrases.ts';

/** Missions that a principal proposes to someone: the principal's pages, and the person's. */
export const missionsProposedTexts = (office: string) => ({
  title: 'Missions proposées',
  lede: 'Une mission que personne n’assure se propose à quelqu’un. La personne accepte ou décline ; rien n’est enregistré avant.',
  propose: 'Proposer une mission',
  proposeOne: { mission: 'Proposer cette mission', role: 'Proposer ce rôle' },
  proposeAgain: 'Proposer à une autre personne',
  quote: (texts: string) => `« ${texts} »`,
  proposeOf: (act: string, what: string) => `${act} : ${what}`,
  waiting: 'En attente d’une réponse',
  noneWaits: 'Aucune proposition n’attend de réponse.',
  settled: 'Réponses',
  person: 'Personne',
  what: 'Missions',
  state: 'État',
  act: 'Retirer',
  withdraw: 'Retirer la proposition',
  withdrawOf: (name: string) => `Retirer la proposition faite à ${name}`,
  someone: 'une personne qui n’est plus enregistrée',
  /** The days are already in words. */
  days: (from: string, to?: string) => (to === undefined ? `à partir du ${from}` : `du ${from} au ${to}`),
  /** The days, the codes and the roles are already in words. */
  content: (codes: string, roles: string, days: string) => `${codes}${roles && ` ; ${roles}`}, ${days}`,
  proposedBy: (by: string, day: string) => `Proposé par ${by} le ${day}.`,
  outcomes: {
    accepted: (day: string) => `Accepté le ${day}.`,
    declined: (day: string) => `Décliné le ${day}.`,
    withdrawn: (day: string) => `Retiré le ${day}.`,
  },
  /** On the overview of the school. */
  count: (many: number): string =>
    plural(
      many,
      'Une proposition de mission attend la réponse de la personne.',
      `${many} propositions de mission attendent la réponse des personnes.`,
    ),
  proposedTo: (name: string) => `Proposée à ${name}, qui n’a pas encore répondu.`,
  form: {
    lede: 'La personne trouve votre proposition dans son espace et par courriel. Si elle l’accepte, son engagement est enregistré, et votre proposition le confirme.',
    person: 'À une personne de l’établissement',
    personHelp: 'Les personnes qui y ont, ou y ont eu, un engagement.',
    known: 'Ou à une autre personne',
    knownHelp:
      'Son adresse électronique, même si le service ne la connaît pas encore, ou son prénom et son nom en entier.',
    missionsHelp: 'Cochez celles que vous proposez.',
    from: 'À partir du',
    fromHelp: 'Le premier jour de la mission.',
    words: 'Votre mot à la personne',
    wordsHelp: 'Une phrase. N’écrivez rien sur la santé ni sur un congé.',
    send: 'Envoyer la proposition',
    nobody: 'Choisissez une personne de la liste, ou écrivez son adresse ou son nom.',
    both: 'Choisissez une personne de la liste, ou écrivez son adresse ou son nom : pas les deux.',
    unknown:
      'Le service ne connaît personne sous ce nom. Vérifiez-le, ou écrivez l’adresse électronique : la personne y est invitée.',
    several: 'Plusieurs personnes portent ce nom : écrivez l’adresse électronique.',
    held: 'Cette personne tient déjà ces missions et ces rôles ce jour-là.',
  },
  mine: {
    heading: (many: number): string =>
      plural(many, 'Une mission vous est proposée', 'Des missions vous sont proposées'),
    line: (school: string, day: string) => `${school}, à partir du ${day}.`,
    open: 'Lire et répondre',
    openOf: (school: string) => `Lire et répondre : ${school}`,
    title: 'Une mission vous est proposée',
    by: (name: string, day: string) => `Proposé par ${name}, qui dirige l’établissement, le ${day}.`,
    school: 'Établissement',
    from: 'À partir du',
    to: 'Jusqu’au',
    sharing: 'Partage',
    missions: 'Missions',
    roles: 'Rôles',
    words: 'Son mot',
    choice:
      'Vous êtes libre : décliner ne demande aucun motif. Si vous acceptez, votre engagement est enregistré et confirmé aussitôt ; vous pourrez demander ensuite à le changer ou à y mettre fin.',
    conditional: `Les missions conditionnelles demandent aussi une autorisation de la collectivité. Sans elle, leurs jours ne comptent pas pour les badges de la ${office}.`,
    accept: 'Accepter',
    decline: 'Décliner',
    withdrawn: (day: string) => `Cette proposition a été retirée le ${day}.`,
    accepted: (day: string) => `Vous avez accepté le ${day}.`,
    declined: (day: string) => `Vous avez décliné le ${day}.`,
    back: 'Revenir à mon espace',
    engagements: 'Voir mes engagements',
  },
});

/** Said on the page that follows an act. */
export const missionsProposedDoneTexts = {
  'missions-proposed': 'Votre proposition est envoyée. Rien n’est enregistré avant la réponse.',
  'missions-withdrawn': 'Votre proposition est retirée.',
  'missions-accepted': 'C’est noté : ces missions sont à vous, et votre engagement est confirmé.',
  'missions-declined': 'C’est noté : vous déclinez. Votre chef d’établissement en est averti.',
};

/** The names of its tables in an export. */
export const missionsProposedTableTexts = {
  mission_proposal: 'Missions proposées',
};
