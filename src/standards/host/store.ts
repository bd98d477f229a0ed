import {
  lastWriteWins,
  newKey,
  type Queries,
  sweep,
  touchesOne,
  type Writers,
} from '../../adapters/storage/commit/change-writer.ts';
import { is } from '../../adapters/storage/invariants/badge-conditions.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import { withoutNulls } from '../../adapters/storage/mapping/columns.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { readAll } from '../../adapters/storage/mapping/queries.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { PersonId } from '../../domain/ids.ts';
import type {
  BadgeSending,
  HostChange,
  HostClient,
  HostCode,
  HostGrant,
  HostProfile,
  HostReader,
  HostToken,
} from './feature.ts';

const clientTable = recordTable<HostClient>()('host_client', ['id'], {
  columns: ['id', 'secretHash', 'metadata', 'registeredAt'],
  json: ['metadata'],
});

const grantTable = recordTable<HostGrant>()('host_grant', ['id'], {
  columns: ['id', 'clientId', 'personId', 'scopes', 'grantedAt', 'expiresAt', 'lastUsedOn'],
  json: ['scopes'],
});

const codeTable = recordTable<HostCode>()('host_code', ['secretHash'], {
  columns: ['secretHash', 'grantId', 'redirectUri', 'challenge', 'expiresAt'],
});

const tokenTable = recordTable<HostToken>()('host_token', ['secretHash'], {
  columns: ['secretHash', 'kind', 'grantId', 'scopes', 'madeFrom', 'expiresAt'],
  json: ['scopes'],
});

const profileTable = recordTable<HostProfile>()('host_profile', ['personId'], {
  columns: ['personId', 'document', 'updatedAt'],
});

const sendingTable = recordTable<BadgeSending>()('badge_sending', ['stateHash'], {
  columns: ['stateHash', 'personId', 'sealed', 'expiresAt'],
});

export function makeHostReader(database: Database): HostReader {
  const { db, capabilities } = database;
  return {
    readHostClient: (id) => clientTable.find(db, { id }),
    readUnusedClients: () => {
      const clients = db.selectFrom('host_client').where('last_granted_at', 'is', null);
      return readAll(clients.select(['id', 'registered_at as registeredAt', 'network']), withoutNulls);
    },
    readHostCode: async (secretHash) => withGrant(database, await codeTable.find(db, { secretHash })),
    readHostToken: async (secretHash) => withGrant(database, await tokenTable.find(db, { secretHash })),
    hasHostGrant: async (id) => (await grantTable.find(db, { id })) !== undefined,
    readHostGrantsOf: async (personId) => {
      const own = grantTable.select(db).where('person_id', '=', personId);
      const grants = await grantTable.all(own.orderBy('granted_at', 'desc').orderBy('id'));
      const ids = capabilities.listOf(grants.map(({ clientId }) => clientId));
      const clients = await clientTable.all(clientTable.select(db).where('id', 'in', ids));
      return grants.flatMap((grant) => {
        const client = clients.find(({ id }) => id === grant.clientId);
        return client ? [{ grant, client }] : [];
      });
    },
    readHostProfile: (personId) => profileTable.find(db, { personId }),
    readBadgeSending: (stateHash) => sendingTable.find(db, { stateHash }),
  };
}

/** The secret with its grant, and whether a token was made from it. */
async function withGrant<Secret extends { readonly secretHash: string; readonly grantId: string }>(
  { db }: Database,
  secret: Secret | undefined,
): Promise<{ readonly secret: Secret; readonly grant: HostGrant; readonly isSpent: boolean } | undefined> {
  if (!secret) return undefined;
  const [grant, made] = await Promise.all([
    grantTable.find(db, { id: secret.grantId }),
    db.selectFrom('host_token').select('kind').where('made_from', '=', secret.secretHash).executeTakeFirst(),
  ]);
  return grant && { secret, grant, isSpent: made !== undefined };
}

