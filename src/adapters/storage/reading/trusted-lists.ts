import type { TrustedListReader } from '../../../application/store/trusted-list-reader.ts';
import type { TrustedIssuer } from '../../../domain/trusted-list.ts';
import type { Database } from '../database.ts';

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
