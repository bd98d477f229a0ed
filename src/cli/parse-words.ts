import { parseArgs } from 'node:util';
import type { CliTexts } from '../texts/fr/cli.ts';
import { UsageError } from './usage-error.ts';
import type { Verb } from './verb.ts';

/** A badge's id that begins with a dash, or the file that was saved under it. New ids do not begin so; some older ones
 *  do. */
const DASHED_ID = /^-[A-Za-z0-9_-]{21}(\.[a-z]{3,4})?$/;
/** No word of a command line can hold it. */
const MARK = '\0';

/** The options and other words of a verb. A word that looks like a badge's id is one, unless it names an option or is
 *  the value of one. Throws a `UsageError`. */
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
