import type { HostChange } from '../../../domain/host/host-grant.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Database } from '../database.ts';
import { toCodeRow, toGrantRow, toHostTokenRow } from '../tables/host.ts';
import { excluded } from './excluded.ts';
import { asStored, lastWord, newKey } from './guard.ts';
import type { Queries, Writers } from './writer.ts';

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
