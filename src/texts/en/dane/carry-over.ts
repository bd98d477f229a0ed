import type { carryOverDoneTexts as doneTexts, carryOverTexts as fr } from '../../fr/dane/carry-over.ts';
import { plural } from '../grammar/page-phrases.ts';

/** The page that carries last year's split over. */
export const carryOverTexts = (office: string): ReturnType<typeof fr> => ({
  title: (year) => `Carry the split over, ${year}`,
  description: 'Last year’s split, to adjust and to propose at once.',
  lede: (year) =>
    `This is what each person held in ${year}. Untick, adjust, then propose all of it: each person accepts or declines their part, and your proposal confirms what they accept.`,
  toCarry: 'To carry over',
  settled: 'Nothing to do for these people',
  nothing: 'Nothing is to be carried over: everything goes on, is asked for or is proposed already.',
  waiting: (many) =>
    plural(
      many,
      'One part of the split waits for the person’s answer.',
      `${many} parts of the split wait for people’s answers.`,
    ),
  seeWaiting: 'See the proposals',
  withdraw: (many) =>
    plural(many, 'Withdraw the unanswered proposal', `Withdraw the ${many} unanswered proposals`),
  choose: 'Carry over',
  chooseOne: (name) => `Carry over the part of ${name}`,
  person: 'Person',
  held: 'Missions and roles',
  state: 'Last year',
  missions: 'Missions',
  roles: 'Roles',
  adjust: 'adjust',
  inWords: 'The missions in words',
  from: 'First day',
  to: 'Last day',
  carry: 'Propose the ticked split',
  ticked: (all) =>
    Array.from({ length: all + 1 }, (_, count) =>
      count === 0 ? 'Nobody ticked' : `${count} of ${all} ${plural(all, 'person', 'people')} ticked`,
    ),
  other: 'Propose a mission to somebody else',
  otherYear: (year) => `See ${year}`,
  own: `This is your own engagement: declare it in your space, the ${office} decides it.`,
  states: {
    ended: (day) => (day === undefined ? 'until the end of the year' : `until ${day}`),
    left: (day) => (day === undefined ? 'ended during the year' : `left or ended on ${day}`),
    'goes-on': () => 'Their confirmed engagement goes on.',
    asked: () => 'An engagement of the new year waits for its confirmation already.',
    proposed: () => 'A proposal waits for their answer.',
  },
  clash: (role, name) => `“${role}” is already held by ${name} in that year: take the role off.`,
  shared: (code, texts) => `${code}, ${texts}`,
  result: (proposed, left) => {
    const parts: Readonly<Record<(typeof left)[number][0], (count: number) => string>> = {
      own: () => 'your own part is not proposed to yourself',
      unknown: (count) => `${count} ${plural(count, 'person has', 'people have')} no engagement here`,
      waits: (count) => `${count} ${plural(count, 'has', 'have')} a proposal that waits already`,
      held: (count) => `${count} ${plural(count, 'holds', 'hold')} all of it already`,
      'role-held': (count) => `${count} would have a single role that somebody else holds or is given`,
      nothing: (count) => `${count} ${plural(count, 'has', 'have')} no ticked mission left`,
    };
    const begin =
      proposed === 0
        ? 'No part is proposed'
        : `${proposed} ${plural(proposed, 'part is', 'parts are')} proposed: nothing is recorded before the answer`;
    const rest = left.map(([why, count]) => parts[why](count));
    const why = rest.length > 0 ? ` Not proposed: ${rest.join('; ')}.` : '';
    return `${begin}.${proposed + left.length === 0 ? ' Nobody was ticked.' : why}`;
  },
});

/** Said on the page that follows an act. */
export const carryOverDoneTexts: typeof doneTexts = {
  'split-carried': 'The split is proposed. Nothing is recorded before the answers.',
  'carried-withdrawn': 'The unanswered proposals are withdrawn.',
};
