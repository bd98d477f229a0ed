import {
  CONTENT_FIELDS,
  ENGAGEMENT_FIELDS,
  type EngagementContent,
  withoutFields,
} from '../../../domain/engagement/fields.ts';
import { SINGLE_ROLES } from '../../../domain/engagement/mission.ts';
import { type Engagement, isCountable } from '../../../domain/records.ts';
import type { Queries } from '../commit/change-writer.ts';
import { flag } from '../mapping/columns.ts';
import type { Database } from '../mapping/database.ts';
import { excluded, insertEach } from '../mapping/insert.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { Tables } from '../mapping/tables.ts';

const table = recordTable<Engagement>()('engagement', ['reference'], {
  columns: ENGAGEMENT_FIELDS,
  json: ['missions', 'roles', 'sharing'],
  shared: ['missions', 'roles'],
  derived: ({ confirmation, roles }) => ({
    holds_single_role: flag(isCountable(confirmation) && roles.some((role) => SINGLE_ROLES.includes(role))),
  }),
});

export function toEngagementRow(it: Engagement): Tables['engagement'] {
  return table.toRow(it.sharing?.length === 0 ? withoutFields(it, ['sharing']) : it);
}

export const fromEngagementRow: (row: Tables['engagement']) => Engagement = table.fromRow;

/** The columns of the content of an engagement, with NULL for a field that has no value. */
export const contentColumns = (content: Partial<EngagementContent>): Partial<Tables['engagement']> =>
  table.columnsIn(Object.fromEntries(CONTENT_FIELDS.map((field) => [field, content[field]])));

/** Saves engagements, in order. A second save of the same reference replaces the first entirely, except how its
 *  missions are shared out, which is only said in the service. */
export function saveEngagements(database: Database, engagements: readonly Engagement[]): Queries {
  return insertEach(engagements.map(toEngagementRow), (row) => toSave(database, row));
}

function toSave({ db }: Database, row: Tables['engagement']) {
  const { reference: _, sharing: _kept, ...rest } = row;
  const insert = db.insertInto('engagement').values(row);
  return insert.onConflict((on) => on.column('reference').doUpdateSet(excluded(rest)));
}
