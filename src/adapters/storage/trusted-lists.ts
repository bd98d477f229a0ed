import type { TrustedListReader } from '../../application/store/service-readers.ts';
import type { TrustedIssuer, TrustedListChange } from '../../domain/trusted-list.ts';
import type { Database } from './database.ts';
import { excluded } from './insert.ts';
import { lastWord, type Writers } from './writer.ts';

export function makeTrustedListReader({ db }: Database): TrustedListReader {
  return {
    readTrustedLists: async () => {
      const rows = await db.selectFrom('trusted_list').selectAll().orderBy('source').execute();
      return rows.map(({ source, name, read_at, valid_until, issuers }) => ({
        source,
        name,
        readAt: read_at,
        ...(valid_until !== null && { validUntil: valid_until }),
        issuers: JSON.parse(issuers) as readonly TrustedIssuer[],
      }));
    },
  };
}

export const trustedLists = {
  'trusted-list-read': lastWord('reading', ({ db }, { list }) => {
    const set = {
      name: list.name,
      read_at: list.readAt,
      valid_until: list.validUntil ?? null,
      issuers: JSON.stringify(list.issuers),
    };
    return [
      db
        .insertInto('trusted_list')
        .values({ source: list.source, ...set })
        .onConflict((on) => on.column('source').doUpdateSet(excluded(set)))
        .compile(),
    ];
  }),
} satisfies Writers<TrustedListChange>;
