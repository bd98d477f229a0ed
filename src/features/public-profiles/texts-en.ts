import { withArticle } from '../../texts/en/grammar/names.ts';
import { and, count, figure } from '../../texts/en/grammar/page-phrases.ts';
import type {
  profileDoneTexts as doneTexts,
  profileTexts as french,
  profileTableTexts as tableTexts,
} from './texts-fr.ts';

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** 3 → "three years of commitment"; 2.5 → "two and a half years of commitment". */
function yearsOf(years: number): string {
  const whole = Math.floor(years);
  if (whole === 0) return 'half a year of commitment';
  const half = years > whole ? ' and a half' : '';
  return `${NUMBERS[whole - 1] ?? figure(whole)}${half} ${years === 1 ? 'year' : 'years'} of commitment`;
}

const badgesBy = (total: number, issuer: string) =>
  `${count(total, 'digital badge', 'digital badges')} issued by ${withArticle(issuer)}`;

/** `/profiles/{id}` and `/my/profile`. */
export const profileTexts = () =>
  ({
    titleOf: (name, total, issuer) => [name, badgesBy(total, issuer)].filter(Boolean).join(' · '),
    nameless: (total) => count(total, 'digital badge', 'digital badges'),
    delivered: badgesBy,
    address: 'Address of this profile',
    others: 'The other badges',
    description: (issuer) =>
      `Digital badges issued by ${withArticle(issuer)}. Each can be verified at its own address.`,
    shared: (headline, total, issuer, url) =>
      `${headline}: ${badgesBy(total, issuer)}. Each can be verified at its own address${url ? `: ${url}` : '.'}`,
    post: 'Post on LinkedIn',
    mail: 'Send by e-mail',
    yearsOf,
    issuedOn: (awarded) => `Issued ${awarded}`,
    validUntil: (day) => `valid until ${day}`,
    ended: (day) => `came to its end on ${day}`,
    checkedAt: (moment) => `Each badge was verified on ${moment}.`,
    checkAgain: 'Verify again',
    chosen:
      'The person chose the badges shown here; they may have others. The page of each badge says what it recognises and how to verify it.',
    qr: 'QR code of the address of this page',
    qrText: 'Scan this code to open this page and verify each badge.',
    printedOn: (moment) =>
      `Badges verified on ${moment}. Their state may change: the address above tells it.`,
    own: {
      title: 'My public profile',
      link: 'My public profile: one address for the badges you choose',
      lede: 'A page at one address, for a CV, i-Prof or a mail signature. It exists only if you make it, and you can remove it at any time.',
      is: {
        shown: 'Your profile is online, at this address:',
        empty:
          'Your profile no longer shows any badge: its address answers as if it did not exist. Choose badges, or remove it.',
      },
      address: 'Address of my profile',
      see: 'See my profile as everyone sees it',
      none: 'None of your badges can stand there yet. First accept a badge.',
      toBadges: 'My badges',
      make: 'Make my public profile',
      change: 'Change my public profile',
      formOf: {
        full: 'Your profile has your full name, like the badges that it shows.',
        initials: 'Your profile has your initials, like the badges that it shows.',
        none: 'Your profile does not name you, like the badges that it shows.',
      },
      sameForm:
        'A profile only shows badges that name you in the same form: on one page, a badge with a name would tell whose a badge without a name is.',
      otherForms: 'Your badges that name you in another form',
      otherForm: {
        full: (total) => `Make a profile with your full name (${count(total, 'badge', 'badges')})`,
        initials: (total) => `Make a profile with your initials (${count(total, 'badge', 'badges')})`,
        none: (total) => `Make a profile without naming you (${count(total, 'badge', 'badges')})`,
      },
      together: 'On one page, these badges tell that they belong to the same person.',
      badges: 'The badges to show',
      badgesHelp:
        'A badge that is hidden, declined, revoked or still to be accepted does not stand there. A badge that you hide later leaves the profile at once.',
      visibility: 'Who can find this page',
      visibilities: {
        unlisted: {
          label: 'People to whom I give the address',
          text: 'Search engines are asked not to show it.',
        },
        public: {
          label: 'Everyone, search engines too',
          text: 'Only where each of the badges shown is public itself.',
        },
      },
      notSearchable:
        'A badge of this profile is seen with its link only, or is no longer valid: search engines are therefore asked not to show the profile either.',
      save: 'Put it online',
      saveAgain: 'Save',
      preview: 'See the preview',
      previewNotice: 'Preview: your profile would look like this. Nothing is saved.',
      previewBack: 'Back to my choice',
      texts: 'Texts to copy',
      cv: 'For a CV',
      cvText: (badges, issuer, url) =>
        `Digital badges (Open Badges) issued by ${withArticle(issuer)}: ${and(badges)}. Anyone can verify them at ${url}`,
      signature: 'For a mail signature',
      signatureText: (issuer, url) => `My digital badges, issued by ${withArticle(issuer)}: ${url}`,
      iprof: 'For i-Prof (in French)',
      iprofHelp: 'To paste into the tab “Formations et compétences”.',
      iprofText: (badges, issuer, url) =>
        `Digital badges (Open Badges 3.0), issued by ${withArticle(issuer)}: ${and(badges.map(([name, awarded]) => `${name} (${awarded})`))}. Each can be verified at ${url}`,
      remove: 'Remove my profile',
      removeText:
        'The page disappears at once, and its address will never be used again. Your badges do not change. A new profile would have a new address.',
    },
  }) satisfies ReturnType<typeof french>;

/** Said on the page that follows an act. */
export const profileDoneTexts: typeof doneTexts = {
  'profile-saved': 'Your public profile is online.',
  'profile-removed': 'Your public profile is removed: its address no longer answers.',
};

/** The names of its tables in an export. */
export const profileTableTexts: typeof tableTexts = {
  public_profile: 'Public profile',
  public_profile_badge: 'Badges on the public profile',
};
