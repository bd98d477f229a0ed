import type { StepResult, Verdict } from '../../../../openbadges/report.ts';
import type { ReportView } from './verification-view.ts';

/** The look of each verdict. Its colour only repeats its shape and its words. */
const MARKS: Readonly<Record<Verdict, { readonly tone: string; readonly shape: Shape }>> = {
  valid: { tone: 'good', shape: 'tick' },
  'valid-older': { tone: 'good', shape: 'tick' },
  departs: { tone: 'open', shape: 'question' },
  expired: { tone: 'past', shape: 'clock' },
  'not-yet-valid': { tone: 'past', shape: 'clock' },
  suspended: { tone: 'past', shape: 'pause' },
  revoked: { tone: 'bad', shape: 'bar' },
  'signature-not-valid': { tone: 'bad', shape: 'cross' },
  'not-confirmed': { tone: 'bad', shape: 'cross' },
  'status-unreachable': { tone: 'open', shape: 'question' },
  'inner-not-valid': { tone: 'open', shape: 'question' },
  'endorsement-not-valid': { tone: 'open', shape: 'question' },
  'not-verifiable': { tone: 'open', shape: 'question' },
};

type Shape = 'tick' | 'clock' | 'pause' | 'bar' | 'cross' | 'question' | 'dash';

const OCTAGON = 'M10 2h12l8 8v12l-8 8H10l-8-8V10Z';

/** The verdict in one sentence at the top, with its shape and its word. */
export function VerdictBox({ verdict, word, sentence }: Pick<ReportView, 'verdict' | 'word' | 'sentence'>) {
  const { tone, shape } = MARKS[verdict];
  return (
    <div class={`verdict tone-${tone}`}>
      <Mark shape={shape} />
      <div>
        <p class="verdict-word">{word}</p>
        <p class="verdict-sentence">{sentence}</p>
      </div>
    </div>
  );
}

/** The verdict's shape alone, to stand beside its word. */
export function VerdictMark({ verdict }: Pick<ReportView, 'verdict'>) {
  const { tone, shape } = MARKS[verdict];
  return (
    <span class={`step-mark tone-${tone}`}>
      <Mark shape={shape} />
    </span>
  );
}

const STEP_MARKS: Readonly<Record<StepResult, { readonly tone: string; readonly shape: Shape }>> = {
  passed: { tone: 'good', shape: 'tick' },
  failed: { tone: 'bad', shape: 'cross' },
  'not-checked': { tone: 'open', shape: 'dash' },
};

/** The shape of one step or criterion, to stand beside its word. */
export function StepMark({ result }: { result: StepResult }) {
  const { tone, shape } = STEP_MARKS[result];
  return (
    <span class={`step-mark tone-${tone}`}>
      <Mark shape={shape} />
    </span>
  );
}

/** Circle: valid; octagon: not valid; diamond: not known; clock: a matter of time. */
function Mark({ shape }: { shape: Shape }) {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      {ground(shape)}
      <path class="mark-sign" d={SIGNS[shape]} />
    </svg>
  );
}

function ground(shape: Shape) {
  if (shape === 'bar' || shape === 'cross') return <path class="mark-ground" d={OCTAGON} />;
  if (shape === 'question' || shape === 'dash')
    return <path class="mark-ground" d="M16 1 31 16 16 31 1 16Z" />;
  return <circle class="mark-ground" cx="16" cy="16" r="15" />;
}

const SIGNS: Readonly<Record<Shape, string>> = {
  tick: 'm9 16.5 5 5 9.5-10.5',
  clock: 'M16 8v8.5l5.5 3.5',
  pause: 'M12.5 10v12M19.5 10v12',
  bar: 'M8.5 16h15',
  cross: 'm10.5 10.5 11 11m0-11-11 11',
  question: 'M12.5 13a3.5 3.5 0 1 1 5 3.2c-1 .6-1.5 1.2-1.5 2.6m0 3.4v.3',
  dash: 'M11 16h10',
};
