import type { AuditChange } from '../../../domain/audit.ts';
import { insertEach } from './insert-each.ts';
import type { Writers } from './writer.ts';

export const audit = {
  audited: {
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
  },
} satisfies Writers<AuditChange>;
