import type { findingTexts as fr } from '../fr/findings.ts';
import { figure } from './page-words.ts';

/** A judgment, requirement by requirement. */
export const findingTexts: typeof fr = {
  requirement: 'Criterion',
  state: 'State',
  met: 'Met',
  notMet: 'Not yet',
  found: 'Found',
  of: (actual, required) => `${figure(actual)} of ${figure(required)}`,
  used: 'What counts',
  nothing: 'nothing',
};
