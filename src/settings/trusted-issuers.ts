import { z } from 'zod';
import type { SettingError } from '../domain/settings/error.ts';

const MOST_LISTS = 8;

/** Lists of issuers that the verification page may name as known: addresses, or files on Node, separated by
 *  commas. */
export const trustSettings = {
  TRUSTED_ISSUERS: z.string().default('').transform(toSources),
};

function toSources(text: string): readonly string[] {
  const sources = text.split(',').map((one) => one.trim());
  return [...new Set(sources.filter((one) => one !== ''))];
}

/** One fault for each address that would not be fetched, and one where there are too many. */
export function trustErrors(given: Readonly<Record<string, string | undefined>>): readonly SettingError[] {
  const name = 'TRUSTED_ISSUERS';
  const sources = toSources(given[name] ?? '');
  const isRefused = (source: string) => /^[a-z]+:\/\//i.test(source) && !/^https:\/\/./.test(source);
  return [
    ...sources.filter(isRefused).map((source) => ({ name, code: 'not-https-list', source }) as const),
    ...(sources.length > MOST_LISTS ? [{ name, code: 'too-many-lists', most: MOST_LISTS } as const] : []),
  ];
}
