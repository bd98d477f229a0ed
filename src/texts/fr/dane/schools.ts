import { count } from '../grammar/page-phrases.ts';

/** The register of schools, as the DANE keeps it. */
export const daneSchoolTexts = {
  title: 'Les établissements',
  lede: 'Cherchez par nom, commune ou UAI. Un établissement absent de vos fichiers s’ajoute ici.',
  search: 'Nom, commune ou UAI',
  none: 'Aucun établissement ne correspond. Essayez un seul mot, ou ajoutez l’établissement.',
  shown: (shown: number) => `Les ${shown} premiers sont affichés : ajoutez un mot.`,
  columns: { name: 'Établissement', commune: 'Commune', department: 'Département', state: 'État' },
  open: 'ouvert',
  closed: (day: string) => `fermé depuis le ${day}`,
  add: 'Ajouter un établissement',
  addLede:
    'Son code UAI ne changera plus. Le département vient du code. Un fichier d’établissements le complétera ensuite.',
  change: 'Corriger cet établissement',
  changeTitle: (name: string) => `Corriger : ${name}`,
  changeLede:
    'Un nouveau nom fait signer de nouveau les badges qui le montrent : même identifiant, même date d’attribution. Les documents déjà établis gardent le nom de leur jour.',
  fields: {
    uai: 'Code UAI',
    uaiHelp: 'Sept chiffres et une lettre.',
    type: 'Type',
    typeHelp: 'Par exemple : Collège, Lycée général et technologique.',
    name: 'Nom',
    postalCode: 'Code postal',
    commune: 'Commune',
    sector: 'Secteur',
    agricultural: 'Établissement agricole',
  },
  sectors: { public: 'public', private: 'privé' },
  department: 'Département',
  heads: 'Direction',
  noHead: 'aucune personne connue',
  addHead: 'L’ajouter',
  toPages: 'Voir les pages de l’établissement',
  closure: 'Fermer ou fusionner',
  closureTitle: (name: string) => `Fermer : ${name}`,
  closureLede:
    'Pour un établissement qui ferme, ou qui fusionne avec un autre. Rien n’est effacé : les badges et les documents disent ce qui a été fait ici, et restent valables.',
  closureFields: {
    on: 'Dernier jour',
    onHelp: 'Passé ou aujourd’hui.',
    successor: 'Établissement qui reprend ses fonctions',
    successorHelp: 'En cas de fusion. Sans lui, l’établissement ferme.',
    reason: 'Motif',
    reasonHelp: 'Les personnes concernées le liront.',
  },
  whatEnds: 'Ce qui change',
  ends: (total: number) =>
    `${count(total, 'engagement en cours s’arrête', 'engagements en cours s’arrêtent')} le dernier jour. En cas de fusion, chacun reprend le lendemain dans l’autre établissement, où la direction le confirme.`,
  noEnds: 'Aucun engagement n’est en cours.',
  waiting: (total: number) =>
    `${count(total, 'mission proposée sans réponse est retirée', 'missions proposées sans réponse sont retirées')}.`,
  requests: (total: number) =>
    `${count(total, 'demande d’accompagnement est close', 'demandes d’accompagnement sont closes')}, avec votre motif. En cas de fusion, elles se poursuivent dans l’autre établissement.`,
  meetings: (total: number) =>
    `${count(total, 'rencontre à venir est annulée', 'rencontres à venir sont annulées')}. En cas de fusion, elle se tient dans l’autre établissement, sauf si une rencontre y est déjà prévue.`,
  newcomers: (total: number) =>
    `${count(total, 'arrivant attend', 'arrivants attendent')} une réponse ici. En cas de fusion, l’autre établissement répond. Sinon, leur prochaine connexion leur demande un autre établissement.`,
  headsLeave: (names: string) => `N’en sera plus à la tête : ${names}.`,
  requestsStay:
    'Une demande de confirmation encore sans réponse se règle sur pièces, dans les confirmations.',
  blocked: (total: number) =>
    `${count(total, 'engagement est à régler', 'engagements sont à régler')} avant : une contestation est ouverte, ou il commence après ce jour.`,
  period: (from: string, to: string | undefined) => (to ? `du ${from} au ${to}` : `depuis le ${from}`),
  person: 'Personne',
  engagement: 'Engagement',
  close: 'Fermer l’établissement',
  closedOn: (day: string) => `Cet établissement a fermé. Son dernier jour est le ${day}.`,
  takenOver: 'Ses fonctions ont été reprises par',
  reopenLede:
    'Si c’est une erreur, la fermeture se reprend. Les engagements qu’elle a arrêtés le restent : corrigez-les depuis la fiche de chaque personne.',
  reopen: 'Reprendre la fermeture',
  back: 'Tous les établissements',
};
