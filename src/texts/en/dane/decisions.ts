import { TAKE_BACK_MINUTES } from '../../../domain/award/batch.ts';
import type { daneDecisionTexts as fr } from '../../fr/dane/decisions.ts';
import { count, figure, plural, yearsAsText } from '../grammar/page-phrases.ts';
import { reviewFlagTexts } from './review-flags.ts';
import { daneScheduledDecisionTexts } from './scheduled-decisions.ts';

export const daneDecisionTexts = (office: string): ReturnType<typeof fr> => ({
  title: 'Proposed badges',
  lede: (total) =>
    total === 0
      ? 'No badge waits for a decision.'
      : `${count(total, 'badge waits', 'badges wait')} for your decision. The criteria are met; a person decides.`,
  underDecision: (decided: number) =>
    decided === 1
      ? 'One more is already in a decision under way.'
      : `${decided} more are already in a decision under way.`,
  filtered: (total) =>
    total === 0
      ? 'No proposed badge matches this filter.'
      : `${count(total, 'proposed badge matches', 'proposed badges match')} this filter.`,
  name: 'Name of the person or the school',
  tickAll: (total) => `Tick all on this page (${total})`,
  judge: 'Judge everyone now',
  notProposed: 'This badge is not in the queue yet: the next evaluation puts it there.',
  judging: 'A judgment is under way.',
  judgedAt: (moment) => `Last judgment: ${moment}.`,
  judgedDetail: 'See the detail',
  neverJudged:
    'Nobody has been judged yet. Start a judgment: it compares everyone’s facts with the criteria in force, and awards nothing.',
  allDecided: 'A new judgment proposes the badges whose criteria have been met since.',
  empty: 'Widen the filter, or start a new judgment.',
  badge: 'Badge',
  department: 'Département',
  uai: 'School',
  select: 'Choose',
  selectOne: (recipient, badge) => `Choose: ${badge}, ${recipient}`,
  recipient: 'For',
  facts: 'In brief',
  judgedOn: 'Judged on',
  summary: ({ duration, families, trainingHours, members }) =>
    [
      duration === undefined ? '' : yearsAsText(duration),
      members === undefined ? '' : count(members, 'member', 'members'),
      count(families, 'family', 'families'),
      `${figure(trainingHours)} h of training`,
    ]
      .filter(Boolean)
      .join(' · '),
  decide: 'Decide on the chosen badges',
  reason: 'Reason',
  reasonHelp: (most) =>
    `Needed to refuse. ${most} characters at most. It can be read again on the person’s record, in the ${office}’s space.`,
  grant: 'Grant the chosen badges',
  refuse: 'Refuse the chosen badges',
  grantAll: (total) => `Grant the ${total} badges of this filter`,
  refuseAll: (total) => `Refuse the ${total} badges of this filter`,
  cautions: reviewFlagTexts,
  due: daneScheduledDecisionTexts,
  filterFaulty: 'This filter cannot be read: nothing is chosen. Correct it above, or empty it.',
  batch: {
    title: {
      grant: (total) => `Grant ${count(total, 'badge', 'badges')}?`,
      refuse: (total) => `Refuse ${count(total, 'badge', 'badges')}?`,
    },
    lede: {
      grant: 'Here is what this decision would do. Nothing is granted yet.',
      refuse:
        'These badges will not be proposed again this school year. A refusal is taken back badge by badge, from the proposal. Nothing is refused yet.',
    },
    changed: 'Since the page before, other badges wait, or wait no longer. Read again before you confirm.',
    own: 'Your own badge is in this list: it will be left out, somebody else will decide on it.',
    moreToLook: (more) => `And ${count(more, 'other', 'others')}.`,
    wait: `The decision will wait ${TAKE_BACK_MINUTES} minutes before it is carried out: until then you can take it back whole.`,
    confirm: {
      grant: (total) => `Confirm: grant ${plural(total, 'this badge', `these ${total} badges`)}`,
      refuse: (total) => `Confirm: refuse ${plural(total, 'this badge', `these ${total} badges`)}`,
    },
  },
  overlaps: {
    title: 'Other decisions wait on these badges',
    others: (left) =>
      `${count(left, 'badge waits', 'badges wait')} under the decision of a colleague: this decision leaves them alone.`,
    own: (common) =>
      `${count(common, 'badge is', 'badges are')} in a decision of yours already: the one carried out first holds.`,
  },
  underWay: {
    title: 'Decisions under way',
    line: {
      grant: (total, by) => `${by} grants ${count(total, 'badge', 'badges')}.`,
      refuse: (total, by) => `${by} refuses ${count(total, 'badge', 'badges')}.`,
    },
    waits: (moment) => `Nothing is done before ${moment}.`,
    progress: (done, total) => `${done} of ${total}.`,
    see: 'See, or take this decision back',
  },
  decided: 'What was decided',
  decidedBefore: 'Decided before',
  decisions: {
    granted: (moment, by) => `Granted on ${moment} by ${by}.`,
    refused: (moment, by) => `Refused on ${moment} by ${by}.`,
    reopened: (moment, by) => `Proposal reopened on ${moment} by ${by}.`,
  },
  because: (reason) => `Reason: ${reason}`,
  reopen: 'Reopen the proposal',
  back: 'Back to the proposed badges',
  byDecision: {
    title: (person) => `Grant a badge by decision: ${person}`,
    lede: `This is how the ${office} grants a badge that asks for a decision. It may also grant a badge though not all criteria are met, or again after it was declined or revoked. The reason is needed, and the badge will say that it was granted by decision.`,
    own: `Nobody decides on their own badge. Somebody else of the ${office} must do it.`,
    see: 'See what is met',
    met: 'All criteria of this badge are met.',
    notMet: 'Not all criteria are met. Here is which.',
    decisionOnly: 'Only the decision is missing, with its reason.',
    toProposal: 'This badge is proposed: decide on the proposal',
    before: {
      declined: 'This badge was declined by its holder.',
      revoked: 'This badge was revoked.',
      standing: 'This badge is granted already.',
    },
    reasonHelp: (most) =>
      `Why this badge is granted. ${most} characters at most. It can be read again beside what was decided.`,
    toSchool: 'The badges of the school',
    button: (badge) => `Grant “${badge}” by decision`,
  },
  one: (badge, recipient) => `${badge}: ${recipient}`,
  metNow: 'Judged this moment, all criteria are met.',
  notMetNow: 'Judged this moment, the criteria are no longer all met. Here is why.',
  wholeRecord: 'The person’s whole record',
  grantOne: 'Grant this badge',
  refuseOne: 'Refuse this badge',
});
