import type { Writable } from 'node:stream';
import { VERSION } from '../assembly/system-ports.ts';
import { DomainError, type DomainErrorCode } from '../domain/errors.ts';
import { ConfigError } from '../settings/config-error.ts';
import { cliTexts as english } from '../texts/en/cli/commands.ts';
import { errorTexts as englishErrors } from '../texts/en/errors/domain.ts';
import { type CliTexts, cliTexts as french } from '../texts/fr/cli/commands.ts';
import { errorTexts as frenchErrors } from '../texts/fr/errors/domain.ts';
import { OFFICE } from '../texts/office.ts';
import type { ExitCode } from './command.ts';
import { COMMANDS } from './commands.ts';
import { UsageError } from './errors.ts';
import { makeOutput, type Output, type OutputText } from './output.ts';
import { helpLines, languageOf, parseArguments, readCommandLine, takeActor } from './read-command.ts';
import { RemoteError } from './remote-error.ts';

/** Refusals that mean a wrongly written command. Those of the next list mean that the system failed, and all
 *  others mean "no". */
const WRONG_USE: readonly DomainErrorCode[] = [
  'invalid-uai',
  'unknown-actor',
  'invalid-date',
  'invalid-request',
  'unknown-achievement',
  'unknown-import',
  'no-criteria-in-force',
  'day-to-come',
  'hour-out-of-range',
  'reason-required',
];
const SYSTEM_FAILED: readonly DomainErrorCode[] = [
  'key-missing',
  'keys-lost',
  'keys-foreign',
  'signing-unavailable',
  'signing-key-ended',
  'key-unreadable',
  'store-conflict',
  'unreachable',
  'unavailable',
  'database-unusable',
  'moved-to',
  'migrations-pending',
  'newer-database',
  'development-database',
  'clock-contradicted',
  'invalid-criteria',
];

interface ErrorOutput {
  readonly texts: CliTexts;
  readonly errors: ReturnType<typeof frenchErrors>;
  readonly output: Output;
}

async function main(given: readonly string[]): Promise<ExitCode> {
  const { words, environment, lacksActor } = takeActor(given);
  const locale = languageOf(words, environment);
  const texts = locale === 'en' ? english : french;
  const errors = (locale === 'en' ? englishErrors : frenchErrors)(OFFICE);
  const output = makeOutput(
    {
      out: writer(),
      taken: () => waitUntilTaken(process.stdout),
      err: (text) => void process.stderr.write(text),
      errIsTerminal: process.stderr.isTTY === true,
      now: () => performance.now(),
    },
    words.includes('--json'),
    texts,
  );
  try {
    if (lacksActor) throw new UsageError(texts.actorLacking);
    const requested = readCommandLine(words);
    if (requested.kind === 'version') {
      output.line({ kind: 'version', version: VERSION }, `jalon ${VERSION}`);
      return 0;
    }
    const name = requested.kind === 'help' ? requested.about : requested.name;
    const verb = COMMANDS.get(name ?? '');
    if (name !== undefined && !verb) throw new UsageError(texts.unknownVerb(name));
    if (requested.kind === 'help' || !verb) {
      const lines = helpLines(texts.usage, name);
      output.line({ kind: 'help', text: lines.join('\n') }, lines);
      return 0;
    }
    const { options, positionals } = parseArguments({ name: requested.name, verb }, requested.rest, texts);
    if (positionals.length < verb.words.min || positionals.length > verb.words.max) {
      throw new UsageError(texts.wrongWords(requested.name));
    }
    return await verb.run({ words: positionals, options, output, texts, locale, environment });
  } catch (error) {
    return reportError(error, { texts, errors, output });
  }
}

/** On a terminal each line is written at once, in turn with the progress bar. */
function writer(): (text: string) => void {
  return process.stdout.isTTY ? (text) => void process.stdout.write(text) : gatherWrites(process.stdout);
}

/** Writes the error on stderr and, with `--json`, also as a line that a program can read. */
function reportError(error: unknown, { texts, errors, output }: ErrorOutput): ExitCode {
  const say = (code: string, text: OutputText, exit: ExitCode): ExitCode => {
    output.note(text);
    const detail = typeof text === 'string' ? text : text.join('\n');
    if (output.json) output.line({ kind: 'error', code, detail }, '');
    return exit;
  };
  if (error instanceof UsageError) return say('usage', error.message, 2);
  if (error instanceof ConfigError) return say('settings', texts.settingsFault(error.faults), 3);
  if (error instanceof RemoteError) {
    const sentence = Object.hasOwn(errors, error.code)
      ? errors[error.code as DomainErrorCode](error.params)
      : error.message;
    return say(error.code, sentence, error.status >= 500 || error.status === 0 ? 3 : exitOf(error.code));
  }
  // Its cause names files, which the operator may know.
  const isVague = error instanceof DomainError && ['unavailable', 'signing-unavailable'].includes(error.code);
  if (isVague && error.cause instanceof DomainError) {
    return reportError(error.cause, { texts, errors, output });
  }
  if (error instanceof DomainError) {
    return say(error.code, errors[error.code](error.params), exitOf(error.code));
  }
  if (isOfSystem(error)) return say('system', systemFailed(error, texts), 3);
  const portTaken = portTakenBy(error);
  if (portTaken !== undefined) return say('port-taken', texts.portTaken(portTaken), 3);
  return say('system', [texts.failed(String(error)), ...framesOf(error)], 3);
}

/** A refusal ends with the same number on the database and with `--remote`. */
function exitOf(code: string): ExitCode {
  const isIn = (codes: readonly string[]) => codes.includes(code);
  return isIn(WRONG_USE) ? 2 : isIn(SYSTEM_FAILED) ? 3 : 1;
}

/** The calls that led to a fault of the program. The message stands before them, and may contain line breaks
 *  that others wrote. */
function framesOf(error: unknown): readonly string[] {
  const stack = (error instanceof Error && error.stack) || '';
  return stack.split('\n').filter((line) => /^ {4}at /.test(line));
}

/** An error of a file, a disk or the network: its message is complete, and a stack trace would not help. */
function isOfSystem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && !('port' in error);
}

function systemFailed(error: Error, texts: CliTexts): string {
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  return texts.systemFailed(code, path, error.message);
}

/** The port that the server cannot use because another program does. */
function portTakenBy(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') return undefined;
  return 'port' in error ? Number(error.port) : undefined;
}

// A reader that closes the pipe (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
// The files written here hold personal data, so only the account that runs the command may read them.
process.umask(0o077);
process.exitCode = await main(process.argv.slice(2));

/** Writes the lines of one turn of the process as one piece. The badges of a chunk are stored together, so
 *  their lines are also written together: a process that is killed in between is then unlikely to have left
 *  out some of them. */
export function gatherWrites(stream: Writable): (text: string) => void {
  let gathering = false;
  return (text) => {
    if (!gathering) {
      gathering = true;
      stream.cork();
      setImmediate(() => {
        gathering = false;
        stream.uncork();
      });
    }
    stream.write(text);
  };
}

/** Resolves once the reader of a stream has taken all waiting data, or has gone. For a slow reader, a long
 *  answer would otherwise wait in memory as a whole. */
export function waitUntilTaken(stream: Writable): Promise<void> {
  if (!stream.writableNeedDrain || stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      stream.off('drain', end);
      stream.off('close', end);
      resolve();
    };
    stream.on('drain', end);
    stream.on('close', end);
  });
}
