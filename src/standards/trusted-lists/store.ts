import { lastWriteWins, type Writers } from '../../adapters/storage/commit/change-writer.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { TrustedList, TrustedListChange, TrustedListReader } from './feature.ts';

const table = recordTable<TrustedList>()('trusted_list', ['source'], {
  columns: ['source', 'name', 'readAt', 'validUntil', 'issuers'],
  json: ['issuers'],
});

export function makeTrustedListReader({ db }: Database): TrustedListReader {
  return { readTrustedLists: () => table.all(table.select(db).orderBy('source')) };
}

export const trustedListWriters = {
  'trusted-list-read': lastWriteWins('reading', ({ db }, { list }) => [table.save(db, list)]),
} satisfies Writers<TrustedListChange>;

export const trustedListChecks = {
  'nothing-ahead': [notAhead('trusted_list', 'source', 'read_at')],
} satisfies InvariantChecks;
