import type { SchoolMeetingChange } from '../../../domain/event/school-meeting.ts';
import { toSchoolMeetingRow } from '../tables/school-meetings.ts';
import { newKey, premised } from './guard.ts';
import { premise } from './premise.ts';
import type { Writers } from './writer.ts';

export const schoolMeetings = {
  'school-meeting-asked': newKey(({ db }, { meeting }) => [
    db.insertInto('school_meeting').values(toSchoolMeetingRow(meeting)).compile(),
  ]),
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
