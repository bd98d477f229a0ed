import type { SchoolMeetingReader } from '../../../application/store/school-meeting-reader.ts';
import type { Database } from '../database.ts';
import { fromSchoolMeetingRow } from '../tables/school-meetings.ts';

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
