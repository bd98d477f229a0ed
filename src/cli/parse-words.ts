import { parseArgs } from 'node:util';
import type { CliTexts } from '../texts/fr/cli.ts';
import { UsageError } from './usage-error.ts';
import type { Verb } from './verb.ts';

/** A badge's id that begins with a dash, or the name of its saved file. New ids do not begin so; some older
 *  ones do. */
const DASHED_ID = /^-[A-Za-z0-9_-]{21}(\.[a-z]{3,4})?$/;
/** The null character, which no word of a command line can contain. */
const MARK = '\0';

/** Parses the options and other words of a verb. A word that looks like a badge's id is read as one, unless
 *  it is the name or the value of an option. Throws a `UsageError`. */
export function parseWords(verb: Verb, args: readonly string[], texts: CliTexts) {
  const options: Verb['options'] = { ...verb.options, json: { type: 'boolean' }, lang: { type: 'string' } };
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
    throw new UsageError(texts.wrongOption(error instanceof Error ? error.message : String(error)));
  }
}
