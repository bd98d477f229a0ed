import { DomainError, type DomainErrorCode } from '../domain/errors.ts';
import { ConfigError } from '../settings/config.ts';
import { cliTexts as english } from '../texts/en/cli.ts';
import { errorTexts as englishErrors } from '../texts/en/errors.ts';
import { type CliTexts, cliTexts as french } from '../texts/fr/cli.ts';
import { errorTexts as frenchErrors } from '../texts/fr/errors.ts';
import { OFFICE } from '../texts/office.ts';
import { gatherWrites } from './gather-writes.ts';
import { type Lines, makeOutput, type Output } from './output.ts';
import { parseWords } from './parse-words.ts';
import { RemoteError } from './remote-error.ts';
import { UsageError } from './usage-error.ts';
import type { ExitCode } from './verb.ts';
import { VERBS } from './verbs.ts';
import { waitUntilTaken } from './wait-until-taken.ts';

/** Refusals that mean a wrongly written command. Those of the next list mean that the system failed, and all
 *  others mean "no". */
const WRONG_USE: readonly DomainErrorCode[] = [
  'invalid-uai',
  'invalid-date',
  'invalid-request',
  'unknown-achievement',
  'no-criteria-in-force',
  'day-to-come',
  'reason-required',
];
const SYSTEM_FAILED: readonly DomainErrorCode[] = [
  'key-missing',
  'keys-lost',
  'signing-key-ended',
  'key-unreadable',
  'store-conflict',
  'unreachable',
  'unavailable',
  'database-unusable',
  'migrations-pending',
  'newer-database',
  'development-database',
  'clock-contradicted',
  'invalid-criteria',
];

interface Told {
  readonly texts: CliTexts;
  readonly errors: ReturnType<typeof frenchErrors>;
  readonly output: Output;
}

async function main(words: readonly string[]): Promise<ExitCode> {
  const locale = languageOf(words);
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
    const [name = 'help', ...rest] = words;
    if (name === 'help' || name === '--help' || name === '-h') {
      output.line({ kind: 'help', text: texts.usage }, texts.usage.split('\n'));
      return 0;
    }
    const verb = VERBS.get(name);
    if (!verb) throw new UsageError(texts.unknownVerb(name));
    const { options, positionals } = parseWords(verb, rest, texts);
    if (positionals.length < verb.words.min || positionals.length > verb.words.max) {
      throw new UsageError(texts.wrongWords(name));
    }
    return await verb.run({ words: positionals, options, output, texts, locale, environment: process.env });
  } catch (error) {
    return tell(error, { texts, errors, output });
  }
}

/** On a terminal each line is written at once, in turn with the progress bar. */
function writer(): (text: string) => void {
  return process.stdout.isTTY ? (text) => void process.stdout.write(text) : gatherWrites(process.stdout);
}

function languageOf(words: readonly string[]): 'fr' | 'en' {
  const at = words.indexOf('--lang');
  return words[at + 1] === 'en' && at >= 0 ? 'en' : 'fr';
}

/** Writes the error on stderr and, with `--json`, also as a line that a program can read. */
function tell(error: unknown, { texts, errors, output }: Told): ExitCode {
  const say = (code: string, text: Lines, exit: ExitCode): ExitCode => {
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
    return say(error.code, sentence, error.status >= 500 || error.status === 0 ? 3 : 1);
  }
  if (error instanceof DomainError && error.code === 'unavailable' && error.cause instanceof DomainError) {
    return tell(error.cause, { texts, errors, output });
  }
  if (error instanceof DomainError) {
    const exit = WRONG_USE.includes(error.code) ? 2 : SYSTEM_FAILED.includes(error.code) ? 3 : 1;
    return say(error.code, errors[error.code](error.params), exit);
  }
  if (isOfSystem(error)) return say('system', texts.failed(error.message), 3);
  const portTaken = portTakenBy(error);
  if (portTaken !== undefined) return say('port-taken', texts.portTaken(portTaken), 3);
  return say('system', [texts.failed(String(error)), ...framesOf(error)], 3);
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
