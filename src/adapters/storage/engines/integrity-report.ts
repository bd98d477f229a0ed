import type { CheckedPage } from '../../../application/store/invariant-reader.ts';
import { type Finding, MOST_FINDINGS } from '../../../domain/integrity/invariant.ts';

/** A row that SQLite's `foreign_key_check` names. */
export interface Broken {
  readonly table: string;
  readonly rowid: number | null;
  readonly parent: string;
}

/** The rows whose reference leads nowhere. */
export function toBroken(rows: readonly Broken[]): readonly Finding[] {
  return rows.map(({ table, rowid, parent }) => ({
    subject: `${table} ${rowid ?? '?'}`,
    detail: { parent },
  }));
}

/** What an engine said, as a part with none after it. */
export function toCheckedPage(looked: number, found: readonly Finding[]): CheckedPage {
  return { looked, count: found.length, found: found.slice(0, MOST_FINDINGS) };
}
