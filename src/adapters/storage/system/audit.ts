import { type CompiledQuery, sql } from 'kysely';
import type { AuditQuery, AuditReader } from '../../../application/store/service-readers.ts';
import type {
  AuditChange,
  AuditEntry,
  CompleteAuditEntry,
  SealedAuditEntry,
  StoredAuditEntry,
} from '../../../domain/audit/entry.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { fromRecipientColumns } from '../awards/rows.ts';
import { newKey, sweep, type Writers } from '../commit/change-writer.ts';
import { saveTiles } from '../credentials/badge-log.ts';
import type { Database } from '../mapping/database.ts';
import { countRows } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';

const table = recordTable<StoredAuditEntry>()('audit', ['id'], {
  columns: [
    ...(['id', 'at', 'actor', 'action', 'subject', 'details', 'detailsSalt', 'detailsDigest'] as const),
    ...(['road', 'request', 'terminal', 'digest', 'position'] as const),
  ],
  json: ['details'],
});

export function makeAuditReader(database: Database): AuditReader {
  const { db, capabilities } = database;
  const newestFirst = () => table.select(db).orderBy('at', 'desc').orderBy('id', 'desc');
  const sealed = () => table.select(db).where('position', 'is not', null);
  const unsealed = () => table.select(db).where('position', 'is', null);
  return {
    readAuditOf: (subject, limit) => {
      const of = capabilities.listOf(typeof subject === 'string' ? [subject] : subject);
      return table.all(newestFirst().where('subject', 'in', of).limit(limit));
    },
    readErasures: async (since) => {
      const erasures = db.selectFrom('audit').select('subject').where('action', '=', 'person-erased');
      const found = await erasures.where('at', '>=', since).orderBy('at').orderBy('subject').execute();
      return found.map(({ subject }) => subject as PersonId);
    },
    readImports: (limit) => table.all(newestFirst().where('action', '=', 'file-imported').limit(limit)),
    readAuditedAwards: async (ids) => {
      const among = capabilities.listOf(ids);
      const rows = await db
        .selectFrom('award')
        .leftJoin('credential', 'credential.award_id', 'award.id')
        .select(['award.id', 'recipient_kind', 'recipient_id', 'achievement', 'award.version'])
        .select('credential.id as credential_id')
        .where(
          sql<string>`award.id`,
          'in',
          sql<string>`(select value from ${among} as listed union all select award_id from credential where id in ${among})`,
        )
        .execute();
      return rows.map(({ id, achievement, version, credential_id, ...row }) => ({
        ...{ id, achievement, version, recipient: fromRecipientColumns(row) },
        ...(credential_id !== null && { credentialId: credential_id }),
      }));
    },
    searchAudit: (query) => table.all(searched(database, query).limit(query.limit)),
    readLastOf: (action) => table.first(newestFirst().where('action', '=', action).limit(1)),
    readSealedEntries: (from, limit) =>
      table.all(sealed().where('position', '>=', from).orderBy('position').limit(limit)),
    readUnsealedEntries: (limit, after = '') =>
      table.all(unsealed().where('id', '>', after).orderBy('id').limit(limit)),
    countUnsealedEntries: () => countRows(db.selectFrom('audit').where('position', 'is', null)),
    readFirstKept: async (from, now) => {
      const saved = db.selectFrom('audit').select('position').where('position', 'is not', null);
      const dated = saved.where('at', '>=', from).where('at', '<=', now);
      const row = await dated.orderBy('position').limit(1).executeTakeFirst();
      return row?.position ?? undefined;
    },
  };
}

function searched({ db, capabilities }: Database, query: AuditQuery) {
  const { about, actions, from, until, after } = query;
  return table
    .select(db)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .$if(about !== undefined, (lines) => {
      const ids = capabilities.listOf(about ?? []);
      return lines.where((eb) => eb.or([eb('actor', 'in', ids), eb('subject', 'in', ids)]));
    })
    .$if(actions !== undefined, (lines) => lines.where('action', 'in', capabilities.listOf(actions ?? [])))
    .$if(from !== undefined, (lines) => lines.where('at', '>=', from as NonNullable<typeof from>))
    .$if(until !== undefined, (lines) => lines.where('at', '<', until as NonNullable<typeof until>))
    .$if(after !== undefined, (lines) =>
      lines.where(sql<boolean>`(at, id) < (${after?.at ?? ''}, ${after?.id ?? ''})`),
    );
}

export const audit = {
  audited: newKey({
    writeRun: ({ db }, run) =>
      table.insertAll(
        db,
        run.map(({ entry }) => requireCompleteEntry(entry)),
      ),
  }),
  /** Two processes that seal at once want the same places for different lines: the unique position refuses the
   *  later one. Where they want the same, the second one changes nothing. */
  'audit-sealed': newKey((database, { lines, tiles }) => [
    seal(database, lines),
    ...saveTiles(database, 'audit', tiles),
  ]),
  'audit-let-go': sweep('audit-let-go', ({ db }, { before }) => [
    db.deleteFrom('audit').where('position', '<', before).compile(),
  ]),
} satisfies Writers<AuditChange>;

/** A line without digests comes from a store that does not complete it (`makeAuditedStore`). */
function requireCompleteEntry(entry: AuditEntry | CompleteAuditEntry): CompleteAuditEntry {
  if ('digest' in entry) return entry;
  throw new TypeError(`the audit of ${entry.action} was not completed`);
}

/** The number of statements does not grow with the number of lines, because D1 limits it. */
function seal({ db, capabilities }: Database, lines: readonly SealedAuditEntry[]): CompiledQuery {
  const rows = capabilities.objectsOf(lines.map((line) => ({ ...line, position: String(line.position) })));
  const text = (name: keyof SealedAuditEntry) => sql<string>`line.value ->> ${sql.lit(name)}`;
  return db
    .updateTable('audit')
    .from(rows.as('line'))
    .set({
      position: sql<number>`cast(${text('position')} as integer)`,
      digest: text('digest'),
      details_salt: text('detailsSalt'),
      details_digest: text('detailsDigest'),
    })
    .whereRef('audit.id', '=', text('id'))
    .where('audit.position', 'is', null)
    .compile();
}
