import type { TrustedListChange } from '../../../domain/trusted-list.ts';
import { excluded } from './excluded.ts';
import type { Writers } from './writer.ts';

export const trustedLists = {
  'trusted-list-read': ({ db }, { list }) => {
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
  },
} satisfies Writers<TrustedListChange>;
