import { z } from 'zod';

const MOST_LISTS = 8;

/** Lists of issuers that the verification page may name as known: addresses, or files on Node, separated by
 *  commas. */
export const trustSettings = {
  TRUSTED_ISSUERS: z.string().default('').transform(toSources).refine(isShort, `at most ${MOST_LISTS} lists`),
};

function toSources(text: string): readonly string[] {
  const sources = text.split(',').map((one) => one.trim());
  return [...new Set(sources.filter((one) => one !== ''))];
}

function isShort(sources: readonly string[]): boolean {
  return sources.length <= MOST_LISTS;
}

/** One fault for each address that would not be fetched. */
export function trustFaults(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  return toSources(given['TRUSTED_ISSUERS'] ?? '')
    .filter((source) => /^[a-z]+:\/\//i.test(source) && !/^https:\/\/./.test(source))
    .map((source) => `TRUSTED_ISSUERS: ${source} is no https address`);
}
