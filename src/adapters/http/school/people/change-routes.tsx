import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Subject } from '../../../../domain/access/may.ts';
import { toSeen } from '../../../../domain/confirmation/confirm.ts';
import { DomainError } from '../../../../domain/errors.ts';
import {
  CHANGE_REFUSALS,
  changeReader,
  doneAfter,
  requiredKindOf,
  segmentLine,
} from '../../engagements/change-answers.ts';
import { ChangeForm } from '../../engagements/change-fields.tsx';
import { CHANGE_REASON_LENGTH, seenField, toChangeValues } from '../../engagements/change-form.ts';
import { changeLine, missionChoices, readNamesOf } from '../../engagements/change-view.ts';
import { DecideProposal } from '../../engagements/decide-proposal.tsx';
import { nameOf } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay } from '../../middleware/signed-in.ts';
import { choiceOf, optionalText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { deciderOf, placeOf, requiredUaiOf, schoolGuards, wordingOf } from '../school-context.ts';
import { SchoolShell } from '../school-shell.tsx';

const outcomeForm = z
  .object({
    outcome: choiceOf(['accepted', 'refused']),
    seen: seenField,
    reason: optionalText(CHANGE_REASON_LENGTH),
  })
  .refine(({ outcome, reason }) => outcome !== 'refused' || reason, {
    path: ['reason'],
    message: 'required',
  });

/** `/school/{uai}/engagements/{reference}/{kind}`: the principal ends, changes or corrects a segment.
 *  `/school/{uai}/proposals/{id}`: the principal decides on what its teacher proposes. */
export function schoolChangeRoutes(deps: AppDeps) {
  return new Hono<AppEnv>().route('/', directRoutes(deps)).route('/', proposalRoutes(deps));
}

function directRoutes(deps: AppDeps) {
  const { services } = deps;
  const decides = guardsOf(deps, async (c) => {
    const [found] = await deps.ports.store.readEngagements([c.req.param('reference') ?? '']);
    return found;
  });
  const by = (c: Context<AppEnv>) => ({ ...deciderOf(c), as: 'principal' as const });
  return new Hono<AppEnv>()
    .get('/school/:uai/engagements/:reference/:kind', ...decides, (c) => showChange(c, deps))
    .post(
      '/school/:uai/engagements/:reference/:kind',
      ...decides,
      takeForm(deps, {
        schema: changeReader(deps, { ofDane: false }),
        show: (c, sent) => showChange(c, deps, sent),
        act: async (c, { change, reason, seen }) => {
          const reference = c.req.param('reference') ?? '';
          const changed = await services.changeEngagement({ reference, change, reason, seen, by: by(c) });
          const { uai, personId } = changed.engagement;
          return afterDoing(doneAfter(change.kind, changed), `/school/${uai}/people/${personId}`);
        },
        refusals: CHANGE_REFUSALS,
      }),
    );
}

function proposalRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const decides = guardsOf(deps, (c) => ports.store.readEngagementProposal(c.req.param('id') ?? ''));
  return new Hono<AppEnv>()
    .get('/school/:uai/proposals/:id', ...decides, (c) => showProposal(c, deps))
    .post(
      '/school/:uai/proposals/:id',
      ...decides,
      takeForm(deps, {
        schema: outcomeForm,
        show: (c, sent) => showProposal(c, deps, sent),
        act: async (c, { outcome, reason, seen }) => {
          const id = c.req.param('id') ?? '';
          const proposal = await ports.store.readEngagementProposal(id);
          const decision = { id, outcome, reason, seen, by: { ...deciderOf(c), as: 'principal' as const } };
          const changed = await services.settleChange(decision);
          const done = changed && proposal ? doneAfter(proposal.change.kind, changed) : 'change-refused';
          return afterDoing(done, `/school/${requiredUaiOf(c)}/confirmations`);
        },
        refusals: CHANGE_REFUSALS,
      }),
    );
}

type AtSchool = Pick<Extract<Subject, { kind: 'engagement' }>, 'personId' | 'uai'>;

/** Accepts the head of the school of the segment or proposal in the address, except for the head's own. */
function guardsOf(deps: AppDeps, find: (c: Context<AppEnv>) => Promise<AtSchool | undefined>) {
  return [
    ...schoolGuards(deps, 'keep-establishment'),
    requireMay(deps, 'confirm-engagement', async (c) => {
      const found = await find(c);
      if (found?.uai !== requiredUaiOf(c)) return undefined;
      return { kind: 'engagement', personId: found.personId, uai: found.uai };
    }),
  ] as const;
}

async function showChange(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const kind = requiredKindOf(c);
  const { school, engagement, name, wording } = await readSegment(c, deps, c.req.param('reference') ?? '');
  const back = `/school/${school.uai}/people/${engagement.personId}`;
  const page = (
    <SchoolShell
      school={school}
      page="overview"
      title={wording.t.changes.actOf(wording.t.changes.acts[kind], name)}
      description={wording.t.changes.ledes[kind]}
    >
      <ChangeForm
        kind={kind}
        by="principal"
        action={`/school/${school.uai}/engagements/${encodeURIComponent(engagement.reference)}/${kind}`}
        back={back}
        missions={missionChoices(wording)}
        current={segmentLine(engagement, wording)}
        seen={toSeen(engagement)}
        form={formOver(toChangeValues(kind, engagement), sent)}
      />
    </SchoolShell>
  );
  return answerPage(c, workspaceFrame(c, deps, 'school'), page, sent?.status);
}

async function showProposal(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const proposal = await deps.ports.store.readEngagementProposal(c.req.param('id') ?? '');
  if (!proposal) throw new DomainError('not-found');
  const { school, engagement, name, wording } = await readSegment(c, deps, proposal.engagementReference);
  const names = await readNamesOf(deps.ports.store, [proposal], wording);
  const page = (
    <SchoolShell
      school={school}
      page="confirmations"
      title={wording.t.changes.decide.title(name)}
      description={wording.t.changes.decide.lede}
    >
      <DecideProposal
        line={changeLine(proposal, names, wording)}
        current={segmentLine(engagement, wording)}
        seen={toSeen(engagement)}
        action={`/school/${school.uai}/proposals/${proposal.id}`}
        back={`/school/${school.uai}/confirmations`}
        by="principal"
        own={false}
        form={sent ?? EMPTY_FORM}
      />
    </SchoolShell>
  );
  return answerPage(c, workspaceFrame(c, deps, 'school'), page, sent?.status);
}

async function readSegment(c: Context<AppEnv>, deps: AppDeps, reference: string) {
  const { store } = deps.ports;
  const [[engagement], [establishment]] = await Promise.all([
    store.readEngagements([reference]),
    store.readEstablishments([requiredUaiOf(c)]),
  ]);
  if (!engagement || !establishment) throw new DomainError('not-found');
  const [person] = await store.readPeople([engagement.personId]);
  const wording = wordingOf(c, deps);
  return {
    school: placeOf(c, { establishment }),
    engagement,
    name: person ? nameOf(person) : '',
    wording,
  };
}
