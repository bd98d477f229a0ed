import { MOST_DAYS_AHEAD } from '../../../domain/award/scheduled-decision.ts';
import type { daneScheduledDecisionTexts as fr } from '../../fr/dane/scheduled-decisions.ts';
import { count } from '../grammar/page-phrases.ts';

const what = (badge: string | undefined) =>
  badge
    ? `every badge “${badge}” that is met and not to be looked at`
    : 'all that is met and not to be looked at';

export const daneScheduledDecisionTexts: typeof fr = {
  title: 'Award on a date',
  lede: 'At the hour you choose, all that is met and not to be looked at is awarded and signed.',
  anew: 'Every record is judged anew at that hour: what follows is what it would come to today.',
  badge: 'Badge',
  badgeHelp: 'Without a choice, all badges.',
  day: 'Day',
  time: 'Time',
  timeHelp: `Time in Paris, such as 09:00. At most ${MOST_DAYS_AHEAD} days ahead.`,
  submit: 'Date this decision',
  today: {
    title: 'What it would come to today',
    none: 'Today, nothing would be awarded.',
    lines: (total) => `${count(total, 'badge would be awarded', 'badges would be awarded')}.`,
    toLook: (left) => `Left, to be looked at first: ${count(left, 'badge', 'badges')}.`,
    underDecision: (left) =>
      `Left, as long as the decision of a colleague waits: ${count(left, 'badge', 'badges')}.`,
  },
  waits: (moment, badge) => `On ${moment}, ${what(badge)} is awarded; nothing is done before.`,
  unsure: (moment) =>
    `The hour has come, ${moment}. The decision begins as soon as the clock of the server is sure.`,
  held: (by, moment) =>
    `Meant for ${moment}, held by ${by}: the hour passes without it, until somebody releases it.`,
  hold: 'Hold this decision',
  release: 'Release this decision',
  releaseLate: 'Release: the hour is past, it is carried out at once',
  line: (by, badge) => `${by} awards ${what(badge)}.`,
  lineHeld: (by) => `Held by ${by}.`,
  told: {
    granted: 'Who got what',
    left: 'What was left, and why',
  },
};
