import { z } from 'zod';
import type { ReadBatch } from '../../../../application/decisions/read-batch.ts';
import { LARGEST_BATCH, TAKE_BACK_MINUTES } from '../../../../domain/award/batch.ts';
import { parseProposalId } from '../../../../domain/award/proposal.ts';
import { PAGE_SIZE } from '../../components/pagination.tsx';
import type { AppDeps } from '../../env.ts';
import {
  choiceOf,
  type FieldErrors,
  type FormValues,
  manyOf,
  noFields,
  optionalText,
  type ParsedForm,
  parseValues,
  readForm,
} from '../../forms/schema.ts';
import { afterDoing } from '../../forms/submission.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { answerMissing } from '../missing-page.tsx';
import { renderBatch } from './batch-page.tsx';
import { isOfFilter, REASON_LENGTH } from './decide-form.tsx';
import { renderProposal } from './proposal-details.tsx';
import { renderQueue } from './proposal-queue.tsx';
import { readFilter, toProposalFilter } from './queue-filter.ts';

const decisionForm = z.object({
  ids: manyOf(PAGE_SIZE),
  decision: choiceOf(['grant', 'refuse', 'grant-clear', 'grant-all', 'refuse-all']),
  reason: optionalText(REASON_LENGTH),
  confirm: optionalText(),
});
type Decision = z.output<typeof decisionForm>;

/** `/dane/decisions`: the queue of proposals, and the decisions on them. */
export const decisionPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/decisions', 'read-register', renderQueue)
    .form('/dane/decisions/judge', 'decide-award', {
      schema: noFields,
      act: async ({ services, me }) => {
        const job = await services.beginJob({ kind: 'propose-awards' }, me);
        return `/dane/jobs/${job.id}`;
      },
    })
    .form('/dane/decisions', 'decide-award', {
      page: renderRefused,
      schema: async ({ c }) => checkDecision(await readForm(c)),
      act: decide,
    })
    .page('/dane/decisions/:id', 'read-register', (request) => renderProposal(request, request.param('id')))
    .form('/dane/decisions/:id/reopening', 'decide-award', {
      schema: noFields,
      act: async ({ c, deps, services, me, param }) => {
        const subject = parseProposalId(param('id'));
        if (!subject) return answerMissing(c, deps, 'decisions');
        const proposal = await services.reopenProposal({ ...subject, actor: me });
        const id = encodeURIComponent(proposal?.id ?? param('id'));
        return afterDoing('proposal-reopened', `/dane/decisions/${id}`);
      },
    });

/** A refusal needs a reason, and a decision that is not for a whole filter needs proposals. */
function checkDecision(values: FormValues): ParsedForm<Decision> {
  const form = parseValues(values, decisionForm);
  if (!form.ok) return form;
  const { ids, decision, reason } = form.value;
  const needsReason = decision === 'refuse' || decision === 'refuse-all';
  const faults: FieldErrors = {
    ...(needsReason && !reason && { reason: 'required' as const }),
    ...(!isOfFilter(decision) && ids.length === 0 && { ids: 'none-chosen' as const }),
  };
  return Object.keys(faults).length > 0 ? { ok: false, faults, values } : form;
}

/** Shows the form's page again, with everything ticked and typed. */
function renderRefused(request: PageRequest) {
  const { values } = request.form;
  const [id] = values['ids'] ?? [];
  const isOne = values['from']?.[0] === 'one' && id !== undefined;
  return isOne ? renderProposal(request, id) : renderQueue(request);
}

/** One badge is decided at once. For several badges, a page asks for a confirmation first; the decision then
 *  waits a moment before it is carried out. */
async function decide(request: PageRequest, value: Decision, values: FormValues) {
  const { services, ports, me } = request;
  const { ids, decision, reason, confirm } = value;
  const filter = readFilter((name) => values[name]?.[0]);
  const isFilter = isOfFilter(decision);
  const { filter: matching, faults } = await toProposalFilter(ports, filter);
  if (isFilter && !matching) return { faults };
  const of = { ...matching, ...(decision === 'grant-clear' && { isClear: true }) };
  const batch = await services.readBatch(isFilter ? { matching: of } : { ids }, me);
  const error = batchError(batch);
  if (error) return { faults: error };
  const isMany = isFilter || batch.ids.length > 1;
  if (isMany && confirm !== batch.digest) {
    return request.answer(await renderBatch(request, { batch, filter, ...value }));
  }
  const command = {
    kind: 'decide-proposals' as const,
    decision: decision.startsWith('refuse') ? ('refuse' as const) : ('grant' as const),
    ids: batch.ids,
    ...(decision === 'grant-clear' && { cautions: 'left-out' as const }),
    ...(reason && { reason }),
  };
  const waitSeconds = isMany ? TAKE_BACK_MINUTES * 60 : 0;
  const job = await services.beginJob(command, me, waitSeconds);
  return `/dane/jobs/${job.id}`;
}

/** The fault where no proposal is left, or where there are too many for one decision. */
function batchError({ ids: { length: size }, underDecision }: ReadBatch): FieldErrors | undefined {
  if (size === 0) return { ids: underDecision > 0 ? 'under-decision' : 'all-decided' };
  return size >= LARGEST_BATCH ? { decision: `more-than:${LARGEST_BATCH}` } : undefined;
}
