import type { Attendance } from '../../../domain/records.ts';
import { attendanceTable } from '../export/tables/facts.ts';
import { BY_HAND, PROOF_TERMS } from './cell-values.ts';
import {
  type Cells,
  makeColumnTerms,
  readEmail,
  readHours,
  readListedTerm,
  readShort,
  readText,
} from './cells.ts';
import type { Notice } from './entry.ts';
import { type Batch, defineKind, type KindContext } from './file-kind.ts';
import { decideSave, tableOf, withStoredCells } from './line-outcome.ts';
import { readKnownPeople, UNKNOWN_EMAIL } from './references.ts';

interface AttendanceLine extends Omit<Attendance, 'personId'> {
  readonly email: string;
}

const PROOFS = makeColumnTerms(PROOF_TERMS, BY_HAND.proofs);

/** `presences.csv`. More hours than the event's are accepted with a remark, because the proof states them. */
export const attendances = defineKind<AttendanceLine>({
  name: 'attendances',
  table: attendanceTable,
  required: ['email', 'evenement', 'preuve'],
  parse: parseAttendance,
  prepare: (context, values) => prepareAttendances(context, values, () => false),
});

/** The participants of a course, from another service. A stored attendance with the same or a better proof is
 *  kept. */
export const attendedCourse = defineKind<AttendanceLine>({
  name: 'attendances',
  required: attendances.required,
  parse: parseAttendance,
  prepare: (context, values) =>
    prepareAttendances(context, values, (stored, stated) => stored.proof >= stated.proof),
});

/** Whether the stored attendance is kept although the line differs. */
type Stays = (stored: Attendance, stated: Attendance) => boolean;

async function prepareAttendances(
  { reader, phase, columns }: KindContext,
  values: readonly AttendanceLine[],
  stays: Stays,
): Promise<Batch<AttendanceLine>> {
  const [people, events] = await Promise.all([
    readKnownPeople(
      reader,
      values.map(({ email }) => email),
    ),
    reader.readEvents([...new Set(values.map(({ eventCode }) => eventCode))]),
  ]);
  const hoursOf = new Map(events.map(({ code, hours }) => [code, hours]));
  const ids = values.flatMap(({ email }) => people.personOf(email)?.id ?? []);
  const stored = phase === 'decide' ? await reader.readAttendances([...new Set(ids)]) : [];
  const byKey = new Map(stored.map((attendance) => [keyOf(attendance), attendance]));
  const toAttendance = ({ email, ...rest }: AttendanceLine): Attendance => ({
    personId: people.knownPerson(email).id,
    ...rest,
  });
  return {
    refuse: ({ email, eventCode }) => {
      if (!people.personOf(email)) return UNKNOWN_EMAIL;
      return hoursOf.has(eventCode) ? undefined : { code: 'unknown-event', column: 'evenement' };
    },
    keyOf: (line) => keyOf(toAttendance(line)),
    decide: (line) => {
      const value = toAttendance(line);
      const stored = byKey.get(keyOf(value));
      if (stored && stays(stored, value))
        return { outcome: 'unchanged', changes: [], differences: [], notices: [] };
      return decideSave({
        stored,
        said: withStoredCells(value, { stored, columns, table: attendanceTable }),
        toChange: (attendance) => ({ kind: 'attendance-saved', attendance }),
        table: tableOf(attendanceTable, people.knownPerson(line.email)),
        notices: aboveEvent(line, hoursOf.get(line.eventCode)),
      });
    },
  };
}

/** The remark on more hours than the event has. */
function aboveEvent({ hours = 0 }: AttendanceLine, most = Number.POSITIVE_INFINITY): readonly Notice[] {
  return hours > most ? [{ code: 'hours-above', column: 'heures', params: { most } }] : [];
}

function parseAttendance(cells: Cells): AttendanceLine {
  return {
    email: readEmail(cells, 'email'),
    eventCode: readShort(cells, 'evenement'),
    ...(readText(cells, 'heures') && { hours: readHours(cells, 'heures') }),
    proof: readListedTerm(cells, 'preuve', PROOFS),
  };
}

/** The key of an attendance. It contains the person instead of the address, so that two addresses of one
 *  person give one attendance. */
function keyOf({ personId, eventCode }: Attendance): string {
  return JSON.stringify([personId, eventCode]);
}
