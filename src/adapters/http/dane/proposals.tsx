import { z } from 'zod';
import { toSeen } from '../../../domain/engagement/fields.ts';
import { DomainError } from '../../../domain/errors.ts';
import { isCountable } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time/calendar.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Paging, pageOf, sliceOf } from '../components/pagination.tsx';
import {
  CHANGE_REASON_LENGTH,
  CHANGE_REJECTIONS,
  doneAfter,
  stateField,
} from '../engagements/change-form.ts';
import { ChangeStory } from '../engagements/change-history.tsx';
import { changeRow, readNamesOf } from '../engagements/change-view.ts';
import { DecideProposal } from '../engagements/decide-proposal.tsx';
import { engagementSummary } from '../engagements/descriptions.ts';
import type { AppDeps } from '../env.ts';
import { choiceOf, requiredText } from '../forms/schema.ts';
import { afterDoing } from '../forms/submission.ts';
import { definePages, type Right } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { DaneLayout } from './layout.tsx';
import { agentOf } from './people/find-person.ts';

const PATH = '/dane/proposals';
const SEPARATOR = '~';

const outcomeForm = z.object({
  outcome: choiceOf(['accepted', 'refused']),
  state: stateField,
  reason: requiredText(CHANGE_REASON_LENGTH),
});

/** Who keeps the teacher's record decides, and thus never the teacher. */
const MAY_DECIDE: Right = {
  may: 'keep-record',
  of: async ({ store, param }) => {
    const found = await store.readEngagementProposal(param('id'));
    return found && { kind: 'person', personId: found.personId };
  },
};

/** `/dane/proposals`: the changes of engagements that teachers propose, of all schools. */
export const daneProposalPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'read-register', renderProposals)
    .page(`${PATH}/:id`, MAY_DECIDE, renderProposal)
    .form(`${PATH}/:id`, MAY_DECIDE, {
      page: renderProposal,
      schema: outcomeForm,
      act: async (request, { state, ...settled }) => {
        const id = request.param('id');
        const proposal = await request.store.readEngagementProposal(id);
        const by = agentOf(request, state === 'confirmed');
        const changed = await request.services.settleChange({ id, ...settled, seen: request.seen, by });
        const done = changed && proposal ? doneAfter(proposal.change.kind, changed) : 'change-refused';
        return afterDoing(done, PATH);
      },
      refusals: CHANGE_REJECTIONS,
    });

async function renderProposals(request: PageRequest) {
  const { store, wording, me } = request;
  const { proposals: t, decide } = request.t.changes;
  const [at, id] = request.query('after')?.split(SEPARATOR) ?? [];
  const { limit } = sliceOf(request);
  const found = await store.readWaitingEngagementProposals({
    limit,
    ...(id && { after: { at: at as Instant, id } }),
  });
  const { rows, last } = pageOf(found);
  const name = await readNamesOf(store, rows, wording);
  const schools = await store.readSchoolsByUai([...new Set(rows.map(({ uai }) => uai))]);
  const schoolOf = new Map(schools.map((one) => [one.uai, `${one.name}, ${one.commune}`]));
  const after = last && `${last.at}${SEPARATOR}${last.id}`;
  return (
    <DaneLayout section="people" title={t.title}>
      <p class="lede">{t.lede}</p>
      {rows.length === 0 && <EmptyState>{decide.none}</EmptyState>}
      <ul class="change-list">
        {rows.map((one) => (
          <ChangeStory
            line={changeRow(one, name, wording)}
            heading={
              <h2>
                {name(one.personId)}, <a href={`/school/${one.uai}`}>{schoolOf.get(one.uai) ?? one.uai}</a>
              </h2>
            }
          >
            {one.personId === me ? (
              <p class="note">{decide.own}</p>
            ) : (
              <a
                class="button-secondary"
                href={`${PATH}/${one.id}`}
                aria-label={decide.openOf(name(one.personId))}
              >
                {decide.open}
              </a>
            )}
          </ChangeStory>
        ))}
      </ul>
      <Paging next={after && `${PATH}?${new URLSearchParams({ after })}`} />
    </DaneLayout>
  );
}

async function renderProposal({ store, wording, t, param, sent }: PageRequest) {
  const proposal = await store.readEngagementProposal(param('id'));
  const [engagement] = proposal ? await store.readEngagements([proposal.engagementReference]) : [];
  if (!proposal || !engagement) throw new DomainError('not-found');
  const { id, uai, personId, change } = proposal;
  const [school] = await store.readSchoolsByUai([uai]);
  const name = await readNamesOf(store, [proposal], wording);
  const isNew = change.kind !== 'end' && isCountable(engagement.confirmation);
  return (
    <DaneLayout section="people" title={t.changes.decide.title(name(personId))}>
      <DecideProposal
        line={changeRow(proposal, name, wording)}
        current={engagementSummary(engagement, wording, school)}
        seen={toSeen(engagement)}
        action={`${PATH}/${id}`}
        back={PATH}
        by="dane"
        bringsNew={isNew ? change.kind : undefined}
        own={false}
        form={sent ?? { values: { state: ['requested'] }, faults: {} }}
      />
    </DaneLayout>
  );
}