/** Writes clients, grants and their secrets, and badges on their way to another host. */
export const hostWriters = {
  'host-client-registered': newKey(({ db }, { client, network }) => [
    clientTable.insert(db, client, { network }),
  ]),
  'host-client-dropped': sweep('host-client-dropped', ({ db }, { clientId }) => [
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
      grantTable.insert(db, grant),
      codeTable.insert(db, code, { person_id: grant.personId }),
      db
        .updateTable('host_client')
        .set({ last_granted_at: grant.grantedAt, network: null })
        .where('id', '=', grant.clientId)
        .compile(),
    ];
  }),
  'host-tokens-made': newKey(({ db }, { grant, tokens }) => [
    ...tokens.map((token) => tokenTable.insert(db, token, { person_id: grant.personId })),
    db.updateTable('host_grant').set({ expires_at: grant.expiresAt }).where('id', '=', grant.id).compile(),
  ]),
  'host-grant-used': touchesOne(
    ({ db }, { grantId }) => grantTable.locate(db, { id: grantId }),
    ({ db }, { grantId, on }) => [
      db.updateTable('host_grant').set({ last_used_on: on }).where('id', '=', grantId).compile(),
    ],
  ),
  'host-grant-ended': touchesOne(
    ({ db }, { grantId }) => grantTable.locate(db, { id: grantId }),
    ({ db }, { grantId }) => [
      db.deleteFrom('host_code').where('grant_id', '=', grantId).compile(),
      db.deleteFrom('host_token').where('grant_id', '=', grantId).compile(),
      db.deleteFrom('host_grant').where('id', '=', grantId).compile(),
    ],
  ),
  'host-token-ended': touchesOne(
    ({ db }, { secretHash }) => tokenTable.locate(db, { secretHash }),
    ({ db }, { secretHash }) => [db.deleteFrom('host_token').where('secret_hash', '=', secretHash).compile()],
  ),
  'host-profile-saved': lastWriteWins('owner', ({ db }, { profile }) => [profileTable.save(db, profile)]),
  'badge-sending-begun': newKey(({ db }, { sending }) => [
    // A person sends one badge at a time, so an earlier sending is deleted.
    db.deleteFrom('badge_sending').where('person_id', '=', sending.personId).compile(),
    sendingTable.insert(db, sending),
  ]),
  'badge-sending-ended': touchesOne(
    ({ db }, { stateHash }) => sendingTable.locate(db, { stateHash }),
    ({ db }, { stateHash }) => [db.deleteFrom('badge_sending').where('state_hash', '=', stateHash).compile()],
  ),
  'host-forgotten': sweep('host-forgotten', ({ db }, { at, unusedSince, idleSince }) => [
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

export const hostChecks = {
  'own-things': [
    {
      from: 'host_token',
      key: 'secret_hash',
      wrong: is(
        'exists (select 1 from host_grant where host_grant.id = it.grant_id and host_grant.person_id <> it.person_id)',
      ),
    },
  ],
  'nothing-ahead': [
    notAhead('host_client', 'id', 'registered_at', 'last_granted_at'),
    notAhead('host_grant', 'id', 'granted_at'),
    notAhead('held_badge', 'id', 'received_at', 'verified_at'),
    notAhead('host_profile', 'person_id', 'updated_at'),
  ],
} satisfies InvariantChecks;

/** Moves the Profile that a client wrote. Where both records have one, that of `into` stays. */
export function mergeHostProfiles({ db }: Pick<Database, 'db'>, from: PersonId, into: PersonId): Queries {
  const saved = profileTable.locate(db, { personId: into });
  return [
    db
      .deleteFrom('host_profile')
      .where('person_id', '=', from)
      .where((eb) => eb.exists(saved))
      .compile(),
    db.updateTable('host_profile').set({ person_id: into }).where('person_id', '=', from).compile(),
  ];
}
