import type { HostReader } from '../../application/store/holder-readers.ts';
import type { ClientMetadata } from '../../domain/host/client-metadata.ts';
import type {
  BadgeSending,
  HostChange,
  HostClient,
  HostCode,
  HostGrant,
  HostToken,
} from '../../domain/host/host-grant.ts';
import type { Scope } from '../../domain/host/scopes.ts';
import type { PersonId } from '../../domain/ids.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { excluded } from './insert.ts';
import type {
  BadgeSendingTable,
  HostClientTable,
  HostCodeTable,
  HostGrantTable,
  HostTokenTable,
} from './tables.ts';
import { asStored, lastWord, newKey, type Queries, type Writers } from './writer.ts';

export function fromClientRow(row: HostClientTable): HostClient {
  return {
    id: row.id,
    secretHash: row.secret_hash,
    metadata: JSON.parse(row.metadata) as ClientMetadata,
    registeredAt: row.registered_at,
  };
}

export function toGrantRow(it: HostGrant): HostGrantTable {
  return {
    id: it.id,
    client_id: it.clientId,
    person_id: it.personId,
    scopes: JSON.stringify(it.scopes),
    granted_at: it.grantedAt,
    expires_at: it.expiresAt,
    last_used_on: it.lastUsedOn ?? null,
  };
}

export function fromGrantRow(row: HostGrantTable): HostGrant {
  return withoutNulls({
    id: row.id,
    clientId: row.client_id,
    personId: row.person_id,
    scopes: JSON.parse(row.scopes) as readonly Scope[],
    grantedAt: row.granted_at,
    expiresAt: row.expires_at,
    lastUsedOn: row.last_used_on,
  });
}

export function toCodeRow(it: HostCode, personId: PersonId): HostCodeTable {
  return {
    secret_hash: it.secretHash,
    grant_id: it.grantId,
    person_id: personId,
    redirect_uri: it.redirectUri,
    challenge: it.challenge,
    expires_at: it.expiresAt,
  };
}

export function fromCodeRow(row: HostCodeTable): HostCode {
  return {
    secretHash: row.secret_hash,
    grantId: row.grant_id,
    redirectUri: row.redirect_uri,
    challenge: row.challenge,
    expiresAt: row.expires_at,
  };
}

export function toHostTokenRow(it: HostToken, personId: PersonId): HostTokenTable {
  return {
    secret_hash: it.secretHash,
    kind: it.kind,
    grant_id: it.grantId,
    person_id: personId,
    scopes: JSON.stringify(it.scopes),
    made_from: it.madeFrom,
    expires_at: it.expiresAt,
  };
}

export function fromHostTokenRow(row: HostTokenTable): HostToken {
  return {
    secretHash: row.secret_hash,
    kind: row.kind,
    grantId: row.grant_id,
    scopes: JSON.parse(row.scopes) as readonly Scope[],
    madeFrom: row.made_from,
    expiresAt: row.expires_at,
  };
}

export function fromSendingRow(row: BadgeSendingTable): BadgeSending {
  return {
    stateHash: row.state_hash,
    personId: row.person_id,
    sealed: row.sealed,
    expiresAt: row.expires_at,
  };
}

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

