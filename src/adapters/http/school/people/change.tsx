import { z } from 'zod';
import { toSeen } from '../../../../domain/engagement/fields.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { fullName } from '../../../../domain/person/name.ts';
import { ChangeForm } from '../../engagements/change-fields.tsx';
import {
  CHANGE_REASON_LENGTH,
  CHANGE_REJECTIONS,
  changeKindOf,
  doneAfter,
  readChange,
  toChangeValues,
} from '../../engagements/change-form.ts';
import { changeRow, missionChoices, readNamesOf } from '../../engagements/change-view.ts';
import { DecideProposal } from '../../engagements/decide-proposal.tsx';
import { engagementSummary } from '../../engagements/descriptions.ts';
import type { AppDeps } from '../../env.ts';
import { choiceOf, optionalText } from '../../forms/schema.ts';
import { afterDoing, formOver } from '../../forms/submission.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DECIDES_ON_ENGAGEMENT, deciderOf, decidesOn, placeOf } from '../context.ts';
import { SchoolLayout } from '../layout.tsx';

const outcomeForm = z
  .object({
    outcome: choiceOf(['accepted', 'refused']),
    reason: optionalText(CHANGE_REASON_LENGTH),
  })
  .refine(({ outcome, reason }) => outcome !== 'refused' || reason, {
    path: ['reason'],
    message: 'required',
  });

const CHANGE = '/school/:uai/engagements/:reference/:kind';
const PROPOSAL = '/school/:uai/proposals/:id';

const DECIDES_PROPOSAL = decidesOn(({ store, param }) => store.readEngagementProposal(param('id')));

const principal = ({ c }: PageRequest) => ({ ...deciderOf(c), as: 'principal' as const });

/** `/school/{uai}/engagements/{reference}/{kind}`: the principal ends, changes or corrects an engagement.
 *  `/school/{uai}/proposals/{id}`: the principal decides on what its teacher proposes. */
export function schoolChangePages(deps: AppDeps) {
  return definePages(deps, 'school')
    .page(CHANGE, DECIDES_ON_ENGAGEMENT, renderChange)
    .form(CHANGE, DECIDES_ON_ENGAGEMENT, {
      page: renderChange,
      schema: (request) => readChange(request, { ofDane: false }),
      act: async (request, { change, reason }) => {
        const { seen } = request;
        const reference = request.param('reference');
        const by = principal(request);
        const changed = await request.services.changeEngagement({ reference, change, reason, seen, by });
        const { uai, personId } = changed.engagement;
        return afterDoing(doneAfter(change.kind, changed), `/school/${uai}/people/${personId}`);
      },
      refusals: CHANGE_REJECTIONS,
    })
    .page(PROPOSAL, DECIDES_PROPOSAL, renderProposal)
    .form(PROPOSAL, DECIDES_PROPOSAL, {
      page: renderProposal,
      schema: outcomeForm,
      act: async (request, { outcome, reason }) => {
        const { services, store, uai, param, seen } = request;
        const id = param('id');
        const proposal = await store.readEngagementProposal(id);
        const changed = await services.settleChange({ id, outcome, reason, seen, by: principal(request) });
        const done = changed && proposal ? doneAfter(proposal.change.kind, changed) : 'change-refused';
        return afterDoing(done, `/school/${uai}/confirmations`);
      },
      refusals: CHANGE_REJECTIONS,
    });
}

async function renderChange(request: PageRequest) {
  const kind = changeKindOf(request);
  const { school, engagement, name } = await readEngagement(request, request.param('reference'));
  const { wording } = request;
  const t = request.t.changes;
  return (
    <SchoolLayout
      school={school}
      page="overview"
      title={t.actOf(t.acts[kind], name)}
      description={t.ledes[kind]}
    >
      <ChangeForm
        kind={kind}
        by="principal"
        action={`/school/${school.uai}/engagements/${encodeURIComponent(engagement.reference)}/${kind}`}
        back={`/school/${school.uai}/people/${engagement.personId}`}
        missions={missionChoices(wording)}
        current={engagementSummary(engagement, wording)}
        seen={toSeen(engagement)}
        form={formOver(toChangeValues(kind, engagement), request.sent)}
      />
    </SchoolLayout>
  );
}

async function renderProposal(request: PageRequest) {
  const { store, wording } = request;
  const proposal = await store.readEngagementProposal(request.param('id'));
  if (!proposal) throw new DomainError('not-found');
  const { school, engagement, name } = await readEngagement(request, proposal.engagementReference);
  const names = await readNamesOf(store, [proposal], wording);
  const t = request.t.changes.decide;
  return (
    <SchoolLayout school={school} page="confirmations" title={t.title(name)} description={t.lede}>
      <DecideProposal
        line={changeRow(proposal, names, wording)}
        current={engagementSummary(engagement, wording)}
        seen={toSeen(engagement)}
        action={`/school/${school.uai}/proposals/${proposal.id}`}
        back={`/school/${school.uai}/confirmations`}
        by="principal"
        own={false}
        form={request.form}
      />
    </SchoolLayout>
  );
}

async function readEngagement({ c, store, uai }: PageRequest, reference: string) {
  const [[engagement], [establishment]] = await Promise.all([
    store.readEngagements([reference]),
    store.readSchoolsByUai([uai]),
  ]);
  if (!engagement || !establishment) throw new DomainError('not-found');
  const [person] = await store.readPeople([engagement.personId]);
  return { school: placeOf(c, { establishment }), engagement, name: person ? fullName(person) : '' };
}
