import type { CompiledQuery } from 'kysely';
import type { ApiToken, AuditEntry, PublishedStatusList } from '../../../domain/change/change.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { toTokenRow } from '../tables/rows-awards.ts';
import { insertStatusList, type OpenedList } from './status-lists.ts';

type Queries = readonly CompiledQuery[];

/** Status lists, tokens, and who did what. */
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

    audit: ({ at, actor, action, subject, details }: AuditEntry): Queries => [
      db
        .insertInto('audit')
        .values({ at, actor, action, subject, details: details ? JSON.stringify(details) : null })
        .compile(),
    ],
  };
}
