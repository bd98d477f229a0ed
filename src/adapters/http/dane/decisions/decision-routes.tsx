import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { ProposalFilter } from '../../../../domain/award/proposal.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { choiceOf, manyOf, optionalText, parseForm } from '../../form.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerError, answerPage } from '../../page-answer.tsx';
import { EMPTY_FORM, type FormState } from '../../pages/fields.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import { workspaceFrame } from '../../workspace-frame.ts';
import { lenientUai } from '../lenient-uai.ts';
import { findingViews, proposalViews } from './decision-views.ts';
import { DecisionPage, DecisionsPage } from './decisions-pages.tsx';

const PAGE_SIZE = 50;

const decisionForm = z.object({
  ids: manyOf(PAGE_SIZE),
  decision: choiceOf(['grant', 'refuse', 'grant-all']),
  reason: optionalText(500),
  badge: optionalText(40),
  department: optionalText(10),
  uai: optionalText(20),
});

/** `/dane/decisions`: the queue of proposals, and what is decided on them. */
export function decisionRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const decides = [requireSignedIn(deps), requireMay(deps, 'decide-award', theService)] as const;
  const toJob = (c: Context<AppEnv>, id: string) => c.redirect(localised(c, `/dane/jobs/${id}`), 303);
  return new Hono<AppEnv>()
    .get('/dane/decisions', ...reads, (c) => answerQueue(c, deps, EMPTY_FORM))
    .post('/dane/decisions/judge', ...decides, async (c) => {
      const job = await services.beginJob({ kind: 'propose-awards' }, c.var.signedIn.actor.personId);
      return toJob(c, job.id);
    })
    .post('/dane/decisions', ...decides, async (c) => {
      const form = await parseForm(c, decisionForm);
      if (!form.ok) return answerQueue(c, deps, form);
      const { ids, decision, reason } = form.value;
      if (decision === 'refuse' && !reason) {
        return answerQueue(c, deps, { ...form, faults: { reason: 'required' } });
      }
      if (decision !== 'grant-all' && ids.length === 0) {
        return answerQueue(c, deps, { ...form, faults: { ids: 'required' } });
      }
      const job = await services.beginJob(
        {
          kind: 'decide-proposals',
          decision: decision === 'refuse' ? 'refuse' : 'grant',
          proposals: decision === 'grant-all' ? { matching: toFilter(form.value) } : { ids },
          ...(reason && { reason }),
        },
        c.var.signedIn.actor.personId,
      );
      return toJob(c, job.id);
    })
    .get('/dane/decisions/:id', ...reads, async (c) => {
      const proposal = await ports.store.readProposal(c.req.param('id'));
      return proposal
        ? answerProposal(c, deps, proposal)
        : answerError(c, deps, { kind: 'not-found', status: 404 });
    });
}

function localised(c: Context<AppEnv>, href: string): string {
  return inLanguage({ locale: c.var.locale }, href);
}

interface FilterFields {
  readonly badge?: string | undefined;
  readonly department?: string | undefined;
  readonly uai?: string | undefined;
}

/** A UAI that is none matches nothing, and is not an error of the filter. */
function toFilter({ badge, department, uai }: FilterFields): ProposalFilter {
  return {
    ...(badge && { achievement: badge }),
    ...(department && { departmentCode: department }),
    ...(uai && { uai: lenientUai(uai) }),
  };
}

async function answerQueue(c: Context<AppEnv>, deps: AppDeps, form: FormState) {
  const { store, catalogue } = deps.ports;
  const { locale } = c.var;
  const frame = workspaceFrame(c, deps, 'dane');
  const given = c.req.query();
  const one = (name: string) => given[name] ?? form.values[name]?.[0] ?? '';
  const fields = { badge: one('badge'), department: one('department'), uai: one('uai') };
  const filter = toFilter(fields);
  const after = given['after'];
  const [found, total, departments, latest] = await Promise.all([
    store.readProposals({ ...filter, limit: PAGE_SIZE + 1, ...(after && { after }) }),
    store.countProposals(filter),
    store.readDepartments(),
    store.readLatestJob('propose-awards'),
  ]);
  const shown = found.slice(0, PAGE_SIZE);
  const next = found.length > PAGE_SIZE ? shown.at(-1)?.id : undefined;
  const view = {
    proposals: await proposalViews(shown, { store, catalogue, locale }),
    total,
    filter: fields,
    badges: (catalogue.versions().at(-1)?.achievements ?? []).map(({ code, name }) => ({
      value: code,
      label: name[locale],
    })),
    departments: departments.map(({ code, name }) => ({ value: code, label: name })),
    form,
    ...(latest && {
      judged: { at: latest.finishedAt ?? latest.madeAt, jobId: latest.id, underway: !latest.finishedAt },
    }),
    ...(next && {
      nextHref: inLanguage(frame, `/dane/decisions?${new URLSearchParams({ ...fields, after: next })}`),
    }),
  };
  const refused = Object.keys(form.faults).length > 0;
  return answerPage(c, <DecisionsPage frame={frame} view={view} />, refused ? 400 : 200);
}

async function answerProposal(
  c: Context<AppEnv>,
  deps: AppDeps,
  proposal: NonNullable<Awaited<ReturnType<AppDeps['ports']['store']['readProposal']>>>,
) {
  const { services, ports } = deps;
  const { recipient, achievement } = proposal;
  const scope =
    recipient.kind === 'person'
      ? { kind: 'person-id' as const, id: recipient.personId }
      : { kind: 'establishment' as const, uai: recipient.uai };
  const { locale } = c.var;
  const [view] = await proposalViews([proposal], { ...ports, locale });
  for await (const { evaluations } of services.evaluateRecipients({ scope, achievement })) {
    const [evaluation] = evaluations;
    if (!view || !evaluation) break;
    const page = (
      <DecisionPage
        frame={workspaceFrame(c, deps, 'dane')}
        view={{
          proposal: view,
          met: evaluation.met,
          findings: findingViews(evaluation, ports.catalogue, locale),
          own: recipient.kind === 'person' && recipient.personId === c.var.signedIn.actor.personId,
          form: EMPTY_FORM,
          ...(recipient.kind === 'person' && { personHref: `/dane/people/${recipient.personId}` }),
        }}
      />
    );
    return answerPage(c, page);
  }
  return answerError(c, deps, { kind: 'not-found', status: 404 });
}
