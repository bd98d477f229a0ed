import type { HostReader } from '../../../application/store/host-reader.ts';
import type { HostGrant } from '../../../domain/host/host-grant.ts';
import type { Database } from '../database.ts';
import { withoutNulls } from '../tables/columns.ts';
import {
  fromClientRow,
  fromCodeRow,
  fromGrantRow,
  fromHostTokenRow,
  fromSendingRow,
} from '../tables/host.ts';

export function makeHostReader(database: Database): HostReader {
  const { db } = database;
  return {
    readHostClient: async (id) => {
      const row = await db.selectFrom('host_client').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromClientRow(row);
    },
    readUnusedClients: async () => {
      const rows = await db
        .selectFrom('host_client')
        .select(['id', 'registered_at as registeredAt', 'network'])
        .where('last_granted_at', 'is', null)
        .execute();
      return rows.map(withoutNulls);
    },
    readHostCode: async (hash) => {
      const row = await db
        .selectFrom('host_code')
        .selectAll()
        .where('secret_hash', '=', hash)
        .executeTakeFirst();
      return row && withGrant(database, fromCodeRow(row));
    },
    readHostToken: async (hash) => {
      const row = await db
        .selectFrom('host_token')
        .selectAll()
        .where('secret_hash', '=', hash)
        .executeTakeFirst();
      return row && withGrant(database, fromHostTokenRow(row));
    },
    readHostGrantsOf: async (personId) => {
      const rows = await db
        .selectFrom('host_grant')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('granted_at', 'desc')
        .orderBy('id')
        .execute();
      const ids = database.capabilities.listOf(rows.map((row) => row.client_id));
      const clients = await db.selectFrom('host_client').selectAll().where('id', 'in', ids).execute();
      return rows.flatMap((row) => {
        const client = clients.find(({ id }) => id === row.client_id);
        return client ? [{ grant: fromGrantRow(row), client: fromClientRow(client) }] : [];
      });
    },
    readHostProfile: async (personId) => {
      const row = await db
        .selectFrom('host_profile')
        .selectAll()
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return row && { personId, document: row.document, updatedAt: row.updated_at };
    },
    readBadgeSending: async (hash) => {
      const row = await db
        .selectFrom('badge_sending')
        .selectAll()
        .where('state_hash', '=', hash)
        .executeTakeFirst();
      return row && fromSendingRow(row);
    },
  };
}

/** The secret with its grant, and whether a token was made from it. */
async function withGrant<Secret extends { readonly secretHash: string; readonly grantId: string }>(
  { db }: Database,
  secret: Secret,
): Promise<{ readonly secret: Secret; readonly grant: HostGrant; readonly isSpent: boolean } | undefined> {
  const [grant, made] = await Promise.all([
    db.selectFrom('host_grant').selectAll().where('id', '=', secret.grantId).executeTakeFirst(),
    db.selectFrom('host_token').select('kind').where('made_from', '=', secret.secretHash).executeTakeFirst(),
  ]);
  return grant && { secret, grant: fromGrantRow(grant), isSpent: made !== undefined };
}
