import type { EasyFacts, easyTexts as fr } from '../../fr/public/easy.ts';
import { withArticle } from '../grammar/names.ts';
import { measure } from '../my/badges.ts';

const started = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const giver = ({ issuer }: EasyFacts) =>
  issuer === undefined ? 'The office that gave it' : started(withArticle(issuer));

/** The page of a badge in plain language. */
export const easyTexts = (office: string): ReturnType<typeof fr> => ({
  link: 'Read this page in easy words',
  fold: 'The result in easy words',
  title: 'This badge, in easy words',
  titleOf: (name) => `The badge of ${name}, in easy words`,
  description: 'The page of a badge, in easy words and short sentences.',
  written: [
    'This page is in easy words.',
    'It follows rules made in Europe. These rules are called: easy to read and understand.',
    'No person with a disability has checked this page yet.',
  ],
  isTrue: 'Is this badge true?',
  verdicts: {
    good: () => ['Yes, this badge is true.', 'It is good today.', 'You can trust it.'],
    goodOfStranger: () => [
      'Nobody changed this badge.',
      'It is good today.',
      'But we do not know the office that gave it.',
      'Ask yourself: do I know this office?',
    ],
    ended: ({ day }) => [
      'This badge is true.',
      'But it has ended.',
      ...(day ? [`It was good until this day: ${day}.`] : []),
      'It shows work from the past.',
    ],
    notYet: ({ day }) => [
      'This badge is true.',
      'But it is not good yet.',
      ...(day ? [`It will be good from ${day}.`] : []),
    ],
    paused: (facts) => [
      'This badge is paused.',
      `${giver(facts)} is checking something.`,
      'For now, this badge is not good.',
      ...(facts.day ? [`The pause began on ${facts.day}.`] : []),
      ...(facts.reason ? [`The reason: “${facts.reason}”.`] : []),
      'You can come back later.',
    ],
    withdrawn: (facts) => [
      'No, this badge is not good any more.',
      `${giver(facts)} took it back.`,
      ...(facts.day ? [`That was on ${facts.day}.`] : []),
      ...(facts.reason ? [`The reason: “${facts.reason}”.`] : []),
    ],
    forged: () => [
      'No, this badge is not good.',
      'Somebody changed it. Or somebody made it up.',
      'Do not trust it.',
      'Ask the person for the real badge.',
    ],
    unknown: () => [
      'We do not know.',
      'We could not check everything.',
      'Try again later. Or ask the person.',
    ],
  },
  checkedOn: (day) => `We checked on ${day}.`,
  what: 'What is a digital badge?',
  whatLines: [
    'It is a picture, on the internet.',
    'The picture tells of a person’s work.',
    'Everybody can check if it is true.',
  ],
  whose: 'Whose badge is this?',
  named: (name) => [`This badge belongs to ${name.replace(/\.$/u, '')}.`],
  nameless: ['The person did not write their name.', 'They have the right not to.'],
  ofSchool: (school) => [`This badge belongs to a team. The team works here: ${school}.`],
  badgeName: (name) => `The name of the badge: “${name}”.`,
  does: 'What does this person do?',
  doesTeam: 'What does this team do?',
  did: 'What did this person do?',
  mission: [
    'This person works in a secondary school in France.',
    'They help others to use digital tools.',
    '“Digital tools” are computers, tablets, the internet.',
    'The French name for this person is “RUPN”.',
    'RUPN means: the person who helps with digital tools for teaching.',
    'You can ask this person for help.',
  ],
  deeds: 'This is their work:',
  deed: (texts) => `${started(texts)}.`,
  deedsOfTeam: 'This is the work of the team:',
  howLong: (years) => `The badge counts ${measure(years, 'years')} of work.`,
  who: 'Who gave this badge?',
  given: (issuer, awarded) => [`${started(withArticle(issuer))} gave this badge.`, `That was ${awarded}.`],
  office: (academy) => [
    `The ${office} is an office of the ${academy ?? 'académie'}.`,
    'An académie looks after the schools of one part of France.',
    `The ${office} looks after digital tools in schools.`,
  ],
  officeSays: (issuer, about) => [`${started(withArticle(issuer))} is this: ${about}.`],
  decided: ['A person decided to give this badge.', 'A computer does not decide.'],
  more: 'To learn more',
  wholePage: 'See the whole page of the badge',
  howDecided: 'See how a badge is decided',
  verify: 'Check another badge',
});
