import { z } from 'zod';
import type { SchoolInYear } from '../../../../application/school/read-year.ts';
import { isWaiting } from '../../../../domain/engagement/proposal.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { type PersonId, parsePersonId, personIdsAmong } from '../../../../domain/ids.ts';
import { fullName } from '../../../../domain/person/name.ts';
import { type Engagement, isCountable } from '../../../../domain/records.ts';
import { daysAfter } from '../../../../domain/time/calendar.ts';
import { firstDayOf, lastDayOf, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { isSettled } from '../../../../features/contests/feature.ts';
import { LONGEST_COMMENT } from '../../../../features/endorsements/feature.ts';
import { EndorsementPart } from '../../../../features/endorsements/school.tsx';
import { Details } from '../../components/details.tsx';
import { CHANGE_REJECTIONS } from '../../engagements/change-form.ts';
import { ChangeHistory } from '../../engagements/change-history.tsx';
import { changeRow, readNamesOf } from '../../engagements/change-view.ts';
import { engagementTexts } from '../../engagements/descriptions.ts';
import { type MemberEngagement, MemberEngagements } from '../../engagements/member.tsx';
import type { AppDeps } from '../../env.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { DateField, Rejection } from '../../forms/inputs.tsx';
import { noFields, requiredDate, requiredText } from '../../forms/schema.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { deciderOf, decidesOn, placeOf } from '../context.ts';
import { SchoolLayout } from '../layout.tsx';

const commentForm = z.object({ comment: requiredText(LONGEST_COMMENT) });
const departureForm = z.object({ lastDay: requiredDate });

const PATH = '/school/:uai/people/:person';
const DECIDES = decidesOn(async ({ uai, param }) => {
  const [personId] = personIdsAmong([param('person')]);
  return personId && { personId, uai };
});

const pageOf = ({ uai, param }: PageRequest) => `/school/${uai}/people/${param('person')}`;
/** The person of the address, and the viewer who speaks for the school. */
const memberOf = ({ uai, param, me }: PageRequest) => ({
  uai,
  personId: parsePersonId(param('person')),
  by: me,
});

/** `/school/{uai}/people/{person}`: a person's engagements at the school, and their departure. */
export const memberPages = (deps: AppDeps) =>
  definePages(deps, 'school')
    .page(PATH, 'read-establishment', renderMember)
    .form(`${PATH}/words`, DECIDES, {
      page: renderMember,
      schema: commentForm,
      act: async (request, { comment }) => {
        await request.services.offerEndorsement({ ...memberOf(request), comment });
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
      act: (request) => request.services.removeEndorsement(memberOf(request)),
      done: 'endorsement-removed',
      back: pageOf,
    })
    .form(`${PATH}/departure`, DECIDES, {
      page: renderMember,
      schema: departureForm,
      act: async (request, { lastDay }) => {
        const { uai, personId } = memberOf(request);
        const by = { ...deciderOf(request.c), as: 'principal' as const };
        await request.services.leaveSchool({ personId, uai, lastDay, by });
      },
      done: 'departure-saved',
      back: pageOf,
      refusals: { ...CHANGE_REJECTIONS, 'change-day-outside': { lastDay: 'no-engagement-then' } },
    });

/** One person's engagements at the school, the possible changes, and the departure that ends them all. */
async function renderMember(request: PageRequest) {
  const { c, services, uai, form } = request;
  const school = await services.readSchool(uai);
  const person = school.people.find(({ id }) => id === request.param('person'));
  if (!person) throw new DomainError('not-found');
  const place = placeOf(c, school);
  const own = person.id === request.me;
  const mayChange = place.mayKeep && !own;
  const { waiting, history } = await readChanges(request, person.id);
  const segments = engagementsOf(request, { school, personId: person.id, mayChange });
  const current = segments.filter(({ over }) => !over);
  const mayLeave = current.some(({ changeHref }) => changeHref !== undefined);
  const t = request.t.changes;
  return (
    <SchoolLayout school={place} page="overview" title={fullName(person)} description={t.person.engagements}>
      <Rejection form={form} />
      {own && <p class="notice">{t.person.own}</p>}
      {waiting.map((line) => (
        <p class="notice">
          {line.what} {line.story[0]} <a href={`/school/${uai}/proposals/${line.id}`}>{t.decide.open}</a>
        </p>
      ))}
      <h2>{t.person.engagements}</h2>
      {mayChange && renderEnding(request, school, person.id)}
      {current.length > 0 && <MemberEngagements segments={current} />}
      {mayChange && (await renderEndorsement(request, school, person.id))}
      {renderPast(
        request,
        segments.filter(({ over }) => over),
      )}
      {mayLeave && renderDeparture(request)}
      <ChangeHistory lines={history} />
    </SchoolLayout>
  );
}

/** The departure, folded: it ends every engagement of the person here. It is open where it was refused. */
function renderDeparture(request: PageRequest) {
  const { form, t } = request;
  const { fields, person } = t.changes;
  return (
    <Details title={person.leaving} open={form.values['lastDay'] !== undefined}>
      <p>{person.leavingText}</p>
      <Form
        action={`${pageOf(request)}/departure`}
        form={form}
        labels={{ lastDay: fields.to, lastDayHelp: fields.lastDayHelp }}
      >
        <DateField name="lastDay" />
        <Submit class="secondary">{person.leave}</Submit>
      </Form>
    </Details>
  );
}

/** The proposals that wait, and the past ones. */
async function readChanges({ store, uai, wording }: PageRequest, person: PersonId) {
  const all = await store.readEngagementProposalsAt(uai);
  const proposals = all.filter(({ personId }) => personId === person);
  const name = await readNamesOf(store, proposals, wording);
  return {
    waiting: proposals.filter(isWaiting).map((one) => changeRow(one, name, wording)),
    history: proposals.filter((one) => !isWaiting(one)).map((one) => changeRow(one, name, wording)),
  };
}

interface Member {
  readonly school: SchoolInYear;
  readonly personId: PersonId;
  readonly mayChange: boolean;
}

/** Latest first. */
function engagementsOf(request: PageRequest, member: Member): readonly MemberEngagement[] {
  return member.school.engagements
    .filter(({ personId }) => personId === member.personId)
    .toSorted((a, b) => b.period.from.localeCompare(a.period.from))
    .map((engagement) => engagementOf(engagement, request, member));
}

function engagementOf(
  engagement: Engagement,
  { uai, t, wording }: PageRequest,
  { school, mayChange }: Member,
): MemberEngagement {
  const { reference, period, confirmation } = engagement;
  const shown = engagementTexts(engagement, wording);
  const href = `/school/${uai}/engagements/${encodeURIComponent(reference)}`;
  const fixed = isSettled(reference, school.contests)
    ? t.changes.person.settled
    : confirmation === 'contested'
      ? t.changes.person.contested
      : undefined;
  return {
    ...shown,
    missions: shown.missions
      .map(({ code, sharing }) => (sharing.length > 0 ? `${code} (${sharing.join(', ')})` : code))
      .join(', '),
    over: period.to !== undefined && period.to < school.today,
    fixed,
    ...(mayChange && !fixed && { changeHref: href }),
    ...(mayChange && { sharingHref: `${href}/sharing` }),
  };
}

/** The next steps after an end in this school year, and before its end: another person for the missions from the
 *  next day on, and the papers of the person who leaves. */
function renderEnding({ uai, t }: PageRequest, { engagements, today }: SchoolInYear, person: PersonId) {
  const year = schoolYearOf(today);
  const [last] = engagements
    .filter(({ personId, confirmation }) => personId === person && confirmation !== 'contested')
    .toSorted((a, b) => b.period.from.localeCompare(a.period.from));
  const on = last?.period.to;
  if (!last || !on || on < firstDayOf(year) || on >= lastDayOf(year)) return null;
  const requested = new URLSearchParams([
    ...last.missions.map((code) => ['mission', code]),
    ...last.roles.map((role) => ['role', role]),
    ['from', daysAfter(on, 1)],
  ]);
  const texts = t.changes.person;
  return (
    <div class="notice">
      <p>{texts.ending(t.day(on))}</p>
      <p class="actions">
        <a href={`/school/${uai}/missions/new?${requested}`}>{texts.proposeOn}</a>
        <a href={`/school/${uai}/papers`}>{texts.endPapers}</a>
      </p>
    </div>
  );
}

function renderPast({ t }: PageRequest, segments: readonly MemberEngagement[]) {
  if (segments.length === 0) return null;
  return (
    <Details title={t.changes.person.past} note={String(segments.length)}>
      <MemberEngagements segments={segments} />
    </Details>
  );
}

/** The principal's words; nothing if there are none and no engagement is confirmed yet. */
async function renderEndorsement(request: PageRequest, { engagements }: SchoolInYear, person: PersonId) {
  const { store, uai, form } = request;
  const stated = (await store.readEndorsementsOf(person)).find((one) => one.uai === uai);
  const confirmed = engagements.some((one) => one.personId === person && isCountable(one.confirmation));
  if (!confirmed && !stated) return null;
  const state = stated?.credentialId ? 'added' : stated?.declined ? 'declined' : 'offered';
  const view = {
    action: `${pageOf(request)}/words`,
    ...(stated && { said: { comment: stated.comment, state, offeredAt: stated.offeredAt } as const }),
  };
  return <EndorsementPart view={view} form={form} />;
}
