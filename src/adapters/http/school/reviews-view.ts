import type { SchoolInYear } from '../../../application/school/read-school.ts';
import { FAMILY_CODES } from '../../../domain/engagement/mission.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { isCountable } from '../../../domain/records.ts';
import { schoolYearOf } from '../../../domain/time/school-year.ts';
import { typographic } from '../../../texts/typographic.ts';
import { nameOf, type Wording } from './segment-view.ts';

/** Somebody engaged this year, and their review. */
export interface ReviewLine {
  readonly personId: PersonId;
  readonly name: string;
  readonly planned?: string;
  readonly held?: string;
}

/** A review as it was written down: only what was noted. */
export interface WrittenView {
  readonly name: string;
  readonly on: string;
  readonly writtenAt: string;
  readonly notes: readonly { readonly label: string; readonly text: string }[];
}

/** The reviews of everyone with a confirmed engagement in the year. */
export function reviewLines(school: SchoolInYear, { t }: Wording): readonly ReviewLine[] {
  const { establishment, schoolYear, people, records, planned, engagements, split } = school;
  const engaged = people.filter(
    ({ id }) =>
      split.people.includes(id) &&
      engagements.some((one) => one.personId === id && isCountable(one.confirmation)),
  );
  return engaged.map((person) => {
    const record = records.find(({ personId }) => personId === person.id);
    const held = (record?.reviews ?? []).findLast(
      ({ on, uai }) => uai === establishment.uai && schoolYearOf(on) === schoolYear,
    );
    const plan = planned.find(({ personId }) => personId === person.id);
    return {
      personId: person.id,
      name: nameOf(person),
      ...(plan && { planned: t.day(plan.on) }),
      ...(held && { held: t.day(held.on) }),
    };
  });
}

/** What was written down, the newest first, whatever the year. */
export function writtenViews(
  school: SchoolInYear,
  { t, framework, locale }: Wording,
): readonly WrittenView[] {
  const { form } = t.school.reviews;
  return school.written.flatMap(({ personId, on, notes, writtenAt }) => {
    const person = school.people.find(({ id }) => id === personId);
    if (!person) return [];
    const families = FAMILY_CODES.map((code) => ({
      label: form.done(
        typographic(framework.families.find((one) => one.code === code)?.label[locale] ?? code),
      ),
      text: notes.doneByFamily[code] ?? '',
    }));
    const rest = [
      { label: form.worked, text: notes.worked },
      { label: form.difficulties, text: notes.difficulties },
      { label: form.presentSplit, text: notes.presentSplit },
      { label: form.trainingsWished, text: notes.trainingsWished },
      { label: form.decisions, text: notes.decisions },
    ];
    return {
      name: nameOf(person),
      on: t.day(on),
      writtenAt: t.day(writtenAt),
      notes: [...families, ...rest].filter(({ text }) => text !== ''),
    };
  });
}
