import { z } from 'zod';
import type { SchoolInYear } from '../../../../application/school/read-year.ts';
import { isSettled } from '../../../../domain/contest/contest.ts';
import { LONGEST_COMMENT } from '../../../../domain/endorsement/endorsement.ts';
import { sharingsOfMission } from '../../../../domain/engagement/mission-sharing.ts';
import { isWaiting } from '../../../../domain/engagement/proposal.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { type PersonId, parsePersonId, personIdsAmong } from '../../../../domain/ids.ts';
import { fullName } from '../../../../domain/person/name.ts';
import { type Engagement, isCountable } from '../../../../domain/records.ts';
import { daysAfter } from '../../../../domain/time/calendar.ts';
import { firstDayOf, lastDayOf, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { Fold } from '../../components/details.tsx';
import { EndorsementPart } from '../../endorsements/endorsements-of-school.tsx';
import { CHANGE_REFUSALS } from '../../engagements/change-form.ts';
import { ChangeHistory } from '../../engagements/change-history.tsx';
import { changeLine, readNamesOf } from '../../engagements/change-view.ts';
import { periodWords, sharingWords } from '../../engagements/descriptions.ts';
import { type MemberSegment, MemberSegments } from '../../engagements/member.tsx';
import type { AppDeps } from '../../env.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { DateField, Refusal } from '../../forms/inputs.tsx';
import { noFields, requiredDate, requiredText } from '../../forms/schema.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { deciderOf, decidesOn, placeOf } from '../context.ts';
import { SchoolShell } from '../layout.tsx';

const wordsForm = z.object({ comment: requiredText(LONGEST_COMMENT) });
const departureForm = z.object({ lastDay: requiredDate });

const PATH = '/school/:uai/people/:person';
const DECIDES = decidesOn(async ({ uai, param }) => {
  const [personId] = personIdsAmong([param('person')]);
  return personId && { personId, uai };
});

const pageOf = ({ uai, param }: Visit) => `/school/${uai}/people/${param('person')}`;
/** The person of the address, and the viewer who speaks for the school. */
const memberOf = ({ uai, param, me }: Visit) => ({ uai, personId: parsePersonId(param('person')), by: me });

/** `/school/{uai}/people/{person}`: a person's engagements at the school, and their departure. */
export const memberPages = (deps: AppDeps) =>
  pagesOf(deps, 'school')
    .page(PATH, 'read-establishment', drawMember)
    .form(`${PATH}/words`, DECIDES, {
      page: drawMember,
      schema: wordsForm,
      act: async (visit, { comment }) => {
        await visit.services.offerEndorsement({ ...memberOf(visit), comment });
      },
      done: 'endorsement-offered',
      back: pageOf,
      refusals: {
        'colleague-named': { comment: 'colleague' },
        'numen-refused': { comment: 'numen' },
        'endorsement-in-badge': 409,
      },
    })
    .form(`${PATH}/words/remove`, DECIDES, {
      schema: noFields,
      act: (visit) => visit.services.removeEndorsement(memberOf(visit)),
      done: 'endorsement-removed',
      back: pageOf,
    })
    .form(`${PATH}/departure`, DECIDES, {
      page: drawMember,
      schema: departureForm,
      act: async (visit, { lastDay }) => {
        const { uai, personId } = memberOf(visit);
        const by = { ...deciderOf(visit.c), as: 'principal' as const };
        await visit.services.leaveSchool({ personId, uai, lastDay, by });
      },
      done: 'departure-saved',
      back: pageOf,
      refusals: { ...CHANGE_REFUSALS, 'change-day-outside': { lastDay: 'no-engagement-then' } },
    });

/** One person's engagements at the school, the possible changes, and the departure that ends them all. */
async function drawMember(visit: Visit) {
  const { c, services, uai, form } = visit;
  const school = await services.readSchool(uai);
  const person = school.people.find(({ id }) => id === visit.param('person'));
  if (!person) throw new DomainError('not-found');
  const place = placeOf(c, school);
  const own = person.id === visit.me;
  const mayChange = place.mayKeep && !own;
  const { waiting, history } = await readChanges(visit, person.id);
  const segments = segmentsOf(visit, { school, personId: person.id, mayChange });
  const current = segments.filter(({ over }) => !over);
  const mayLeave = current.some(({ changeHref }) => changeHref !== undefined);
  const t = visit.t.changes;
  return (
    <SchoolShell school={place} page="overview" title={fullName(person)} description={t.person.engagements}>
      <Refusal form={form} />
      {own && <p class="notice">{t.person.own}</p>}
      {waiting.map((line) => (
        <p class="notice">
          {line.what} {line.story[0]} <a href={`/school/${uai}/proposals/${line.id}`}>{t.decide.open}</a>
        </p>
      ))}
      <h2>{t.person.engagements}</h2>
      {mayChange && drawEnding(visit, school, person.id)}
      {current.length > 0 && <MemberSegments segments={current} />}
      {mayChange && (await drawEndorsement(visit, school, person.id))}
      {drawPast(
        visit,
        segments.filter(({ over }) => over),
      )}
      {mayLeave && drawDeparture(visit)}
      <ChangeHistory lines={history} />
    </SchoolShell>
  );
}

/** The departure, folded: it ends every engagement of the person here. It is open where it was refused. */
function drawDeparture(visit: Visit) {
  const { form, t } = visit;
  const { fields, person } = t.changes;
  return (
    <Fold title={person.leaving} open={form.values['lastDay'] !== undefined}>
      <p>{person.leavingText}</p>
      <Form
        action={`${pageOf(visit)}/departure`}
        form={form}
        labels={{ lastDay: fields.to, lastDayHelp: fields.lastDayHelp }}
      >
        <DateField name="lastDay" />
        <Submit class="secondary">{person.leave}</Submit>
      </Form>
    </Fold>
  );
}

/** The proposals that wait, and the past ones. */
async function readChanges({ store, uai, wording }: Visit, person: PersonId) {
  const all = await store.readEngagementProposalsAt(uai);
  const proposals = all.filter(({ personId }) => personId === person);
  const name = await readNamesOf(store, proposals, wording);
  return {
    waiting: proposals.filter(isWaiting).map((one) => changeLine(one, name, wording)),
    history: proposals.filter((one) => !isWaiting(one)).map((one) => changeLine(one, name, wording)),
  };
}

interface Member {
  readonly school: SchoolInYear;
  readonly personId: PersonId;
  readonly mayChange: boolean;
}

/** Latest first. */
function segmentsOf(visit: Visit, member: Member): readonly MemberSegment[] {
  return member.school.engagements
    .filter(({ personId }) => personId === member.personId)
    .toSorted((a, b) => b.period.from.localeCompare(a.period.from))
    .map((segment) => segmentOf(segment, visit, member));
}

function segmentOf(
  segment: Engagement,
  { uai, t, wording }: Visit,
  { school, mayChange }: Member,
): MemberSegment {
  const { reference, period, missions, roles, confirmation } = segment;
  const href = `/school/${uai}/engagements/${encodeURIComponent(reference)}`;
  const fixed = isSettled(reference, school.contests)
    ? t.changes.person.settled
    : confirmation === 'contested'
      ? t.changes.person.contested
      : undefined;
  return {
    reference,
    period: periodWords(period, wording),
    missions: missions
      .map((code) => {
        const said = sharingsOfMission(code, [segment]).map((one) => sharingWords(one, wording));
        return said.length > 0 ? `${code} (${said.join(', ')})` : code;
      })
      .join(', '),
    roles: roles.map((role) => t.records.roles[role]).join(', '),
    state: t.records.confirmations[confirmation],
    over: period.to !== undefined && period.to < school.today,
    fixed,
    ...(mayChange && !fixed && { changeHref: href }),
    ...(mayChange && { sharingHref: `${href}/sharing` }),
  };
}

/** The next steps after an end in this school year, and before its end: another person for the missions from the
 *  next day on, and the papers of the person who leaves. */
function drawEnding({ uai, t }: Visit, { engagements, today }: SchoolInYear, person: PersonId) {
  const year = schoolYearOf(today);
  const [last] = engagements
    .filter(({ personId, confirmation }) => personId === person && confirmation !== 'contested')
    .toSorted((a, b) => b.period.from.localeCompare(a.period.from));
  const on = last?.period.to;
  if (!last || !on || on < firstDayOf(year) || on >= lastDayOf(year)) return null;
  const asked = new URLSearchParams([
    ...last.missions.map((code) => ['mission', code]),
    ...last.roles.map((role) => ['role', role]),
    ['from', daysAfter(on, 1)],
  ]);
  const words = t.changes.person;
  return (
    <div class="notice">
      <p>{words.ending(t.day(on))}</p>
      <p class="actions">
        <a href={`/school/${uai}/missions/new?${asked}`}>{words.proposeOn}</a>
        <a href={`/school/${uai}/papers`}>{words.endPapers}</a>
      </p>
    </div>
  );
}

function drawPast({ t }: Visit, segments: readonly MemberSegment[]) {
  if (segments.length === 0) return null;
  return (
    <Fold title={t.changes.person.past} note={String(segments.length)}>
      <MemberSegments segments={segments} />
    </Fold>
  );
}

/** The principal's words; nothing where there are none and no engagement is confirmed yet. */
async function drawEndorsement(visit: Visit, { engagements }: SchoolInYear, person: PersonId) {
  const { store, uai, form } = visit;
  const said = (await store.readEndorsementsOf(person)).find((one) => one.uai === uai);
  const confirmed = engagements.some((one) => one.personId === person && isCountable(one.confirmation));
  if (!confirmed && !said) return null;
  const state = said?.credentialId ? 'added' : said?.declined ? 'declined' : 'offered';
  const view = {
    action: `${pageOf(visit)}/words`,
    ...(said && { said: { comment: said.comment, state, offeredAt: said.offeredAt } as const }),
  };
  return <EndorsementPart view={view} form={form} />;
}
