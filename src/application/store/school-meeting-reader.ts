import type { MeetingState, SchoolMeeting } from '../../domain/event/school-meeting.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** Reads the meetings of the DANE in schools. */
export interface SchoolMeetingReader {
  readSchoolMeeting(id: string): Promise<SchoolMeeting | undefined>;
  /** The newest first. */
  readSchoolMeetingsAt(uai: Uai): Promise<readonly SchoolMeeting[]>;
  /** Meetings in one of the states, the oldest first; `after` is an id. */
  readSchoolMeetings(
    states: readonly MeetingState[],
    slice: Slice<string>,
  ): Promise<readonly SchoolMeeting[]>;
  /** Number of meetings for which the DANE has to set or accept a day. */
  countMeetingsForDane(): Promise<number>;
}
