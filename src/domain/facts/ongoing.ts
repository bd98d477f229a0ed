import { lastDayOf } from '../time/school-year.ts';
import type { Facts } from './types.ts';

/** Whether the engagement, or the school year of a team, goes on after the judged day. Older stored facts of a
 *  person do not state it: an engagement that covers the judged day is then taken to go on. */
export function isOngoing(facts: Facts): boolean {
  if (facts.kind === 'establishment') return facts.on < lastDayOf(facts.schoolYear);
  return facts.ongoing ?? facts.engagedTo === facts.on;
}
