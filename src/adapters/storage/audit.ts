import { sql } from 'kysely';
import type { AuditReader } from '../../application/store/service-readers.ts';
import type { AuditChange, StoredAuditEntry } from '../../domain/audit.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Database } from './database.ts';
import { recordTable } from './record-table.ts';
import { newKey, type Writers } from './writer.ts';

const table = recordTable<StoredAuditEntry>()('audit', [], {
  columns: ['at', 'actor', 'action', 'subject', 'details'],
  json: ['details'],
});

export function makeAuditReader({ db, capabilities }: Database): AuditReader {
  const newestFirst = () => table.select(db).orderBy('at', 'desc');
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
    // Written as a literal: an engine uses a partial index only where it sees the condition itself.
    readImports: (limit) =>
      table.all(newestFirst().where(sql<boolean>`action = 'file-imported'`).limit(limit)),
  };
}

export const audit = {
  audited: newKey({
    writeRun: ({ db }, run) =>
      table.insertAll(
        db,
        run.map(({ entry }) => entry),
      ),
  }),
} satisfies Writers<AuditChange>;
