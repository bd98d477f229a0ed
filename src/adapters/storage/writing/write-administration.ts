import { type CompiledQuery, sql } from 'kysely';
import type { AuditEntry } from '../../../domain/audit.ts';
import type { ApiToken, PublishedStatusList } from '../../../domain/change/change.ts';
import type { PublicKeyRecord } from '../../../domain/public-key.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { toTokenRow } from '../tables/rows-awards.ts';
import { toPublicKeyRow } from '../tables/rows-keys.ts';
import { excluded } from './excluded.ts';
import { insertStatusList, type OpenedList } from './status-lists.ts';

type Queries = readonly CompiledQuery[];

/** Status lists, tokens, public keys, and who did what. */
export function makeAdministrationWriter(database: Database) {
  const { db } = database;
  return {
    openStatusList: (it: OpenedList): Queries => [insertStatusList(database, it).compile()],

    /** Of two publications at once the one that shows more bits stays, whichever comes last. */
    publishStatusList: ({ id, publishedRevision, document, validUntil }: PublishedStatusList): Queries => [
      db
        .updateTable('status_list')
        .set({ published_revision: publishedRevision, document, valid_until: validUntil })
        .where('id', '=', id)
        .where((eb) =>
          eb.or([eb('published_revision', 'is', null), eb('published_revision', '<=', publishedRevision)]),
        )
        .compile(),
    ],

    createToken: (it: ApiToken): Queries => [db.insertInto('api_token').values(toTokenRow(it)).compile()],

    revokeToken: (id: string, at: Instant): Queries => [
      db
        .updateTable('api_token')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .compile(),
    ],

    /** Nothing where a day as late is noted already. */
    useToken: (id: string, on: LocalDate): Queries => [
      db
        .updateTable('api_token')
        .set({ last_used_on: on })
        .where('id', '=', id)
        .where((eb) => eb.or([eb('last_used_on', 'is', null), eb('last_used_on', '<', on)]))
        .compile(),
    ],

    /** A key that is known only goes further: from active to retired, and from either to compromised. */
    keepPublicKey: (it: PublicKeyRecord): Queries => [
      db
        .insertInto('public_key')
        .values(toPublicKeyRow(it))
        .onConflict((conflict) =>
          conflict
            .column('kid')
            .doUpdateSet(excluded(stateOf(toPublicKeyRow(it))))
            .where('public_key.state', '!=', 'compromised')
            .where(sql.ref('excluded.state'), '!=', 'active'),
        )
        .compile(),
    ],

    audit: ({ at, actor, action, subject, details }: AuditEntry): Queries => [
      db
        .insertInto('audit')
        .values({ at, actor, action, subject, details: details ? JSON.stringify(details) : null })
        .compile(),
    ],
  };
}

/** The columns of a key that ever change. */
function stateOf({
  state,
  retired_at,
  compromised_at,
  compromised_reason,
}: ReturnType<typeof toPublicKeyRow>) {
  return { state, retired_at, compromised_at, compromised_reason };
}
