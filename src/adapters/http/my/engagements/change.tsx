import { z } from 'zod';
import { isStillOpen } from '../../../../domain/engagement/declaration.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { ChangeForm } from '../../engagements/change-fields.tsx';
import { CHANGE_REFUSALS, changeKindOf, readChange, toChangeValues } from '../../engagements/change-form.ts';
import { missionChoices } from '../../engagements/change-view.ts';
import { segmentLine } from '../../engagements/descriptions.ts';
import type { AppDeps } from '../../env.ts';
import { requiredText } from '../../forms/schema.ts';
import { formOver } from '../../forms/submission.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { MyLayout } from '../layout.tsx';
import { KEEP } from './page.tsx';
import { engagementPath } from './view.ts';

const PATH = '/my/engagements/:reference/change/:kind';
const backToSegment = ({ param }: Visit) => engagementPath(param('reference'));

/** `/my/engagements/{reference}/change/{kind}`: a teacher asks for an end, for other missions or for a
 *  correction, and may withdraw the request. */
export function changePages(deps: AppDeps) {
  return pagesOf(deps, 'my')
    .page(PATH, KEEP, drawChange)
    .form(PATH, KEEP, {
      page: drawChange,
      schema: (visit) => readChange(visit, { ofDane: false }),
      act: async ({ services, me, param }, { change, reason }) => {
        await services.proposeChange({ personId: me, reference: param('reference'), change, reason });
      },
      done: 'change-proposed',
      back: backToSegment,
      refusals: CHANGE_REFUSALS,
    })
    .form('/my/engagements/:reference/withdraw-change', KEEP, {
      schema: z.object({ id: requiredText(60) }),
      act: async ({ services, store, me, param }, { id }) => {
        const proposal = await store.readEngagementProposal(id);
        if (proposal?.engagementReference !== param('reference')) throw new DomainError('not-found');
        await services.withdrawChange({ personId: me, id });
      },
      done: 'change-withdrawn',
      back: backToSegment,
    });
}

async function drawChange(visit: Visit) {
  const { store, me, param, wording, sent } = visit;
  const kind = changeKindOf(visit);
  const [[engagement], declared] = await Promise.all([
    store.readEngagements([param('reference')]),
    store.readDeclaredReferences(me),
  ]);
  if (!engagement) throw new DomainError('not-found');
  if (isStillOpen(engagement, declared)) throw new DomainError('engagement-not-open');
  const [school] = await store.readEstablishments([engagement.uai]);
  const href = engagementPath(engagement.reference);
  return (
    <MyLayout page="engagements" title={wording.t.changes.titles[kind]}>
      <ChangeForm
        kind={kind}
        by="teacher"
        action={`${href}/change/${kind}`}
        back={href}
        missions={missionChoices(wording)}
        current={segmentLine(engagement, wording, school)}
        form={formOver(toChangeValues(kind, engagement), sent)}
      />
    </MyLayout>
  );
}
