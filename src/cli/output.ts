/** The output of a verb: texts or JSON lines on stdout, everything else on stderr. */
export interface Output {
  readonly json: boolean;
  /** Writes a line of the answer: the object with `--json`, the text otherwise. An empty text writes
   *  nothing. */
  line(value: Readonly<Record<string, unknown>>, text: string): void;
  /** Resolves once the reader has taken the lines of a long answer. */
  taken(): Promise<void>;
  /** Writes a remark that is not part of the answer, on stderr. */
  note(text: string): void;
  readonly progress: Progress;
}

/** A progress bar on stderr with the pace of the work, drawn only on a terminal. */
export interface Progress {
  update(done: number, total: number | undefined, label: string): void;
  clear(): void;
}

export interface Streams {
  readonly out: (text: string) => void;
  /** Resolves once the reader of `out` has taken what waits for it. */
  readonly taken: () => Promise<void>;
  readonly err: (text: string) => void;
  readonly errIsTerminal: boolean;
  readonly now: () => number;
}

/** The words of the progress bar. */
export interface ProgressTexts {
  pace(perSecond: number, secondsLeft: number | undefined): string;
}

export function makeOutput(streams: Streams, json: boolean, texts: ProgressTexts): Output {
  const progress = makeProgress(streams, texts);
  return {
    json,
    progress,
    line(value, text) {
      progress.clear();
      if (json) streams.out(`${JSON.stringify(value)}\n`);
      else if (text) streams.out(`${text}\n`);
    },
    taken: streams.taken,
    note(text) {
      progress.clear();
      streams.err(`${text}\n`);
    },
  };
}

const BAR_WIDTH = 28;
const REDRAW_MILLISECONDS = 80;

/** The pace is not shown before this much time has passed, because it would jump until then. */
const PACE_AFTER_MILLISECONDS = 1000;

function makeProgress({ err, errIsTerminal, now }: Streams, texts: ProgressTexts): Progress {
  let drawnAt = 0;
  let shown = false;
  let began: { readonly at: number; readonly done: number } | undefined;
  const paceOf = (done: number, total: number | undefined): string => {
    began ??= { at: now(), done };
    const milliseconds = now() - began.at;
    if (milliseconds < PACE_AFTER_MILLISECONDS || done <= began.done) return '';
    const perSecond = ((done - began.done) * 1000) / milliseconds;
    return ` ${texts.pace(perSecond, total && Math.max(0, total - done) / perSecond)}`;
  };
  return {
    update(done, total, label) {
      if (!errIsTerminal || now() - drawnAt < REDRAW_MILLISECONDS) return;
      drawnAt = now();
      shown = true;
      err(`\r\u001b[2K${drawBar(done, total)}${paceOf(done, total)} ${label}`);
    },
    clear() {
      if (shown) err('\r\u001b[2K');
      shown = false;
    },
  };
}

function drawBar(done: number, total: number | undefined): string {
  if (!total) return String(done);
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR_WIDTH);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${String(Math.floor(share * 100)).padStart(3)} %`;
}
