import type { AuditReader } from '../../../application/store/audit-reader.ts';
import type { Database } from '../database.ts';

export function makeAuditReader(database: Database): AuditReader {
  const { db } = database;
  return {
    readAuditOf: async (subject, limit) => {
      const of = database.capabilities.listOf(typeof subject === 'string' ? [subject] : subject);
      const lines = db.selectFrom('audit').selectAll().where('subject', 'in', of);
      const rows = await lines.orderBy('at', 'desc').limit(limit).execute();
      return rows.map(({ at, actor, action, subject: about, details }) => ({
        at,
        actor,
        action,
        subject: about,
        ...(details !== null && { details: JSON.parse(details) as Record<string, string> }),
      }));
    },
  };
}
