import { readFileSync } from 'node:fs';

interface KnownFailure {
  /** What is broken, without ids and days. */
  readonly sort: string;
  /** Why it is left for now, and where this is followed. */
  readonly reason: string;
}

const KNOWN: readonly KnownFailure[] = JSON.parse(
  readFileSync(new URL('data/known-failures.json', import.meta.url), 'utf8'),
);

/** Whether a promise is broken in a way that is known. */
export function isKnown(what: string): boolean {
  return KNOWN.some(({ sort }) => sort === sortOf(what));
}

/** What is broken, without the ids and days of its history. */
export function sortOf(what: string): string {
  const [line = ''] = what.split('\n');
  return line
    .replace(/\{.*|\[.*/, '')
    .replace(/[\w-]*\d[\w-]*/g, '…')
    .replace(/\b[\w-]*[a-z][A-Z][\w-]{12,}/g, '…')
    .replace(/: committed .*/, '');
}
