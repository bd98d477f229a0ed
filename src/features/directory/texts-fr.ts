import { count } from '../../texts/fr/grammar/page-phrases.ts';

/** The directory of referents: the office's page, the school's and the person's. */
export const directoryTexts = (office: string) => ({
  title: 'Annuaire',
  lede: 'Les référents dont un engagement est en cours aujourd’hui et que personne ne conteste, avec leurs missions et leurs rôles.',
  filter: {
    q: 'Nom, adresse, établissement ou commune',
    role: 'Rôle',
    mission: 'Mission',
    department: 'Département',
    uai: 'Établissement',
    event: 'Invités ou présents à',
  },
  people: (many: number) => count(many, 'personne', 'personnes'),
  none: 'Personne ne correspond à cette recherche.',
  nobody: 'Aucun engagement n’est en cours. Importez-les, ou saisissez-les sur la page d’une personne.',
  name: 'Nom',
  email: 'Adresse électronique',
  noAddress: 'aucune adresse',
  school: 'Établissement',
  does: 'Missions et rôles',
  waits: '(à confirmer)',
  write: 'Écrire à ces personnes',
  addresses: 'Adresses à coller dans un message',
  csv: 'Tableau (CSV)',
  vcard: 'Carnet d’adresses (vCard)',
  audited: 'Ces trois copies laissent une ligne dans le journal des actes.',
  addressesLede: (many: number) =>
    `${count(many, 'adresse', 'adresses')}. Collez-les dans le champ « Cci » : chacun ignorera alors les adresses des autres.`,
  addressesLabel: 'Adresses, séparées par des points-virgules',
  addressesWithout: (names: readonly string[]) => `Sans adresse : ${names.join(', ')}.`,
  back: 'Revenir à l’annuaire',
  ofSchool: {
    lede: `Les référents de l’établissement aujourd’hui. Seuls vous, la ${office} et ces référents voient cette liste.`,
    none: 'Personne n’a d’engagement en cours dans cet établissement.',
    unheld: 'Interlocuteurs que personne n’est aujourd’hui',
    allHeld: 'Chaque rôle d’interlocuteur a quelqu’un aujourd’hui.',
    propose: 'Proposer une mission',
  },
  mine: {
    lede: 'Les référents de votre établissement, et ceux de votre département qui veulent bien être vus.',
    choice: 'Être vu par les autres référents',
    seen: 'Les référents de votre département vous voient dans leur annuaire.',
    notSeen: 'Les référents des autres établissements ne vous voient pas.',
    choiceText: `Ils voient votre nom, votre établissement, vos missions et vos rôles confirmés, et votre adresse électronique ; le public ne voit rien. Vous changez d’avis quand vous voulez. La ${office}, votre chef d’établissement et les référents de votre établissement vous voient dans tous les cas.`,
    join: 'Accepter d’être vu',
    leave: 'Ne plus être vu',
    colleagues: 'Les référents',
    notYet: 'L’annuaire s’ouvre quand un de vos engagements est confirmé et en cours.',
    none: 'Personne ne correspond, ou personne n’a encore accepté d’être vu.',
    onData: 'Vous choisissez si les référents de votre département vous voient.',
    open: 'Ouvrir l’annuaire',
  },
});

/** Said on the page that follows an act. */
export const networkDoneTexts = {
  'directory-joined': 'C’est noté : les référents de votre département vous voient.',
  'directory-left': 'C’est noté : vous n’êtes plus montré aux référents des autres établissements.',
  'message-written': 'Le message est écrit : il part en arrière-plan.',
  'message-cancelled': 'L’envoi est arrêté.',
};

/** The names of its tables in an export. */
export const networkTableTexts = {
  directory_consent: 'Annuaire : accord pour être vu',
  message_recipient: 'Messages de l’académie',
};
