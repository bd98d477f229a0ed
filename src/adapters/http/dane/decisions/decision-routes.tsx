import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { ReadBatch } from '../../../../application/decisions/read-batch.ts';
import { LARGEST_BATCH, TAKE_BACK_MINUTES } from '../../../../domain/award/batch.ts';
import { parseProposalId } from '../../../../domain/award/proposal.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import {
  choiceOf,
  type FieldFaults,
  type FormValues,
  manyOf,
  optionalText,
  type ParsedForm,
  parseValues,
  readForm,
} from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM, type FormState } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { answerMissing } from '../missing-page.tsx';
import { BatchPage } from './batch-page.tsx';
import { batchView } from './batch-view.ts';
import { isOfFilter, REASON_LENGTH } from './decide-form.tsx';
import { DecisionPage } from './decision-page.tsx';
import { DecisionsPage } from './decisions-page.tsx';
import { proposalView } from './proposal-view.ts';
import { QUEUE_PAGE, queueView, readFilter, toProposalFilter } from './queue-view.ts';

const decisionForm = z.object({
  ids: manyOf(QUEUE_PAGE),
  decision: choiceOf(['grant', 'refuse', 'grant-clear', 'grant-all', 'refuse-all']),
  reason: optionalText(REASON_LENGTH),
  confirm: optionalText(),
});
type Decision = z.output<typeof decisionForm>;

/** `/dane/decisions`: the queue of proposals, and the decisions on them. */
export function decisionRoutes(deps: AppDeps) {
  const { services } = deps;
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const decides = [requireSignedIn(deps), requireMay(deps, 'decide-award', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/decisions', ...reads, (c) => answerQueue(c, deps, EMPTY_FORM))
    .post('/dane/decisions/judge', ...decides, async (c) => {
      const job = await services.beginJob({ kind: 'propose-awards' }, c.var.signedIn.actor.personId);
      return c.redirect(`/dane/jobs/${job.id}`, 303);
    })
    .post(
      '/dane/decisions',
      ...decides,
      takeForm(deps, {
        schema: async (c) => checkDecision(await readForm(c)),
        show: (c, sent) => answerRefused(c, deps, sent),
        act: (c, value, values) => decide(c, deps, { value, values }),
      }),
    )
    .get('/dane/decisions/:id', ...reads, (c) =>
      answerProposal(c, deps, { id: c.req.param('id'), form: EMPTY_FORM }),
    )
    .post('/dane/decisions/:id/reopening', ...decides, async (c) => {
      const subject = parseProposalId(c.req.param('id'));
      if (!subject) return answerMissing(c, deps, 'decisions');
      const proposal = await services.reopenProposal({ ...subject, actor: c.var.signedIn.actor.personId });
      const id = encodeURIComponent(proposal?.id ?? c.req.param('id'));
      return c.redirect(afterDoing('proposal-reopened', `/dane/decisions/${id}`), 303);
    });
}

/** A refusal needs a reason, and a decision that is not for a whole filter needs proposals. */
function checkDecision(values: FormValues): ParsedForm<Decision> {
  const form = parseValues(values, decisionForm);
  if (!form.ok) return form;
  const { ids, decision, reason } = form.value;
  const needsReason = decision === 'refuse' || decision === 'refuse-all';
  const faults: FormState['faults'] = {
    ...(needsReason && !reason && { reason: 'required' as const }),
    ...(!isOfFilter(decision) && ids.length === 0 && { ids: 'none-chosen' as const }),
  };
  return Object.keys(faults).length > 0 ? { ok: false, faults, values } : form;
}

interface Sent {
  readonly value: Decision;
  readonly values: FormValues;
}

/** One badge is decided at once. For several badges, a page asks for a confirmation first; the decision then
 *  waits a moment before it is carried out. */
async function decide(c: Context<AppEnv>, deps: AppDeps, { value, values }: Sent) {
  const { services } = deps;
  const { ids, decision, reason, confirm } = value;
  const filter = readFilter((name) => values[name]?.[0]);
  const isFilter = isOfFilter(decision);
  const { filter: matching, faults } = await toProposalFilter(deps.ports, filter);
  if (isFilter && !matching) return { faults };
  const of = { ...matching, ...(decision === 'grant-clear' && { isClear: true }) };
  const actor = c.var.signedIn.actor.personId;
  const batch = await services.readBatch(isFilter ? { matching: of } : { ids }, actor);
  const fault = batchFault(batch);
  if (fault) return { faults: fault };
  const isMany = isFilter || batch.ids.length > 1;
  if (isMany && confirm !== batch.digest) {
    const frame = workspaceFrame(c, deps, 'dane');
    const asked = { batch, decision, filter, reason: reason ?? '', confirmed: confirm, t: frame.t };
    return answerPage(c, frame, <BatchPage view={await batchView(c, deps, asked)} />);
  }
  const command = {
    kind: 'decide-proposals' as const,
    decision: decision.startsWith('refuse') ? ('refuse' as const) : ('grant' as const),
    ids: batch.ids,
    ...(decision === 'grant-clear' && { cautions: 'left-out' as const }),
    ...(reason && { reason }),
  };
  const waitSeconds = isMany ? TAKE_BACK_MINUTES * 60 : 0;
  const job = await services.beginJob(command, actor, waitSeconds);
  return `/dane/jobs/${job.id}`;
}

/** The fault where no proposal is left, or where there are too many for one decision. */
function batchFault({ ids: { length: size }, underDecision }: ReadBatch): FieldFaults | undefined {
  if (size === 0) return { ids: underDecision > 0 ? 'under-decision' : 'all-decided' };
  return size >= LARGEST_BATCH ? { decision: `more-than:${LARGEST_BATCH}` } : undefined;
}

/** Shows the form's page again, with everything ticked and typed. */
function answerRefused(c: Context<AppEnv>, deps: AppDeps, sent: SentForm) {
  const [id] = sent.values['ids'] ?? [];
  const isOne = sent.values['from']?.[0] === 'one' && id !== undefined;
  return isOne ? answerProposal(c, deps, { id, form: sent }) : answerQueue(c, deps, sent);
}

async function answerQueue(c: Context<AppEnv>, deps: AppDeps, form: ShownForm) {
  const view = await queueView(c, deps, form);
  const page = <DecisionsPage view={view} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, form.status);
}

async function answerProposal(
  c: Context<AppEnv>,
  deps: AppDeps,
  { id, form }: { readonly id: string; readonly form: ShownForm },
) {
  const view = await proposalView(c, deps, { id, form });
  if (!view) return answerMissing(c, deps, 'decisions');
  const page = <DecisionPage view={view} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, form.status);
}
