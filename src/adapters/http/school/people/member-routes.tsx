import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isSettled } from '../../../../domain/contest/contest.ts';
import { LONGEST_COMMENT } from '../../../../domain/endorsement/endorsement.ts';
import { isWaiting } from '../../../../domain/engagement/engagement-proposal.ts';
import { sharingsOfMission } from '../../../../domain/engagement/mission-sharing.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { type PersonId, parsePersonId, personIdsAmong } from '../../../../domain/ids.ts';
import { type Engagement, isCountable } from '../../../../domain/records.ts';
import type { Uai } from '../../../../domain/uai.ts';
import { CHANGE_REFUSALS } from '../../engagements/change-answers.ts';
import { changeLine, readNamesOf } from '../../engagements/change-view.ts';
import { nameOf, periodWords } from '../../engagements/engagement-words.ts';
import type { MemberSegment } from '../../engagements/member-segments.tsx';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay } from '../../middleware/signed-in.ts';
import { requiredDate, requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { sharingWords } from '../mission-sharing/mission-sharing-words.ts';
import { deciderOf, placeOf, requiredUaiOf, schoolGuards, wordingOf } from '../school-context.ts';
import { endingOf } from './ending-of.ts';
import type { EndorsementView } from './endorsement-part.tsx';
import { MemberPage, type MemberView } from './member-page.tsx';

const wordsForm = z.object({ comment: requiredText(LONGEST_COMMENT) });
const departureForm = z.object({ lastDay: requiredDate });

/** `/school/{uai}/people/{person}`: a person's engagements at the school, and their departure. */
export function memberRoutes(deps: AppDeps) {
  const { services } = deps;
  const decides = [
    ...schoolGuards(deps, 'keep-establishment'),
    requireMay(deps, 'confirm-engagement', (c) => {
      const [personId] = personIdsAmong([c.req.param('person') ?? '']);
      return personId && { kind: 'engagement', personId, uai: requiredUaiOf(c) };
    }),
  ] as const;
  return new Hono<AppEnv>()
    .get('/school/:uai/people/:person', ...schoolGuards(deps, 'read-establishment'), (c) => show(c, deps))
    .post(
      '/school/:uai/people/:person/words',
      ...decides,
      takeForm(deps, {
        schema: wordsForm,
        show: (c, sent) => show(c, deps, sent),
        act: async (c, { comment }) => {
          const member = memberOf(c);
          await services.offerEndorsement({ ...member, comment });
          return afterDoing('endorsement-offered', `/school/${member.uai}/people/${member.personId}`);
        },
        refusals: {
          'colleague-named': { comment: 'colleague' },
          'numen-refused': { comment: 'numen' },
          'endorsement-in-badge': 409,
        },
      }),
    )
    .post('/school/:uai/people/:person/words/remove', ...decides, async (c) => {
      const member = memberOf(c);
      await services.removeEndorsement(member);
      const page = `/school/${member.uai}/people/${member.personId}`;
      return c.redirect(afterDoing('endorsement-removed', page), 303);
    })
    .post(
      '/school/:uai/people/:person/departure',
      ...decides,
      takeForm(deps, {
        schema: departureForm,
        show: (c, sent) => show(c, deps, sent),
        act: async (c, { lastDay }) => {
          const uai = requiredUaiOf(c);
          const personId = parsePersonId(c.req.param('person') ?? '');
          const by = { ...deciderOf(c), as: 'principal' as const };
          await services.leaveSchool({ personId, uai, lastDay, by });
          return afterDoing('departure-saved', `/school/${uai}/people/${personId}`);
        },
        refusals: { ...CHANGE_REFUSALS, 'change-day-outside': { lastDay: 'no-engagement-then' } },
      }),
    );
}

/** The person of the address, and the viewer who speaks for the school. */
function memberOf(c: Context<AppEnv>) {
  const uai = requiredUaiOf(c);
  return { uai, personId: parsePersonId(c.req.param('person') ?? ''), by: c.var.signedIn.actor.personId };
}

/** The principal's words; undefined where there are none and no engagement is confirmed yet. */
async function endorsementOf(
  { ports }: AppDeps,
  {
    personId,
    uai,
    engagements,
  }: { readonly personId: PersonId; readonly uai: Uai; readonly engagements: readonly Engagement[] },
): Promise<EndorsementView | undefined> {
  const said = (await ports.store.readEndorsementsOf(personId)).find((one) => one.uai === uai);
  const confirmed = engagements.some((one) => one.personId === personId && isCountable(one.confirmation));
  if (!confirmed && !said) return undefined;
  const state = said?.credentialId ? 'added' : said?.declined ? 'declined' : 'offered';
  return {
    action: `/school/${uai}/people/${personId}/words`,
    ...(said && { said: { comment: said.comment, state, offeredAt: said.offeredAt } }),
  };
}

async function show(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const school = await deps.services.readSchool(requiredUaiOf(c));
  const person = school.people.find(({ id }) => id === c.req.param('person'));
  if (!person) throw new DomainError('not-found');
  const place = placeOf(c, school);
  const wording = wordingOf(c, deps);
  const { t } = wording;
  const own = person.id === c.var.signedIn.actor.personId;
  const mayChange = place.mayKeep && !own;
  const proposals = (await deps.ports.store.readEngagementProposalsAt(school.establishment.uai)).filter(
    ({ personId }) => personId === person.id,
  );
  const name = await readNamesOf(deps.ports.store, proposals, wording);
  const toSegment = (segment: Engagement): MemberSegment => {
    const { reference, period, missions, roles, confirmation } = segment;
    const href = `/school/${place.uai}/engagements/${encodeURIComponent(reference)}`;
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
  };
  const segments = school.engagements
    .filter(({ personId }) => personId === person.id)
    .toSorted((a, b) => b.period.from.localeCompare(a.period.from))
    .map(toSegment);
  const { uai } = school.establishment;
  const endorsement = mayChange
    ? await endorsementOf(deps, { personId: person.id, uai, engagements: school.engagements })
    : undefined;
  const ending = mayChange ? endingOf(school, person.id) : undefined;
  const view: MemberView = {
    id: person.id,
    name: nameOf(person),
    own,
    segments,
    ending: ending && { ...ending, on: t.day(ending.on) },
    waiting: proposals.filter(isWaiting).map((one) => ({
      line: changeLine(one, name, wording),
      href: `/school/${place.uai}/proposals/${one.id}`,
    })),
    history: proposals.filter((one) => !isWaiting(one)).map((one) => changeLine(one, name, wording)),
    ...(endorsement && { endorsement }),
    mayLeave: mayChange && segments.some(({ changeHref, over }) => changeHref !== undefined && !over),
  };
  const page = <MemberPage school={place} view={view} form={sent ?? EMPTY_FORM} />;
  return answerPage(c, workspaceFrame(c, deps, 'school'), page, sent?.status);
}