/** Writes clients, grants and their secrets, and badges on their way to another host. */
export const host = {
  'host-client-registered': newKey(
    ({ db }, { client: { id, secretHash, metadata, registeredAt }, network }) => {
      const row = {
        id,
        secret_hash: secretHash,
        metadata: JSON.stringify(metadata),
        registered_at: registeredAt,
        network,
      };
      return [
        db
          .insertInto('host_client')
          .values({ ...row, last_granted_at: null })
          .compile(),
      ];
    },
  ),
  'host-client-dropped': asStored(({ db }, { clientId }) => [
    db.deleteFrom('host_client').where('id', '=', clientId).where('last_granted_at', 'is', null).compile(),
  ]),
  'host-grant-made': newKey(({ db }, { grant, code }) => {
    const former = db
      .selectFrom('host_grant')
      .select('id')
      .where('client_id', '=', grant.clientId)
      .where('person_id', '=', grant.personId);
    return [
      db.deleteFrom('host_code').where('grant_id', 'in', former).compile(),
      db.deleteFrom('host_token').where('grant_id', 'in', former).compile(),
      db
        .deleteFrom('host_grant')
        .where('client_id', '=', grant.clientId)
        .where('person_id', '=', grant.personId)
        .compile(),
      db.insertInto('host_grant').values(toGrantRow(grant)).compile(),
      db.insertInto('host_code').values(toCodeRow(code, grant.personId)).compile(),
      db
        .updateTable('host_client')
        .set({ last_granted_at: grant.grantedAt, network: null })
        .where('id', '=', grant.clientId)
        .compile(),
    ];
  }),
  'host-tokens-made': newKey(({ db }, { grant, tokens }) => [
    ...tokens.map((token) =>
      db.insertInto('host_token').values(toHostTokenRow(token, grant.personId)).compile(),
    ),
    db.updateTable('host_grant').set({ expires_at: grant.expiresAt }).where('id', '=', grant.id).compile(),
  ]),
  'host-grant-used': lastWord('reading', ({ db }, { grantId, on }) => [
    db.updateTable('host_grant').set({ last_used_on: on }).where('id', '=', grantId).compile(),
  ]),
  'host-grant-ended': asStored(({ db }, { grantId }) => [
    db.deleteFrom('host_code').where('grant_id', '=', grantId).compile(),
    db.deleteFrom('host_token').where('grant_id', '=', grantId).compile(),
    db.deleteFrom('host_grant').where('id', '=', grantId).compile(),
  ]),
  'host-token-ended': asStored(({ db }, { secretHash }) => [
    db.deleteFrom('host_token').where('secret_hash', '=', secretHash).compile(),
  ]),
  'host-profile-saved': lastWord('owner', ({ db }, { profile: { personId, document, updatedAt } }) => {
    const row = { document, updated_at: updatedAt };
    return [
      db
        .insertInto('host_profile')
        .values({ person_id: personId, ...row })
        .onConflict((on) => on.column('person_id').doUpdateSet(excluded(row)))
        .compile(),
    ];
  }),
  'badge-sending-begun': newKey(({ db }, { sending: { stateHash, personId, sealed, expiresAt } }) => [
    // A person sends one badge at a time, so an earlier sending is deleted.
    db.deleteFrom('badge_sending').where('person_id', '=', personId).compile(),
    db
      .insertInto('badge_sending')
      .values({ state_hash: stateHash, person_id: personId, sealed, expires_at: expiresAt })
      .compile(),
  ]),
  'badge-sending-ended': asStored(({ db }, { stateHash }) => [
    db.deleteFrom('badge_sending').where('state_hash', '=', stateHash).compile(),
  ]),
  'host-forgotten': asStored(({ db }, { at, unusedSince, idleSince }) => [
    db.deleteFrom('host_code').where('expires_at', '<=', at).compile(),
    db.deleteFrom('host_token').where('expires_at', '<=', at).compile(),
    db.deleteFrom('host_grant').where('expires_at', '<=', at).compile(),
    db.deleteFrom('badge_sending').where('expires_at', '<=', at).compile(),
    db
      .deleteFrom('host_client')
      .where('last_granted_at', 'is', null)
      .where('registered_at', '<', unusedSince)
      .compile(),
    db
      .deleteFrom('host_client')
      .where('last_granted_at', '<', idleSince)
      .where('id', 'not in', db.selectFrom('host_grant').select('client_id'))
      .compile(),
  ]),
} satisfies Writers<HostChange>;

/** Moves the Profile that a client wrote. Where both records have one, that of `into` stays. */
export function mergeHostProfiles({ db }: Pick<Database, 'db'>, from: PersonId, into: PersonId): Queries {
  const kept = db.selectFrom('host_profile').select('person_id').where('person_id', '=', into);
  return [
    db
      .deleteFrom('host_profile')
      .where('person_id', '=', from)
      .where((eb) => eb.exists(kept))
      .compile(),
    db.updateTable('host_profile').set({ person_id: into }).where('person_id', '=', from).compile(),
  ];
}
