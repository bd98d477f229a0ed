import type { DecisionResult } from '../fr/decision-result.ts';
import { count } from './page-words.ts';

/** "0 badges granted, 15 refused in the meantime by Paul Martin." */
export function decisionResult({ decision, decided, meanwhile }: DecisionResult): string {
  const verb = decision === 'grant' ? 'granted' : 'refused';
  const done = count(decided, `badge ${verb}`, `badges ${verb}`);
  const others = meanwhile.flatMap(({ by, granted, refused }) => [
    ...(granted > 0 ? [`${granted} granted in the meantime by ${by}`] : []),
    ...(refused > 0 ? [`${refused} refused in the meantime by ${by}`] : []),
  ]);
  return `${[done, ...others].join(', ')}.`;
}
