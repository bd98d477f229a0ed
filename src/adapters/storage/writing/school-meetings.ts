import {
  isMeetingOpen,
  MEETING_STATES,
  type SchoolMeetingChange,
} from '../../../domain/event/school-meeting.ts';
import { toSchoolMeetingRow } from '../tables/school-meetings.ts';
import { premised } from './guard.ts';
import { premise, premiseOfNone } from './premise.ts';
import type { Writers } from './writer.ts';

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
