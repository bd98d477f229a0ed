import type { AuditChange } from '../../../domain/audit.ts';
import type { Writers } from './writer.ts';

export const audit = {
  audited: ({ db }, { entry: { at, actor, action, subject, details } }) => [
    db
      .insertInto('audit')
      .values({ at, actor, action, subject, details: details ? JSON.stringify(details) : null })
      .compile(),
  ],
} satisfies Writers<AuditChange>;
