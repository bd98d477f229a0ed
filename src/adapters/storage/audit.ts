import { type Selectable, sql } from 'kysely';
import type { AuditReader } from '../../application/store/service-readers.ts';
import type { AuditChange, StoredAuditEntry } from '../../domain/audit.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Database } from './database.ts';
import { insertEach } from './insert.ts';
import type { AuditTable } from './tables.ts';
import { newKey, type Writers } from './writer.ts';

export function makeAuditReader(database: Database): AuditReader {
  const { db } = database;
  return {
    readAuditOf: async (subject, limit) => {
      const of = database.capabilities.listOf(typeof subject === 'string' ? [subject] : subject);
      const lines = db.selectFrom('audit').selectAll().where('subject', 'in', of);
      return (await lines.orderBy('at', 'desc').limit(limit).execute()).map(fromAuditRow);
    },
    readErasures: async (since) => {
      const erasures = db.selectFrom('audit').select('subject').where('action', '=', 'person-erased');
      const found = await erasures.where('at', '>=', since).orderBy('at').orderBy('subject').execute();
      return found.map(({ subject }) => subject as PersonId);
    },
    readImports: async (limit) => {
      // Written as a literal: an engine uses a partial index only where it sees the condition itself.
      const imports = db.selectFrom('audit').selectAll().where(sql<boolean>`action = 'file-imported'`);
      return (await imports.orderBy('at', 'desc').limit(limit).execute()).map(fromAuditRow);
    },
  };
}

function fromAuditRow({ at, actor, action, subject, details }: Selectable<AuditTable>): StoredAuditEntry {
  return {
    at,
    actor,
    action,
    subject,
    ...(details !== null && { details: JSON.parse(details) as Record<string, string> }),
  };
}

export const audit = {
  audited: newKey({
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ entry: { at, actor, action, subject, details } }) => ({
          at,
          actor,
          action,
          subject,
          details: details ? JSON.stringify(details) : null,
        })),
        (row) => db.insertInto('audit').values(row),
      ),
  }),
} satisfies Writers<AuditChange>;
