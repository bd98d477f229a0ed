import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { toSeen } from '../../../../domain/confirmation/confirm.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { isCountable } from '../../../../domain/records.ts';
import type { Instant } from '../../../../domain/time/time.ts';
import { CHANGE_REFUSALS, doneAfter, segmentLine } from '../../engagements/change-answers.ts';
import { CHANGE_REASON_LENGTH, seenField, stateField } from '../../engagements/change-form.ts';
import { changeLine, readNamesOf } from '../../engagements/change-view.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { wordingOf } from '../../school/school-context.ts';
import { choiceOf, requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { agentOf } from '../people/record-guards.ts';
import { ProposalPage, ProposalsPage } from './proposal-pages.tsx';

const PAGE_SIZE = 50;
const SEPARATOR = '~';

const outcomeForm = z.object({
  outcome: choiceOf(['accepted', 'refused']),
  state: stateField,
  seen: seenField,
  reason: requiredText(CHANGE_REASON_LENGTH),
});

/** `/dane/proposals`: the changes of engagements that teachers propose, of all schools. */
export function daneProposalRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const decides = [
    requireSignedIn(deps),
    requireMay(deps, 'keep-record', async (c) => {
      const found = await ports.store.readEngagementProposal(c.req.param('id') ?? '');
      return found && { kind: 'person', personId: found.personId };
    }),
  ] as const;
  return new Hono<AppEnv>()
    .get('/dane/proposals', ...reads, (c) => showList(c, deps))
    .get('/dane/proposals/:id', ...decides, (c) => showOne(c, deps))
    .post(
      '/dane/proposals/:id',
      ...decides,
      takeForm(deps, {
        schema: outcomeForm,
        show: (c, sent) => showOne(c, deps, sent),
        act: async (c, { outcome, state, reason, seen }) => {
          const id = c.req.param('id') ?? '';
          const proposal = await ports.store.readEngagementProposal(id);
          const by = agentOf(c, state === 'confirmed');
          const changed = await services.settleChange({ id, outcome, reason, seen, by });
          const done = changed && proposal ? doneAfter(proposal.change.kind, changed) : 'change-refused';
          return afterDoing(done, '/dane/proposals');
        },
        refusals: CHANGE_REFUSALS,
      }),
    );
}

async function showList(c: Context<AppEnv>, deps: AppDeps) {
  const { store } = deps.ports;
  const [at = '', id = ''] = (c.req.query('after') ?? '').split(SEPARATOR);
  const found = await store.readWaitingEngagementProposals({
    limit: PAGE_SIZE + 1,
    ...(id && { after: { at: at as Instant, id } }),
  });
  const shown = found.slice(0, PAGE_SIZE);
  const wording = wordingOf(c, deps);
  const [name, schools] = await Promise.all([
    readNamesOf(store, shown, wording),
    store.readEstablishments([...new Set(shown.map(({ uai }) => uai))]),
  ]);
  const schoolOf = new Map(schools.map((one) => [one.uai, `${one.name}, ${one.commune}`]));
  const last = found.length > PAGE_SIZE ? shown.at(-1) : undefined;
  const view = {
    proposals: shown.map((one) => ({
      name: name(one.personId),
      own: one.personId === c.var.signedIn.actor.personId,
      school: schoolOf.get(one.uai) ?? one.uai,
      schoolHref: `/school/${one.uai}`,
      line: changeLine(one, name, wording),
    })),
    ...(last && {
      nextHref: `/dane/proposals?${new URLSearchParams({ after: `${last.at}${SEPARATOR}${last.id}` })}`,
    }),
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <ProposalsPage view={view} />);
}

async function showOne(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const { store } = deps.ports;
  const proposal = await store.readEngagementProposal(c.req.param('id') ?? '');
  const [engagement] = proposal ? await store.readEngagements([proposal.engagementReference]) : [];
  if (!proposal || !engagement) throw new DomainError('not-found');
  const wording = wordingOf(c, deps);
  const [school] = await store.readEstablishments([proposal.uai]);
  const name = await readNamesOf(store, [proposal], wording);
  const view = {
    name: name(proposal.personId),
    line: changeLine(proposal, name, wording),
    current: segmentLine(engagement, wording, school),
    seen: toSeen(engagement),
    ...(proposal.change.kind !== 'end' &&
      isCountable(engagement.confirmation) && { bringsNew: proposal.change.kind }),
  };
  const page = <ProposalPage view={view} form={sent ?? { values: { state: ['requested'] }, faults: {} }} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
}
