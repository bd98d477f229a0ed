import { CELLS, type CellColumn, type CellField } from '../../../../domain/engagement/fields.ts';
import type { Engagement } from '../../../../domain/records.ts';
import type { LocalDate } from '../../../../domain/time/calendar.ts';
import { CONFIRMATION_TERMS, toTerm } from '../../import/cell-values.ts';
import { type Cells, LineError, readDate, readHours, readText } from '../../import/cells.ts';
import { type Addressed, defineTable, ITEM_SEPARATOR } from '../file-table.ts';

/** A property for each cell that holds one optional value. */
const byColumn = <Value>(of: (cell: (typeof CELLS)[number]) => Value) =>
  Object.fromEntries(CELLS.map((cell) => [cell.column, of(cell)])) as Record<CellColumn, Value>;

const columnsByField = Object.fromEntries<readonly CellColumn[]>(
  CELLS.map(({ field, column }) => [field, [column]]),
) as Record<CellField, readonly CellColumn[]>;

export const engagementTable = defineTable({
  name: 'engagements',
  columns: {
    reference: 'text',
    email: 'text',
    uai: 'text',
    debut: 'date',
    fin: 'date',
    missions: 'text',
    roles: 'text',
    confirmation: 'text',
    ...byColumn(({ kind }) => kind),
  },
  fields: {
    reference: ['reference'],
    personId: ['email'],
    email: ['email'],
    uai: ['uai'],
    period: ['debut', 'fin'],
    missions: ['missions'],
    roles: ['roles'],
    confirmation: ['confirmation'],
    ...columnsByField,
    decided: [],
    sharing: [],
  },
  toRows: (it: Addressed<Engagement>) => [
    {
      reference: it.reference,
      email: it.email,
      uai: it.uai,
      debut: it.period.from,
      fin: it.period.to,
      missions: it.missions.join(ITEM_SEPARATOR),
      roles: it.roles.join(ITEM_SEPARATOR),
      confirmation: toTerm(CONFIRMATION_TERMS, it.confirmation),
      ...byColumn(({ field }) => it[field]),
    },
  ],
});

/** How a cell of each kind is read, if it is filled. A date may not lie after today. */
const READERS = { text: readText, date: readPastDay, number: readHours };

/** Reads the optional values that `engagementTable` writes. Throws a LineError for a cell that cannot be
 *  accepted. */
export function readCellFields(cells: Cells, today: LocalDate): Pick<Engagement, CellField> {
  const filled = CELLS.filter(({ column }) => readText(cells, column) !== undefined);
  return Object.fromEntries(
    filled.map(({ field, column, kind }) => [field, READERS[kind](cells, column, today)]),
  );
}

function readPastDay(cells: Cells, column: string, today: LocalDate): LocalDate {
  const day = readDate(cells, column);
  if (day <= today) return day;
  throw new LineError({ code: 'date-out-of-reason', column, params: { kind: 'after', limit: today } });
}
