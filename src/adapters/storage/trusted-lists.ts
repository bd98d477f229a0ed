import type { TrustedListReader } from '../../application/store/service-readers.ts';
import type { TrustedList, TrustedListChange } from '../../domain/trusted-list.ts';
import type { Database } from './database.ts';
import { recordTable } from './record-table.ts';
import { lastWord, type Writers } from './writer.ts';

const table = recordTable<TrustedList>()('trusted_list', ['source'], {
  columns: ['source', 'name', 'readAt', 'validUntil', 'issuers'],
  json: ['issuers'],
});

export function makeTrustedListReader({ db }: Database): TrustedListReader {
  return { readTrustedLists: () => table.all(table.select(db).orderBy('source')) };
}

export const trustedLists = {
  'trusted-list-read': lastWord('reading', ({ db }, { list }) => [table.save(db, list)]),
} satisfies Writers<TrustedListChange>;
