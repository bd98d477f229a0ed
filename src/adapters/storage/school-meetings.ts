import type { SchoolMeetingReader } from '../../application/store/school-readers.ts';
import {
  isMeetingOpen,
  MEETING_STATES,
  type SchoolMeeting,
  type SchoolMeetingChange,
} from '../../domain/event/school-meeting.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { premise, premiseOfNone } from './premise.ts';
import type { SchoolMeetingTable } from './tables.ts';
import { premised, type Writers } from './writer.ts';

export function toSchoolMeetingRow(it: SchoolMeeting): SchoolMeetingTable {
  return {
    id: it.id,
    uai: it.uai,
    asked_by: it.askedBy,
    asked_at: it.askedAt,
    words: it.words ?? null,
    state: it.state,
    proposed_by: it.proposedBy ?? null,
    day: it.day ?? null,
    projects: it.held?.notes.projects ?? null,
    difficulties: it.held?.notes.difficulties ?? null,
    prospects: it.held?.notes.prospects ?? null,
    noted_by: it.held?.by ?? null,
    noted_as: it.held?.as ?? null,
    noted_at: it.held?.at ?? null,
    event_code: it.held?.eventCode ?? null,
    revision: it.revision,
  };
}

export function fromSchoolMeetingRow(row: SchoolMeetingTable): SchoolMeeting {
  const { projects, difficulties, prospects, noted_by: by, noted_as: as, noted_at: at, event_code } = row;
  const notes = { projects: projects ?? '', difficulties: difficulties ?? '', prospects: prospects ?? '' };
  return withoutNulls({
    id: row.id,
    uai: row.uai,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    words: row.words,
    state: row.state,
    proposedBy: row.proposed_by,
    day: row.day,
    ...(by !== null &&
      as !== null &&
      at !== null &&
      event_code !== null && { held: { notes, by, as, at, eventCode: event_code } }),
    revision: row.revision,
  });
}

/** The most meetings of one school that a page shows. */
const MOST_SHOWN = 50;

export function makeSchoolMeetingReader({ db }: Database): SchoolMeetingReader {
  const meetings = () => db.selectFrom('school_meeting').selectAll();
  return {
    readSchoolMeeting: async (id) => {
      const row = await meetings().where('id', '=', id).executeTakeFirst();
      return row && fromSchoolMeetingRow(row);
    },
    readSchoolMeetingsAt: async (uai) => {
      const newest = meetings().where('uai', '=', uai).orderBy('asked_at', 'desc').orderBy('id', 'desc');
      return (await newest.limit(MOST_SHOWN).execute()).map(fromSchoolMeetingRow);
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
      const rows = await page.orderBy('asked_at').orderBy('id').limit(limit).execute();
      return rows.map(fromSchoolMeetingRow);
    },
    countMeetingsForDane: async () => {
      const waiting = db
        .selectFrom('school_meeting')
        .select((eb) => eb.fn.countAll().as('count'))
        .where((eb) =>
          eb.or([
            eb('state', '=', 'asked'),
            eb.and([eb('state', '=', 'proposed'), eb('proposed_by', '=', 'principal')]),
          ]),
        );
      return Number((await waiting.executeTakeFirstOrThrow()).count);
    },
  };
}

export const schoolMeetings = {
  'school-meeting-asked': premised(['choice-as-read'], (database, { meeting }) => {
    const { db } = database;
    const { uai } = meeting;
    const waiting = db
      .selectFrom('school_meeting')
      .select('id')
      .where('uai', '=', uai)
      .where(
        'state',
        'in',
        MEETING_STATES.filter((state) => isMeetingOpen({ state })),
      );
    return [
      // Each asking writes the row of the school: of two at once, the second sees the first one's meeting.
      db.updateTable('establishment').set({ uai }).where('uai', '=', uai).compile(),
      premiseOfNone(database, 'choice-as-read', waiting),
      db.insertInto('school_meeting').values(toSchoolMeetingRow(meeting)).compile(),
    ];
  }),
  'school-meeting-changed': premised(['engagement-as-read'], (database, { meeting }) => {
    const { db } = database;
    const { id, ...row } = toSchoolMeetingRow(meeting);
    const asRead = db
      .selectFrom('school_meeting')
      .select('id')
      .where('id', '=', id)
      .where('revision', '=', row.revision - 1);
    return [
      // A meeting is judged as it was read, like a segment: of two changes at once, the second one fails.
      premise(database, 'engagement-as-read', asRead),
      db.updateTable('school_meeting').set(row).where('id', '=', id).compile(),
    ];
  }),
} satisfies Writers<SchoolMeetingChange>;
