import type { myNewBadgeTexts as fr } from '../../fr/my/new-badges.ts';
import { withArticle } from '../grammar/names.ts';
import { figure, plural } from '../grammar/page-phrases.ts';

function fitting(people: number, many: number): string {
  if (people <= 1) return 'one person only, you.';
  if (people >= many) return `at least ${figure(many)} people.`;
  return `${people === 2 ? 'two' : figure(people)} people, you included.`;
}

/** From a new badge to its sharing: `/my/badges/new`, its preview, and the tools of a published badge. */
export const myNewBadgeTexts = (office: string): ReturnType<typeof fr> => ({
  title: (badges) => plural(badges, 'You have a new badge', `You have ${figure(badges)} new badges`),
  lede: (badges) =>
    plural(
      badges,
      'Until you accept it, it has no public page. You may also decline it, without saying why.',
      'Until you accept them, they have no public page. You may also decline any of them, without saying why.',
    ),
  none: 'No new badge waits for your answer.',
  seeBadges: 'See my badges',
  others: (badges) =>
    plural(
      badges,
      'Another new badge waits for your answer.',
      `${figure(badges)} other new badges wait for your answer.`,
    ),
  answerAll: 'Answer all of them at once',
  grantedBy: (issuer, day) => `Issued by ${withArticle(issuer)} on ${day}.`,
  validUntil: (day) => `Valid until ${day}.`,
  take: 'Accept this badge',
  decline: 'Decline this badge',
  declineOf: (name) => `: ${name}`,
  fields: {
    badge: 'Accepted badges',
    visibility: 'Who sees it',
    name: 'Your name',
    form: 'The form of the title',
    schools: 'Your schools',
    aware: 'Schools without a name',
    email: 'The fingerprint of your e-mail address',
    words: 'The words of your principal',
  },
  choose: 'What you show',
  chooseAll: 'One choice for all ticked badges. You may change it for each of them at any time.',
  chooseOne: 'You may change this choice at any time.',
  visibility: 'Who sees it?',
  words: 'The words of your principal',
  wordsShown: {
    fitting: {
      label: 'Only where they tell no more',
      text: 'Words that name you are shown where your name is. They are signed in the name of the school, so they are shown where your schools are.',
    },
    all: {
      label: 'Always',
      text: 'Even where they tell your name or that of the school, which you do not show.',
    },
    none: {
      label: 'Never',
      text: 'The words are kept. You can show them later.',
    },
  },
  visibilities: {
    me: {
      label: 'Only me',
      text: 'The badge is kept for you. Its address answers that nothing is there.',
    },
    unlisted: {
      label: 'Those I give the link to',
      text: 'The page opens for whoever has its address. Search engines pass it by.',
    },
    public: { label: 'Everyone', text: 'The page may appear in a search.' },
  },
  name: 'Your name on the page',
  form: 'The form of the title, beside your name',
  formHelp: 'The badge is written in French. Without your full name, its title keeps the middle dot.',
  forms: { feminine: 'Feminine', masculine: 'Masculine', inclusive: 'With the middle dot' },
  more: 'And, if you wish',
  schools: {
    label: 'Name my schools',
    text: 'The page says where you held your missions. Otherwise it says the years and missions, not the place.',
  },
  recognition: {
    title: 'Who can recognise you without your name',
    text: 'Without a name, the badge still states the years, the missions, the trainings and who confirmed. This is how many holders of this badge, for the same school year, have a badge that states the same. Other people of the register are not counted.',
    withoutSchools: (people, many) => `Without your schools: ${fitting(people, many)}`,
    withSchools: (people, many) => `With your schools: ${fitting(people, many)}`,
    named: (badges) =>
      plural(
        badges,
        'This badge shows your name or initials and states one of the same years. Anyone who compares the two recognises you:',
        'These badges show your name or initials and state one of the same years. Anyone who compares them recognises you:',
      ),
  },
  schoolsWarning:
    'Warning: the school is enough to recognise you. Your colleagues know who held these missions there, and when.',
  aware: 'I name my schools and know that people can recognise me',
  email: {
    label: 'Add the fingerprint of my e-mail address',
    text: 'A site that knows your address can check that the badge is yours. But addresses can be guessed from names: with a list of names, anyone can find out that this badge is yours, even where no name is shown. A copy already taken keeps it.',
  },
  accept: (badges) => plural(badges, 'Accept this badge', 'Accept the ticked badges'),
  preview: 'See what the public will see',
  previewTitle: 'What the public will see',
  previewText:
    'This is what a network or a messenger will show when you give the link. Nothing is published yet.',
  previewMe: (badges) =>
    plural(
      badges,
      'The public will see nothing. The address of the badge will answer that nothing is there, until you change your mind.',
      'The public will see nothing. The address of each badge will answer that nothing is there, until you change your mind.',
    ),
  previewWhole: 'See the whole page',
  previewAccept: (badges) => plural(badges, 'Accept it like this', 'Accept these badges like this'),
  previewBack: 'Change my choice',
  manageTitle: (name) => `Manage “${name}”`,
  published: {
    title: 'It is published',
    together: (badges) =>
      `Your ${figure(badges)} badges fit on one page, for a CV, i-Prof or a mail signature.`,
    makeProfile: 'Make my public profile with these badges',
    addToProfile: 'Add these badges to my public profile',
    titleKept: 'It is kept for you',
    titleNothing: 'Nothing is published',
    open: {
      unlisted: 'The page opens for those you give the link to.',
      public: 'Everyone can see the page.',
    },
    kept: (badges) =>
      plural(
        badges,
        'This badge is yours. Its public address answers that nothing is there. To share it one day, open it and change who sees it.',
        'These badges are yours. Their public addresses answer that nothing is there. To share one, open it and change who sees it.',
      ),
    keptForSchool:
      'This badge is the school’s. Its public address answers that nothing is there. To share it one day, open it and change who sees it.',
    not: {
      private: (name) => `“${name}” still waits for your answer.`,
      declined: (name) => `“${name}” is not published: you declined it.`,
      revoked: (name) => `“${name}” is not published: it is revoked.`,
      suspended: (name) => `“${name}” is not published: it is suspended.`,
    },
    manage: 'Manage this badge',
    manageOf: (name) => `: ${name}`,
    openPage: 'Open the public page',
    remaining: 'See the badges that wait',
  },
  tools: {
    title: 'Share this badge',
    card: 'The card that networks show',
    cardAlt: (name) => `Card of the badge “${name}”`,
    phraseOf: (badge, issuer, url) =>
      `I received the digital badge “${badge}”, issued by ${withArticle(issuer)}. Anyone can verify it${url ? `: ${url}` : '.'}`,
    phraseOfSchool: (badge, issuer, url) =>
      `Our school received the digital badge “${badge}”, issued by ${withArticle(issuer)}. Anyone can verify it${url ? `: ${url}` : '.'}`,
    sheet: 'Share…',
    more: 'Other files and texts',
    wide: 'Wide picture',
    square: 'Square picture',
    certificate: 'Certificate (PDF)',
    qrSvg: 'QR code (SVG)',
    qrPng: 'QR code (PNG)',
    iprof: 'Text for i-Prof',
    signature: 'Mail signature',
    signatureHow:
      'Copy the signature and paste it into the settings of your mail program. Without a button: select it, then copy it. If you hide the badge, the picture disappears from mails already sent.',
    signatureWords: (issuer) => `digital badge issued by ${withArticle(issuer)}`,
    signatureVerify: 'Verify it',
    signatureLines: (badge, issuer, url) =>
      `${badge}, digital badge issued by ${withArticle(issuer)}\nVerify it: ${url}`,
    signatureCopy: 'Copy the signature',
    signatureHtml: 'Its HTML code',
    signatureText: 'The same as plain text',
    code: 'For a web site or another program',
    codeText: 'The code to paste into a page, and the signed files.',
  },
  home: {
    title: (badges) => plural(badges, 'A new badge', `${figure(badges)} new badges`),
    text: (badges) =>
      plural(
        badges,
        `The ${office} granted it to you. It is up to you to accept it, and to say who sees it.`,
        `The ${office} granted them to you. It is up to you to accept them, and to say who sees them.`,
      ),
    see: (badges) => plural(badges, 'See this badge', 'See these badges'),
  },
});
