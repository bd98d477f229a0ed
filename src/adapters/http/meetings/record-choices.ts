import { engagedOn } from '../../../application/support/meetings.ts';
import type { SchoolMeeting } from '../../../domain/event/school-meeting.ts';
import { localDateInParis } from '../../../domain/time/time.ts';
import type { AppDeps } from '../env.ts';
import type { Choice } from '../shell/fields.tsx';
import { formOver, type ShownForm } from '../shell/take-form.ts';

const MOST_PRESENT = 200;

/** The people who may have been at the meeting, and the form with what was noted so far. */
export async function recordChoices(
  { ports }: AppDeps,
  meeting: SchoolMeeting,
  sent?: ShownForm,
): Promise<{ readonly people: readonly Choice[]; readonly form: ShownForm }> {
  const { store, clock } = ports;
  const today = localDateInParis(clock.now());
  const day = meeting.day && meeting.day <= today ? meeting.day : today;
  const [[record], attendances] = await Promise.all([
    store.readEstablishmentRecords([meeting.uai]),
    meeting.held ? store.readEventAttendances(meeting.held.eventCode, { limit: MOST_PRESENT }) : [],
  ]);
  const noted = attendances.map(({ personId }) => personId);
  const engagements = record?.people.flatMap((one) => one.engagements) ?? [];
  const ids = new Set([...engagedOn(engagements, meeting.uai, day), ...noted]);
  const people = (await store.readPeople([...ids])).map(({ id, givenName, familyName }) => ({
    value: id,
    label: `${givenName} ${familyName}`,
  }));
  const { projects = '', difficulties = '', prospects = '' } = meeting.held?.notes ?? {};
  const values = {
    ...{ day: [day], projects: [projects], difficulties: [difficulties], prospects: [prospects] },
    present: noted,
  };
  return {
    people: people.toSorted((a, b) => a.label.localeCompare(b.label, 'fr')),
    form: formOver(meeting.held ? values : {}, sent, values),
  };
}
