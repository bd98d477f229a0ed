import { projectsOf } from '../../features/school-projects/feature.ts';
import { nameConfirmer } from '../confirmation/name-confirmers.ts';
import { engagementsAround } from '../engagement/assigned-missions.ts';
import { toPrinted } from '../engagement/fields.ts';
import { countShares, engagementsOfYear } from '../engagement/mission-split.ts';
import { deriveTrainings, sumHours } from '../facts/attendance.ts';
import { derivePersonFacts } from '../facts/derive-person.ts';
import { type Engagement, isCountable, type Person, type PersonRecord } from '../records.ts';
import type { LocalDate } from '../time/calendar.ts';
import { firstDayOf, schoolYearOf } from '../time/school-year.ts';
import type { PaperQuestion, SchoolOnRecord } from './question.ts';
import type { PaperMember, PaperProject } from './types.ts';

/** The facts of one person in a paper: their whole engagement at that school in a statement, their name alone
 *  in a review record, one school year in the other papers. Undefined if nothing can be printed. */
export function freezeMember(
  school: SchoolOnRecord,
  question: PaperQuestion,
  { id, givenName, familyName }: Person,
): PaperMember | undefined {
  const { uai } = school.establishment;
  const { kind, form, on } = question;
  const record = school.records.find(({ personId }) => personId === id);
  if (!record) return undefined;
  const person = { id, givenName, familyName };
  const titleForm = question.titleForms.get(id);
  const titled = { person, ...(titleForm && { titleForm }) };
  if (form !== undefined && kind === 'review-record') return { ...nameOnly(person), ...titled };
  const engagements = printedSegments(record, school, question);
  const ofYear = engagementsOfYear(engagements, question.schoolYear);
  if (!ofYear.some((one) => isCountable(one.confirmation) || !form)) return undefined;
  const isDated = (day: LocalDate) => day <= on && (isCareer(question) || isOfYear(day, question));
  const attended = record.attended.filter(({ event }) => isDated(event.startsOn));
  const trainings = deriveTrainings(attended, on, question.basis.thresholds);
  const planned = school.planned.find(({ personId }) => personId === id);
  return {
    ...titled,
    record: {
      personId: id,
      engagements: engagements.map((one) => toPrinted(nameConfirmer(one, school.confirmers))),
      authorisations: record.authorisations.filter((one) => one.uai === uai),
      attended,
      reviews: record.reviews.filter((one) => one.uai === uai && isDated(one.on)),
      contributions: record.contributions.filter((one) => isDated(one.on)),
    },
    trainingHours: sumHours(trainings.filter(({ expired }) => !expired).map(({ hours }) => hours)),
    means: school.means.filter(({ personId, since }) => personId === id && since <= on),
    ...(planned && { plannedOn: planned.on }),
    ...(form !== undefined && {
      shares: sharesOf(ofYear, school, question),
      recognised: recognisedOf(record, school, question),
    }),
    ...(form === 3 && {
      hours: hoursOf(record, question),
      projects: printedProjects(id, school, question),
    }),
  };
}

function nameOnly(person: PaperMember['person']): PaperMember {
  const empty = { engagements: [], authorisations: [], attended: [], reviews: [], contributions: [] };
  return { person, record: { personId: person.id, ...empty }, trainingHours: 0, means: [] };
}

/** Hours of the year and hours that still count, from all of the person's trainings. */
function hoursOf({ attended }: PersonRecord, { on, schoolYear, basis }: PaperQuestion) {
  const trainings = deriveTrainings(attended, on, basis.thresholds);
  const ofYear = trainings.filter(({ year }) => year === schoolYear);
  const counted = trainings.filter(({ expired }) => !expired);
  return {
    ofYear: sumHours(ofYear.map(({ hours }) => hours)),
    counted: sumHours(counted.map(({ hours }) => hours)),
  };
}

/** The projects of the school that the person is associated to: all of them in a statement, those of the year
 *  in other papers. */
function printedProjects(
  id: Person['id'],
  { projects }: SchoolOnRecord,
  question: PaperQuestion,
): readonly PaperProject[] {
  const own = projectsOf(id, projects, question.on).filter(
    ({ period }) => isCareer(question) || engagementsOfYear([{ period }], question.schoolYear).length > 0,
  );
  return own.map(({ title, description, url, period }) => ({
    title,
    description,
    ...(url && { url }),
    period,
  }));
}

/** A statement covers the whole engagement at the school. */
function isCareer({ kind, form }: PaperQuestion): boolean {
  return form !== undefined && kind === 'statement';
}

function isOfYear(day: LocalDate, { schoolYear }: PaperQuestion): boolean {
  return schoolYearOf(day) === schoolYear;
}

function printedSegments(
  { engagements }: PersonRecord,
  { establishment }: SchoolOnRecord,
  question: PaperQuestion,
): readonly Engagement[] {
  const { kind, form, on, schoolYear } = question;
  const here = engagements.filter(({ uai }) => uai === establishment.uai);
  const dated = isCareer(question) ? here : engagementsOfYear(here, schoolYear);
  const withRequests = kind === 'imp-file' || isCareer(question);
  const printed = dated.filter(
    ({ confirmation, period }) =>
      (kind === 'mission-letter' || period.from <= on) &&
      (isCountable(confirmation) || (withRequests && confirmation === 'requested')),
  );
  return form !== undefined && kind === 'mission-letter' ? engagementsAround(printed, on) : printed;
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return [one, other].toSorted()[1] ?? other;
}

/** Shares are counted up to the paper's day or, for an engagement to come, up to its first day. */
function sharesOf(ofYear: readonly Engagement[], school: SchoolOnRecord, question: PaperQuestion) {
  const [own] = ofYear;
  if (!own) return [];
  const team = school.records.flatMap(({ engagements }) => engagements.filter(({ uai }) => uai === own.uai));
  const from = firstDayOf(question.schoolYear);
  const begins = ofYear.map(({ period }) => period.from).toSorted()[0] ?? from;
  return countShares(own.personId, team, { from, to: later(begins, question.on) });
}

function recognisedOf(record: PersonRecord, { establishment }: SchoolOnRecord, { on, basis }: PaperQuestion) {
  const here = record.engagements.filter(({ uai }) => uai === establishment.uai);
  const durationOf = (engagements: readonly Engagement[]) =>
    derivePersonFacts({ ...record, engagements }, on, basis).duration;
  return { here: durationOf(here), inAll: durationOf(record.engagements) };
}
