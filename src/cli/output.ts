import { toJsonLine } from '../assembly/json-line.ts';

/** Files with personal data may be read only by the account that runs the command. */
export const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;

/** One line, or several. */
export type OutputText = string | readonly string[];

/** The output of a verb: texts or JSON lines on stdout, everything else on stderr. No character that moves a
 *  terminal's cursor or changes the order of reading passes, whoever wrote it: files, badges, other services
 *  and error messages contain what strangers wrote. */
export interface Output {
  readonly json: boolean;
  /** Writes a line of the answer: the object with `--json`, the text otherwise. An empty text writes
   *  nothing. A line break inside a text is not one, so that no text imitates another line. */
  line(value: Readonly<Record<string, unknown>>, text: OutputText): void;
  /** Writes an answer that is JSON in any case: on one line with `--json`, indented otherwise. */
  document(value: Readonly<Record<string, unknown>>): void;
  /** Writes a file as it is, except controls other than ends of lines. */
  file(text: string): void;
  /** Resolves once the reader has taken the lines of a long answer. */
  taken(): Promise<void>;
  /** Writes a remark that is not part of the answer, on stderr. */
  note(text: OutputText): void;
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
      if (json) streams.out(`${toJsonLine(value)}\n`);
      else if (text.length > 0) streams.out(written(text));
    },
    document(value) {
      progress.clear();
      streams.out(`${toJsonLine(value, json ? undefined : 2)}\n`);
    },
    file(text) {
      progress.clear();
      streams.out([...text].map(withoutControl).join(''));
    },
    taken: streams.taken,
    note(text) {
      progress.clear();
      streams.err(written(text));
    },
  };
}

function written(text: OutputText): string {
  const lines = typeof text === 'string' ? [text] : text;
  return lines.map((line) => `${asOneLine(line)}\n`).join('');
}

/** A line without controls, escape sequences, invisible characters and signs of direction. */
function asOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, '\uFFFD');
}

/** A character of a file: the byte order mark and ends of lines pass, other controls do not. */
function withoutControl(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f);
  return isControl && character !== '\n' && character !== '\r' ? '\uFFFD' : character;
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
      err(`\r\u001b[2K${drawBar(done, total)}${paceOf(done, total)} ${asOneLine(label)}`);
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
