import { withArticle } from '../../texts/en/grammar/names.ts';
import { count, plural } from '../../texts/en/grammar/page-phrases.ts';
import type {
  badgeRecordDoneTexts as doneTexts,
  badgeRecordTexts as french,
  badgeRecordTableTexts as tableTexts,
} from './texts-fr.ts';

/** `/records/{id}` and `/my/record`. */
export const badgeRecordTexts = () =>
  ({
    titleOf: (name, issuer) =>
      [name, `Record of badges signed by ${withArticle(issuer)}`].filter(Boolean).join(' · '),
    nameless: 'Record of digital badges',
    description: (issuer) =>
      `A record of digital badges signed by ${withArticle(issuer)}. It can be verified as a whole, and badge by badge.`,
    madeOn: (total, day, issuer) =>
      `${count(total, 'badge', 'badges')} issued by ${withArticle(issuer)}, in one signed document, up to date on ${day}.`,
    namelessHolder: 'The person chose not to be named.',
    partial: 'This record holds the badges that the person shows; they may have others.',
    path: 'The path',
    pathTitle: 'The path from badge to badge',
    pathText: (stops) => `The badges of this record. ${stops.join('; ')}.`,
    ladder: 'The levels, one after the other',
    themes: 'The themes, beside them',
    recognisedOn: (awarded) => `Recognised ${awarded}.`,
    badges: 'The badges',
    take: 'Take this record',
    takeText:
      'The signed file goes into a wallet, or is verified wherever badges are. A copy keeps the day on which it was taken.',
    counted: (total, day) => `${count(total, 'digital badge', 'digital badges')}, on ${day}`,
    files: {
      pdf: 'The record to print (PDF), with the signed file attached',
      png: 'The picture that holds the record (PNG)',
      svg: 'The same, to enlarge (SVG)',
      json: 'The signed file (JSON)',
      jws: 'The same, for some programs (JWS)',
    },
    paper: {
      of: (name) => `The digital badges of ${name}`,
      kind: 'Record of digital badges (Open Badges)',
      picture: (names) => `The badges of this record: ${names.join('; ')}.`,
      badge: (name, awarded, end) => `${name}, recognised ${awarded}${end ? `, valid until ${end}` : ''}.`,
      check: 'Verify this record',
      caption:
        'This paper may be out of date. Scan the code, or open this address: it shows the record of today and verifies each badge.',
      alternative: (address) => `QR code of the address ${address}`,
      note: (file, verify) =>
        `The signed record is attached to this PDF (${file}). To verify it, drop the PDF on ${verify}`,
      attached: 'The signed record, in the format CLR 2.0',
    },
    own: {
      title: 'My record of badges',
      lede: 'One signed document with all the badges that you accepted, and how they follow each other. It exists only if you make it, and you withdraw it whenever you like.',
      shown: 'Your record is at this address, known to you alone until you give it away:',
      empty:
        'No badge can be in your record any more: its address answers as if it did not exist. Show a badge, or withdraw the record.',
      address: 'Address of my record',
      see: 'See my record as everyone sees it',
      kept: 'A badge that you accept, hide or lose changes the record: it is signed again at the same address.',
      none: 'None of your badges can be in it yet. Accept a badge first.',
      toBadges: 'My badges',
      make: 'Make my record',
      change: 'Change my record',
      names: 'How the record names you',
      namesHelp:
        'A record only holds badges that name you in the same form: a named badge would tell whose a nameless one is.',
      forms: {
        full: (total) => ({
          label: 'First name and family name',
          text: `${count(total, 'badge', 'badges')} of your list ${plural(total, 'names', 'name')} you so.`,
        }),
        initials: (total) => ({
          label: 'Initials',
          text: `${count(total, 'badge', 'badges')} of your list ${plural(total, 'has', 'have')} your initials.`,
        }),
        none: (total) => ({
          label: 'No name',
          text: `${count(total, 'badge', 'badges')} of your list ${plural(total, 'does', 'do')} not name you. Together, they tell that they are the same person’s.`,
        }),
      },
      save: 'Make and sign my record',
      saveAgain: 'Sign it again',
      withdraw: 'Withdraw my record',
      withdrawText:
        'Its address will say that it is withdrawn, and will never be used again. Its copies will verify as withdrawn. Your badges do not change.',
    },
  }) satisfies ReturnType<typeof french>;

/** Said on the page that follows an act. */
export const badgeRecordDoneTexts: typeof doneTexts = {
  'record-made': 'Your record of badges is ready.',
  'record-withdrawn': 'Your record is withdrawn: its address says so, and its copies are no longer valid.',
};

/** The names of its tables in an export. */
export const badgeRecordTableTexts: typeof tableTexts = {
  badge_record: 'Record of badges',
};
