import { textsOf } from '../../domain/features/declaration.ts';
import { count as countEn } from '../../texts/en/grammar/page-phrases.ts';
import { count } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature } from './feature.ts';

/** The directory of referents: the office's page, the school's and the person's. */
const directoryTexts = (office: string) => ({
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
const networkDoneTexts = {
  'directory-joined': 'C’est noté : les référents de votre département vous voient.',
  'directory-left': 'C’est noté : vous n’êtes plus montré aux référents des autres établissements.',
  'message-written': 'Le message est écrit : il part en arrière-plan.',
  'message-cancelled': 'L’envoi est arrêté.',
};

/** The names of its tables in an export. */
const networkTableTexts = {
  directory_consent: 'Annuaire : accord pour être vu',
  message_recipient: 'Messages de l’académie',
};

/** The directory of referents: the office's page, the school's and the person's. */
const directoryTextsEn = (office: string): ReturnType<typeof directoryTexts> => ({
  title: 'Directory',
  lede: 'The referents with an engagement in force today that nobody contests, with their missions and roles.',
  filter: {
    q: 'Name, address, school or town',
    role: 'Role',
    mission: 'Mission',
    department: 'Département',
    uai: 'School',
    event: 'Invited to or present at',
  },
  people: (many) => countEn(many, 'person', 'people'),
  none: 'Nobody matches this search.',
  nobody: 'No engagement is in force. Import them, or enter them on a person’s page.',
  name: 'Name',
  email: 'E-mail address',
  noAddress: 'no address',
  school: 'School',
  does: 'Missions and roles',
  waits: '(to be confirmed)',
  write: 'Write to these people',
  addresses: 'Addresses to paste into a message',
  csv: 'Table (CSV)',
  vcard: 'Address book (vCard)',
  audited: 'These three copies leave a line in the audit.',
  addressesLede: (many) =>
    `${countEn(many, 'address', 'addresses')}. Paste them into the “Bcc” field: nobody then sees the addresses of the others.`,
  addressesLabel: 'Addresses, separated by semicolons',
  addressesWithout: (names) => `Without an address: ${names.join(', ')}.`,
  back: 'Back to the directory',
  ofSchool: {
    lede: `The referents of the school today. Only you, the ${office} and these referents see this list.`,
    none: 'Nobody has an engagement in force in this school.',
    unheld: 'Contacts whom nobody is today',
    allHeld: 'Somebody is each of the contacts today.',
    propose: 'Propose a mission',
  },
  mine: {
    lede: 'The referents of your school, and those of your département who agreed to be seen.',
    choice: 'Being seen by other referents',
    seen: 'The referents of your département see you in their directory.',
    notSeen: 'The referents of other schools do not see you.',
    choiceText: `They see your name, your school, your confirmed missions and roles, and your e-mail address; the public sees nothing. You can change your mind at any time. The ${office}, your principal and the referents of your school see you in any case.`,
    join: 'Agree to be seen',
    leave: 'Stop being seen',
    colleagues: 'The referents',
    notYet: 'The directory opens when one of your engagements is confirmed and in force.',
    none: 'Nobody matches, or nobody has agreed to be seen yet.',
    onData: 'You choose whether the referents of your département see you.',
    open: 'Open the directory',
  },
});

/** Said on the page that follows an act. */
const networkDoneTextsEn: typeof networkDoneTexts = {
  'directory-joined': 'Noted: the referents of your département see you.',
  'directory-left': 'Noted: the referents of other schools no longer see you.',
  'message-written': 'The message is written: it leaves in the background.',
  'message-cancelled': 'The sending is stopped.',
};

/** The names of its tables in an export. */
const networkTableTextsEn: typeof networkTableTexts = {
  directory_consent: 'Directory: consent to be seen',
  message_recipient: 'Messages of the office',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: (office) => ({
    page: directoryTexts(office),
    done: networkDoneTexts,
    tables: networkTableTexts,
    history: {
      'directory-joined': 'Présence dans l’annuaire acceptée',
      'directory-left': 'Présence dans l’annuaire retirée',
    },
    audit: { 'directory-exported': 'Annuaire copié' },
    menu: {
      my: { directory: 'Annuaire' },
      dane: { directory: 'Annuaire' },
      school: { directory: 'Annuaire' },
    },
  }),
  en: (office) => ({
    page: directoryTextsEn(office),
    done: networkDoneTextsEn,
    tables: networkTableTextsEn,
    history: {
      'directory-joined': 'Agreed to be seen in the directory',
      'directory-left': 'Stopped being seen in the directory',
    },
    audit: { 'directory-exported': 'Directory copied' },
    menu: {
      my: { directory: 'Directory' },
      dane: { directory: 'Directory' },
      school: { directory: 'Directory' },
    },
  }),
});
