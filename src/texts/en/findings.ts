import type { findingTexts as fr } from '../fr/findings.ts';
import { count, figure } from './page-words.ts';

/** An evaluation, requirement by requirement. */
export const findingTexts = (office: string): ReturnType<typeof fr> => ({
  requirement: 'Criterion',
  state: 'State',
  met: 'Met',
  notMet: 'Not yet',
  found: 'Found',
  of: (actual, required) => `${figure(actual)} of ${figure(required)}`,
  used: 'What counts',
  detail: 'The detail',
  colon: ': ',
  partMet: 'met',
  partNotMet: 'not yet',
  ways: (met, total) =>
    `${met === 0 ? 'no way met' : count(met, 'way met', 'ways met')} of ${total}; one is enough`,
  conditions: (met, total) => `${count(met, 'condition met', 'conditions met')} of ${total}`,
  family: (code) => `family ${code}`,
  yearDays: (year, days) => `${year} (${count(days, 'day', 'days')})`,
  event: (title, day, hours) => `${title}, ${day}${hours === undefined ? '' : ` (${figure(hours)} h)`}`,
  contribution: (kind, day, validated, title) =>
    `${title ? `“${title}”, ` : ''}${kind}, ${day} (${validated ? `validated by the ${office}` : 'declared by the person'})`,
  memberNotYet: (name) => `${name}: not yet`,
});
