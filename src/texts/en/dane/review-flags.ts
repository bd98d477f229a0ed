import type { ReviewFlag } from '../../../domain/award/review-flag.ts';
import type { reviewFlagTexts as fr } from '../../fr/dane/review-flags.ts';
import { quotedRole } from '../criteria/numbers-and-names.ts';
import { count, figure } from '../grammar/page-phrases.ts';

function sentence(reviewFlag: ReviewFlag): string {
  switch (reviewFlag.kind) {
    case 'days':
      return `${reviewFlag.year}-${reviewFlag.year + 1}: ${reviewFlag.days} days, ${reviewFlag.required} are needed.`;
    case 'hours':
      return `Training “${reviewFlag.event}” (${figure(reviewFlag.hours)} h): an hour less would no longer do.`;
    case 'hours-above':
      return `Rests on ${count(reviewFlag.count, 'attendance', 'attendances')} with more hours than the event has.`;
    case 'declared':
      return `Rests on ${count(reviewFlag.count, 'declared contribution', 'declared contributions')} that nobody has validated.`;
    case 'waived':
      return `Rests on ${count(reviewFlag.count, 'year', 'years')} counted without a progress review, by the earlier rule.`;
    case 'not-renewed':
      return `Rests on ${count(reviewFlag.count, 'engagement that nobody renewed this year: ask the principal whether it still goes on', 'engagements that nobody renewed this year: ask the principal whether they still go on')}.`;
    case 'on-documents':
      return `Rests on ${count(reviewFlag.count, 'engagement', 'engagements')} confirmed on documents, without an answer of the principal.`;
    case 'contested':
      return `${count(reviewFlag.count, 'other engagement is', 'other engagements are')} contested, and not counted in this judgment.`;
    case 'clash':
      return `Somebody else holds the role ${quotedRole(reviewFlag.role)} on the same days at the same school.`;
    case 'sign-in-doubt':
      return 'A sign-in with this person’s address waits to be linked.';
  }
}

/** Why a proposal is to be looked at before it is granted. */
export const reviewFlagTexts: typeof fr = {
  sentence,
  mark: 'Look at this',
  lot: (toLook, total) =>
    toLook === total
      ? `${count(toLook, 'proposal is', 'proposals are')} to be looked at one by one: the reason stands below each.`
      : `${count(toLook, 'proposal is to be looked at one by one and comes', 'proposals are to be looked at one by one and come')} first, with the reason. The others can be ticked together.`,
  tickClear: (many) =>
    many === 1 ? 'Tick the one with nothing to look at' : `Tick the ${many} with nothing to look at`,
  grantClear: (many) =>
    many === 1
      ? 'Grant the badge with nothing to look at'
      : `Grant the ${many} badges with nothing to look at`,
  batchTitle: (toLook) => `To look at: ${toLook}`,
  batchLede:
    'These badges are met by little, or rest on a fact that nobody has checked as usual. Open them before you decide.',
  batchNone: 'None of these badges is met by little.',
};
