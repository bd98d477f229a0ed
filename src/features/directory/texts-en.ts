import { count } from '../../texts/en/grammar/page-phrases.ts';
import type {
  directoryTexts as directory,
  networkDoneTexts as done,
  networkTableTexts as tables,
} from './texts-fr.ts';

/** The directory of referents: the office's page, the school's and the person's. */
export const directoryTexts = (office: string): ReturnType<typeof directory> => ({
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
  people: (many) => count(many, 'person', 'people'),
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
    `${count(many, 'address', 'addresses')}. Paste them into the “Bcc” field: nobody then sees the addresses of the others.`,
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
export const networkDoneTexts: typeof done = {
  'directory-joined': 'Noted: the referents of your département see you.',
  'directory-left': 'Noted: the referents of other schools no longer see you.',
  'message-written': 'The message is written: it leaves in the background.',
  'message-cancelled': 'The sending is stopped.',
};

/** The names of its tables in an export. */
export const networkTableTexts: typeof tables = {
  directory_consent: 'Directory: consent to be seen',
  message_recipient: 'Messages of the office',
};
