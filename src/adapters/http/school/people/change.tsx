import { z } from 'zod';
import { toSeen } from '../../../../domain/confirmation/confirm.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { fullName } from '../../../../domain/person/name.ts';
import { ChangeForm } from '../../engagements/change-fields.tsx';
import {
  CHANGE_REASON_LENGTH,
  CHANGE_REFUSALS,
  changeKindOf,
  doneAfter,
  readChange,
  toChangeValues,
} from '../../engagements/change-form.ts';
import { changeLine, missionChoices, readNamesOf } from '../../engagements/change-view.ts';
import { DecideProposal } from '../../engagements/decide-proposal.tsx';
import { segmentLine } from '../../engagements/descriptions.ts';
import type { AppDeps } from '../../env.ts';
import { choiceOf, optionalText } from '../../forms/schema.ts';
import { afterDoing, formOver } from '../../forms/submission.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { DECIDES_ON_SEGMENT, deciderOf, decidesOn, placeOf } from '../context.ts';
import { SchoolShell } from '../layout.tsx';

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

const principal = ({ c }: Visit) => ({ ...deciderOf(c), as: 'principal' as const });

/** `/school/{uai}/engagements/{reference}/{kind}`: the principal ends, changes or corrects a segment.
 *  `/school/{uai}/proposals/{id}`: the principal decides on what its teacher proposes. */
export function schoolChangePages(deps: AppDeps) {
  return pagesOf(deps, 'school')
    .page(CHANGE, DECIDES_ON_SEGMENT, drawChange)
    .form(CHANGE, DECIDES_ON_SEGMENT, {
      page: drawChange,
      schema: (visit) => readChange(visit, { ofDane: false }),
      act: async (visit, { change, reason }) => {
        const { seen } = visit;
        const reference = visit.param('reference');
        const by = principal(visit);
        const changed = await visit.services.changeEngagement({ reference, change, reason, seen, by });
        const { uai, personId } = changed.engagement;
        return afterDoing(doneAfter(change.kind, changed), `/school/${uai}/people/${personId}`);
      },
      refusals: CHANGE_REFUSALS,
    })
    .page(PROPOSAL, DECIDES_PROPOSAL, drawProposal)
    .form(PROPOSAL, DECIDES_PROPOSAL, {
      page: drawProposal,
      schema: outcomeForm,
      act: async (visit, { outcome, reason }) => {
        const { services, store, uai, param, seen } = visit;
        const id = param('id');
        const proposal = await store.readEngagementProposal(id);
        const changed = await services.settleChange({ id, outcome, reason, seen, by: principal(visit) });
        const done = changed && proposal ? doneAfter(proposal.change.kind, changed) : 'change-refused';
        return afterDoing(done, `/school/${uai}/confirmations`);
      },
      refusals: CHANGE_REFUSALS,
    });
}

async function drawChange(visit: Visit) {
  const kind = changeKindOf(visit);
  const { school, engagement, name } = await readSegment(visit, visit.param('reference'));
  const { wording } = visit;
  const t = visit.t.changes;
  return (
    <SchoolShell
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
        current={segmentLine(engagement, wording)}
        seen={toSeen(engagement)}
        form={formOver(toChangeValues(kind, engagement), visit.sent)}
      />
    </SchoolShell>
  );
}

async function drawProposal(visit: Visit) {
  const { store, wording } = visit;
  const proposal = await store.readEngagementProposal(visit.param('id'));
  if (!proposal) throw new DomainError('not-found');
  const { school, engagement, name } = await readSegment(visit, proposal.engagementReference);
  const names = await readNamesOf(store, [proposal], wording);
  const t = visit.t.changes.decide;
  return (
    <SchoolShell school={school} page="confirmations" title={t.title(name)} description={t.lede}>
      <DecideProposal
        line={changeLine(proposal, names, wording)}
        current={segmentLine(engagement, wording)}
        seen={toSeen(engagement)}
        action={`/school/${school.uai}/proposals/${proposal.id}`}
        back={`/school/${school.uai}/confirmations`}
        by="principal"
        own={false}
        form={visit.form}
      />
    </SchoolShell>
  );
}

async function readSegment({ c, store, uai }: Visit, reference: string) {
  const [[engagement], [establishment]] = await Promise.all([
    store.readEngagements([reference]),
    store.readEstablishments([uai]),
  ]);
  if (!engagement || !establishment) throw new DomainError('not-found');
  const [person] = await store.readPeople([engagement.personId]);
  return { school: placeOf(c, { establishment }), engagement, name: person ? fullName(person) : '' };
}
