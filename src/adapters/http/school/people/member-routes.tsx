import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isSettled } from '../../../../domain/contest/contest.ts';
import { isWaiting } from '../../../../domain/engagement/engagement-proposal.ts';
import { sharingsOfMission } from '../../../../domain/engagement/mission-sharing.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { parsePersonId, personIdsAmong } from '../../../../domain/ids.ts';
import type { Engagement } from '../../../../domain/records.ts';
import { CHANGE_REFUSALS } from '../../changes/change-answers.ts';
import { changeLine, readNamesOf } from '../../changes/change-view.ts';
import type { MemberSegment } from '../../changes/member-segments.tsx';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay } from '../../middleware/signed-in.ts';
import { requiredDate } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { deciderOf, placeOf, requiredUaiOf, schoolGuards, wordingOf } from '../school-context.ts';
import { nameOf, periodWords } from '../segment-view.ts';
import { sharingWords } from '../sharing/sharing-words.ts';
import { MemberPage, type MemberView } from './member-page.tsx';

const departureForm = z.object({ lastDay: requiredDate });

/** `/school/{uai}/people/{person}`: somebody's engagements at the school, and their departure. */
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
  const view: MemberView = {
    id: person.id,
    name: nameOf(person),
    own,
    segments,
    waiting: proposals.filter(isWaiting).map((one) => ({
      line: changeLine(one, name, wording),
      href: `/school/${place.uai}/proposals/${one.id}`,
    })),
    history: proposals.filter((one) => !isWaiting(one)).map((one) => changeLine(one, name, wording)),
    mayLeave: mayChange && segments.some(({ changeHref }) => changeHref !== undefined),
  };
  const page = <MemberPage school={place} view={view} form={sent ?? EMPTY_FORM} />;
  return answerPage(c, workspaceFrame(c, deps, 'school'), page, sent?.status);
}
