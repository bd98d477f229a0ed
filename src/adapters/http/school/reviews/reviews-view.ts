import type { SchoolInYear } from '../../../../application/school/read-school.ts';
import { FAMILY_CODES } from '../../../../domain/engagement/mission.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import { isCountable } from '../../../../domain/records.ts';
import type { PlannedReview } from '../../../../domain/review/planned-review.ts';
import { type SchoolYear, schoolYearLabel, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { typographic } from '../../../../texts/typographic.ts';
import { nameOf } from '../../engagements/engagement-words.ts';
import type { Wording } from '../../shell/wording.ts';

/** A person engaged this year, and their review. */
export interface ReviewLine {
  readonly personId: PersonId;
  readonly name: string;
  /** The planned day in words, with its school year where it is the next one. */
  readonly planned?: string;
  /** The held day in words; `heldOn` is the same day for the form. */
  readonly held?: string;
  readonly heldOn?: string;
  /** Whether a text of that day is stored. */
  readonly written: boolean;
}

/** The written record of a review, with only the fields that were filled in. */
export type WrittenView = ReturnType<typeof writtenViews>[number];

/** The reviews of everyone with a confirmed engagement in the year. */
export function reviewLines(school: SchoolInYear, { t }: Wording): readonly ReviewLine[] {
  const { establishment, schoolYear, people, records, written, engagements, split } = school;
  const engaged = people.filter(
    ({ id }) =>
      split.people.includes(id) &&
      engagements.some((one) => one.personId === id && isCountable(one.confirmation)),
  );
  return engaged.map((person) => {
    const record = records.find(({ personId }) => personId === person.id);
    const held = (record?.reviews ?? []).findLast(
      ({ on, uai, kind }) =>
        uai === establishment.uai && kind === 'review' && schoolYearOf(on) === schoolYear,
    );
    const plan = planOf(school, person.id);
    return {
      personId: person.id,
      name: nameOf(person),
      written: written.some(({ personId, on }) => personId === person.id && on === held?.on),
      ...(plan && { planned: planWords(plan, schoolYear, t) }),
      ...(held && { held: t.day(held.on), heldOn: held.on }),
    };
  });
}

/** The planned day of a person's review, in the selected year or, failing that, in the next one. */
export function planOf(
  { planned, plannedNext }: Pick<SchoolInYear, 'planned' | 'plannedNext'>,
  personId: PersonId,
): PlannedReview | undefined {
  const isTheirs = (one: PlannedReview) => one.personId === personId;
  return planned.find(isTheirs) ?? plannedNext.find(isTheirs);
}

function planWords(plan: PlannedReview, year: SchoolYear, t: Wording['t']): string {
  const day = t.day(plan.on);
  return plan.schoolYear === year ? day : t.school.reviews.plannedIn(day, schoolYearLabel(plan.schoolYear));
}

/** The written records, newest first, of all years. */
export function writtenViews(school: SchoolInYear, { t, framework, locale }: Wording) {
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
      personId,
      name: nameOf(person),
      heldOn: on,
      on: t.day(on),
      writtenAt: t.day(writtenAt),
      notes: [...families, ...rest].filter(({ text }) => text !== ''),
    };
  });
}
