import { count, plural } from './page-words.ts';

/** What a decision on many badges came to. */
export interface DecisionResult {
  readonly decision: 'grant' | 'refuse';
  /** Number of badges that the decision granted or refused. */
  readonly decided: number;
  /** What others decided on its badges before it reached them; `by` is a name. */
  readonly meanwhile: readonly { readonly by: string; readonly granted: number; readonly refused: number }[];
}

/** « 0 badge attribué, 15 refusés entre-temps par Paul Martin. » */
export function decisionResult({ decision, decided, meanwhile }: DecisionResult): string {
  const done =
    decision === 'grant'
      ? count(decided, 'badge attribué', 'badges attribués')
      : count(decided, 'badge refusé', 'badges refusés');
  const others = meanwhile.flatMap(({ by, granted, refused }) => [
    ...(granted > 0 ? [`${granted} ${plural(granted, 'attribué', 'attribués')} entre-temps par ${by}`] : []),
    ...(refused > 0 ? [`${refused} ${plural(refused, 'refusé', 'refusés')} entre-temps par ${by}`] : []),
  ]);
  return `${[done, ...others].join(', ')}.`;
}
