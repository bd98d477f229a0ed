import { parseArgs } from 'node:util';
import type { CliTexts } from '../texts/fr/cli/commands.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { UsageError } from './errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The language of what people read: `--lang`, or else that of the terminal, where it is English. Programs read
 *  the same language at every terminal. */
export function languageOf(words: readonly string[], environment: Environment): 'fr' | 'en' {
  const at = words.indexOf('--lang');
  const stated = at < 0 ? words.find((word) => word.startsWith('--lang='))?.slice(7) : words[at + 1];
  if (stated !== undefined) return stated === 'en' ? 'en' : 'fr';
  if (words.includes('--json')) return 'fr';
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/** `--as EMAIL`, before or after the verb, says who gives the command, as `JALON_AS` does. `email` is empty
 *  if the option has no value. */
export function takeActor(words: readonly string[]) {
  const at = words.indexOf('--as');
  const joined = words.find((word) => word.startsWith('--as='));
  const next = words[at + 1] ?? '';
  const email = at >= 0 ? (next.startsWith('-') ? '' : next) : joined?.slice('--as='.length);
  if (email === undefined) return { words, environment: process.env, lacksActor: false };
  const rest = words.filter((word, place) => (at >= 0 ? place !== at && place !== at + 1 : word !== joined));
  const environment = { ...process.env, JALON_AS: email };
  return { words: rest, environment, lacksActor: email.trim() === '' };
}

const HELP: readonly string[] = ['help', '--help', '-h'];
const VERSION = '--version';

/** What a command line asks for: help on a verb or on all, the version, or a verb with the words next to it. */
export type CommandLine =
  | { readonly kind: 'help'; readonly about?: string }
  | { readonly kind: 'version' }
  | { readonly kind: 'verb'; readonly name: string; readonly rest: readonly string[] };

/** Finds the verb. Options may stand before it. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const [first = 'help'] = words;
  const isKnown = (word: string) => COMMANDS.has(word) || HELP.includes(word) || word === VERSION;
  const found = first.startsWith('-') && !HELP.includes(first) ? words.findIndex(isKnown) : 0;
  const at = Math.max(0, found);
  const name = words[at] ?? 'help';
  const rest = words.filter((_, place) => place !== at);
  if (name === VERSION) return { kind: 'version' };
  if (HELP.includes(name)) {
    const about = rest.find((word) => COMMANDS.has(word)) ?? rest.find((word) => !word.startsWith('-'));
    return { kind: 'help', ...(about !== undefined && { about }) };
  }
  const end = rest.indexOf('--');
  const options = end < 0 ? rest : rest.slice(0, end);
  if (COMMANDS.has(name) && options.some((word) => word === '--help' || word === '-h'))
    return { kind: 'help', about: name };
  return { kind: 'verb', name, rest };
}

/** The lines of the whole usage, or those about one verb with what holds for every verb. */
export function helpLines(usage: string, about: string | undefined): readonly string[] {
  const lines = usage.split('\n');
  if (about === undefined) return lines;
  const [title = '', ...rest] = lines;
  const end = rest.lastIndexOf('');
  const entries: string[][] = [];
  for (const line of rest.slice(0, end)) {
    if (line.startsWith('  ') && line[2] !== ' ') entries.push([line]);
    else entries.at(-1)?.push(line);
  }
  const isAbout = ([head = '']: readonly string[]) =>
    head.split(' · ').some((part) => part.trim().split(' ')[0] === about);
  return [title, '', ...entries.filter(isAbout).flat(), ...rest.slice(end)];
}

/** A badge's id that begins with a dash, or the name of its saved file. New ids do not begin so; some older
 *  ones do. */
const DASHED_ID = /^-[A-Za-z0-9_-]{21}(\.[a-z]{3,4})?$/;

/** The null character, which no word of a command line can contain. */
const MARK = '\0';

/** Parses the options and other words of a verb. A word that looks like a badge's id is read as one, unless
 *  it is the name or the value of an option. Throws a `UsageError`. */
export function parseArguments(
  { name, verb }: { readonly name: string; readonly verb: Command },
  args: readonly string[],
  texts: CliTexts,
) {
  const options: Command['options'] = {
    ...verb.options,
    json: { type: 'boolean' },
    lang: { type: 'string' },
  };
  const optionOf = (word = '') => (word.startsWith('--') ? options[word.slice(2)] : undefined);
  const isId = (word: string, at: number) =>
    DASHED_ID.test(word) && !optionOf(word) && optionOf(args[at - 1])?.type !== 'string';
  try {
    const { values, positionals } = parseArgs({
      args: args.map((word, at) => (isId(word, at) ? MARK + word : word)),
      options,
      allowPositionals: true,
    });
    return {
      options: values as Record<string, string | boolean | undefined>,
      positionals: positionals.map((word) => word.replace(MARK, '')),
    };
  } catch (error) {
    throw new UsageError(texts.wrongOption(toOptionError(error, name)));
  }
}

/** The option that Node names between quotes in its English sentence, and what is wrong with it. */
function toOptionError(error: unknown, verb: string) {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  const option = (message.split("'")[1] ?? '').split(' ').find((word) => word.startsWith('-')) ?? '';
  const isKnown = code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
  const fault = isKnown ? (message.includes('does not take') ? 'takes-none' : 'lacks-value') : 'unknown';
  return { verb, option: option.replace(',', ''), fault } as const;
}
