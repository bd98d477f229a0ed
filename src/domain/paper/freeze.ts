import type { ProcedureSheet } from '../../features/procedure-sheets/feature.ts';
import { nameConfirmer } from '../confirmation/name-confirmers.ts';
import { engagementsOfYear } from '../engagement/mission-split.ts';
import { byName } from '../person/name.ts';
import { isCountable, type Person } from '../records.ts';
import type { WrittenReview } from '../review/planned.ts';
import { compact } from '../text/omit-undefined.ts';
import { schoolYearOf } from '../time/school-year.ts';
import { freezeMember } from './freeze-member.ts';
import type { PaperQuestion, SchoolOnRecord } from './question.ts';
import type { PaperFacts, PaperProcedure, PaperRequest } from './types.ts';

/** The facts of a paper (docs/rules.md, Papers). Undefined if there is nothing to print. */
export function freezePaper(school: SchoolOnRecord, question: PaperQuestion): PaperFacts | undefined {
  const { uai, name, commune } = school.establishment;
  const { kind, form, schoolYear } = question;
  const wanted = school.people
    .filter(({ id }) => !question.personId || id === question.personId)
    .toSorted(byName);
  const review = kind === 'review-record' ? findReview(school, question) : undefined;
  const asking =
    form !== undefined && kind === 'imp-file'
      ? wanted.flatMap((one) => toRequest(school, question, one))
      : [];
  const members = wanted
    .filter(({ id }) => !asking.some(({ person }) => person.id === id))
    .flatMap((person) => freezeMember(school, question, person) ?? []);
  if (members.length === 0 || (kind === 'review-record' && !review)) return undefined;
  return compact({
    form,
    establishment: { uai, name, commune },
    principal: question.principal,
    members,
    requests: form !== undefined && kind === 'imp-file' ? asking : undefined,
    authorisations: school.authorisations.filter(
      ({ period }) => engagementsOfYear([{ period }], schoolYear).length > 0,
    ),
    procedures: form === 3 && kind === 'mission-letter' ? school.procedures.map(toPrinted) : undefined,
    review,
  });
}

function toPrinted({ id, action, content }: ProcedureSheet): PaperProcedure {
  return { action, ...(content.kind === 'link' ? { url: content.url } : { id }) };
}

/** A person all of whose engagements of the year wait to be confirmed. */
function toRequest(
  { establishment, records, confirmers }: SchoolOnRecord,
  { schoolYear, on }: PaperQuestion,
  { id, givenName, familyName }: Person,
): readonly PaperRequest[] {
  const record = records.find(({ personId }) => personId === id);
  const engagements = engagementsOfYear(record?.engagements ?? [], schoolYear).filter(
    (one) => one.uai === establishment.uai && one.confirmation !== 'contested' && one.period.from <= on,
  );
  if (engagements.length === 0 || engagements.some(({ confirmation }) => isCountable(confirmation)))
    return [];
  const named = engagements.map((one) => nameConfirmer(one, confirmers));
  return [{ person: { id, givenName, familyName }, engagements: named }];
}

function findReview(
  { written }: SchoolOnRecord,
  { personId, schoolYear, on, reviewOn }: PaperQuestion,
): WrittenReview | undefined {
  const own = written.filter((one) => one.personId === personId);
  if (reviewOn) return own.find((one) => one.on === reviewOn);
  return own.find((one) => schoolYearOf(one.on) === schoolYear && one.on <= on);
}
