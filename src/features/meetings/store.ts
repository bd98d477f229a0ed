import type { ExpressionBuilder } from 'kysely';
import { type Writers, withPrecondition } from '../../adapters/storage/commit/change-writer.ts';
import { precondition, preconditionOfNone } from '../../adapters/storage/commit/precondition.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { countRows, readAll, readFirst } from '../../adapters/storage/mapping/queries.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { Tables } from '../../adapters/storage/mapping/tables.ts';
import {
  OPEN_MEETINGS,
  type SchoolMeeting,
  type SchoolMeetingChange,
  type SchoolMeetingReader,
} from './feature.ts';

const table = recordTable<Omit<SchoolMeeting, 'held'>>()('school_meeting', ['id'], {
  columns: ['id', 'uai', 'askedBy', 'askedAt', 'words', 'state', 'proposedBy', 'day', 'revision'],
});

function toRow({ held, ...meeting }: SchoolMeeting): Tables['school_meeting'] {
  return {
    ...table.toRow(meeting),
    projects: held?.notes.projects ?? null,
    difficulties: held?.notes.difficulties ?? null,
    prospects: held?.notes.prospects ?? null,
    noted_by: held?.by ?? null,
    noted_as: held?.as ?? null,
    noted_at: held?.at ?? null,
    event_code: held?.eventCode ?? null,
  };
}

function fromRow(row: Tables['school_meeting']): SchoolMeeting {
  const { projects, difficulties, prospects, noted_by: by, noted_as: as, noted_at: at, event_code } = row;
  const notes = { projects: projects ?? '', difficulties: difficulties ?? '', prospects: prospects ?? '' };
  const isHeld = by !== null && as !== null && at !== null && event_code !== null;
  return { ...table.fromRow(row), ...(isHeld && { held: { notes, by, as, at, eventCode: event_code } }) };
}

/** The most meetings of one school that a page shows. */
const MOST_SHOWN = 50;

export function makeSchoolMeetingReader({ db }: Database): SchoolMeetingReader {
  const meetings = () => table.select(db);
  return {
    readSchoolMeeting: (id) => readFirst(meetings().where('id', '=', id), fromRow),
    readSchoolMeetingsAt: (uai) => {
      const newest = meetings().where('uai', '=', uai).orderBy('asked_at', 'desc').orderBy('id', 'desc');
      return readAll(newest.limit(MOST_SHOWN), fromRow);
    },
    readSchoolMeetings: async (states, { after, limit }) => {
      let page = meetings().where('state', 'in', states);
      const last =
        after === undefined ? undefined : await meetings().where('id', '=', after).executeTakeFirst();
      if (last) {
        page = page.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('asked_at', 'id'), '>', tuple(last.asked_at, last.id)),
        );
      }
      return readAll(page.orderBy('asked_at').orderBy('id').limit(limit), fromRow);
    },
    countMeetingsForDane: () => {
      const isWaiting = (eb: ExpressionBuilder<Tables, 'school_meeting'>) =>
        eb.or([
          eb('state', '=', 'asked'),
          eb.and([eb('state', '=', 'proposed'), eb('proposed_by', '=', 'principal')]),
        ]);
      return countRows(db.selectFrom('school_meeting').where(isWaiting));
    },
  };
}

export const meetingWriters = {
  'school-meeting-asked': withPrecondition(['choice-as-read'], (database, { meeting }) => {
    const { db } = database;
    const { uai } = meeting;
    const waiting = db
      .selectFrom('school_meeting')
      .select('id')
      .where('uai', '=', uai)
      .where('state', 'in', OPEN_MEETINGS);
    return [
      // Each asking writes the row of the school: of two at once, the second sees the first one's meeting.
      db.updateTable('establishment').set({ uai }).where('uai', '=', uai).compile(),
      preconditionOfNone(database, 'choice-as-read', waiting),
      db.insertInto('school_meeting').values(toRow(meeting)).compile(),
    ];
  }),
  'school-meeting-changed': withPrecondition(['engagement-as-read'], (database, { meeting }) => {
    const { db } = database;
    const { id, ...row } = toRow(meeting);
    const asRead = table.locate(db, { id }).where('revision', '=', row.revision - 1);
    return [
      // A meeting is judged as it was read, like an engagement: of two changes at once, the second one fails.
      precondition(database, 'engagement-as-read', asRead),
      db.updateTable('school_meeting').set(row).where('id', '=', id).compile(),
    ];
  }),
} satisfies Writers<SchoolMeetingChange>;

export const meetingChecks = {
  'nothing-ahead': [notAhead('school_meeting', 'id', 'asked_at', 'noted_at')],
} satisfies InvariantChecks;
