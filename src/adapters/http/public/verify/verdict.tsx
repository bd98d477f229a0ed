import type { StepResult } from '#open-badges/verification';
import { type MarkShape, markOf, STEP_MARKS, verdictMark } from './marks.ts';
import type { ReportView } from './verification-view.ts';

/** The verdict in one sentence at the top, with its shape and its word, where the sentence does not begin with it. */
export function VerdictBox({
  verdict,
  isUnsigned,
  word,
  sentence,
}: Pick<ReportView, 'verdict' | 'isUnsigned' | 'sentence'> & { readonly word?: string | undefined }) {
  const { tone, shape } = verdictMark({ verdict, isUnsigned });
  return (
    <div class={`verdict tone-${tone}`}>
      <Mark shape={shape} />
      <div>
        {word && <p class="verdict-word">{word}</p>}
        <p class="verdict-sentence">{sentence}</p>
      </div>
    </div>
  );
}

/** The verdict's shape alone, to stand next to its word. */
export function VerdictMark({
  verdict,
  isUnsigned = false,
  class: name = 'step-mark',
}: Pick<ReportView, 'verdict'> & { readonly isUnsigned?: boolean; readonly class?: string }) {
  const { tone, shape } = verdictMark({ verdict, isUnsigned });
  return (
    <span class={`${name} tone-${tone}`}>
      <Mark shape={shape} />
    </span>
  );
}

/** The shape of one step or criterion, to stand next to its word. */
export function StepMark({ result }: { result: StepResult }) {
  const { tone, shape } = STEP_MARKS[result];
  return (
    <span class={`step-mark tone-${tone}`}>
      <Mark shape={shape} />
    </span>
  );
}

function Mark({ shape }: Pick<MarkShape, 'shape'>) {
  const { ground, sign } = markOf({ shape });
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path class="mark-ground" d={ground} />
      <path class="mark-sign" d={sign} />
    </svg>
  );
}
