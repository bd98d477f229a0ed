import type { AuditChange } from '../../../domain/audit.ts';
import { insertRows } from './insert-rows.ts';
import type { Writers } from './writer.ts';

export const audit = {
  audited: {
    writeRun: (database, run) =>
      insertRows(
        database,
        'audit',
        run.map(({ entry: { at, actor, action, subject, details } }) => ({
          at,
          actor,
          action,
          subject,
          details: details ? JSON.stringify(details) : null,
        })),
      ),
  },
} satisfies Writers<AuditChange>;
