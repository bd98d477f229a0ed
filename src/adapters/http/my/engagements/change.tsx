import { z } from 'zod';
import { isStillOpen } from '../../../../domain/engagement/declaration.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { ChangeForm } from '../../engagements/change-fields.tsx';
import {
  CHANGE_REJECTIONS,
  changeKindOf,
  readChange,
  toChangeValues,
} from '../../engagements/change-form.ts';
import { missionChoices } from '../../engagements/change-view.ts';
import { engagementSummary } from '../../engagements/descriptions.ts';
import type { AppDeps } from '../../env.ts';
import { requiredText } from '../../forms/schema.ts';
import { formOver } from '../../forms/submission.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { MyLayout } from '../layout.tsx';
import { EDIT_ENGAGEMENT } from './page.tsx';
import { engagementPath } from './view.ts';

const PATH = '/my/engagements/:reference/change/:kind';
const backToEngagement = ({ param }: PageRequest) => engagementPath(param('reference'));

/** `/my/engagements/{reference}/change/{kind}`: a teacher asks for an end, for other missions or for a
 *  correction, and may withdraw the request. */
export function changePages(deps: AppDeps) {
  return definePages(deps, 'my')
    .page(PATH, EDIT_ENGAGEMENT, renderChange)
    .form(PATH, EDIT_ENGAGEMENT, {
      page: renderChange,
      schema: (request) => readChange(request, { ofDane: false }),
      act: async ({ services, me, param }, { change, reason }) => {
        await services.proposeChange({ personId: me, reference: param('reference'), change, reason });
      },
      done: 'change-proposed',
      back: backToEngagement,
      refusals: CHANGE_REJECTIONS,
    })
    .form('/my/engagements/:reference/withdraw-change', EDIT_ENGAGEMENT, {
      schema: z.object({ id: requiredText(60) }),
      act: async ({ services, store, me, param }, { id }) => {
        const proposal = await store.readEngagementProposal(id);
        if (proposal?.engagementReference !== param('reference')) throw new DomainError('not-found');
        await services.withdrawChange({ personId: me, id });
      },
      done: 'change-withdrawn',
      back: backToEngagement,
    });
}

async function renderChange(request: PageRequest) {
  const { store, me, param, wording, sent } = request;
  const kind = changeKindOf(request);
  const [[engagement], declared] = await Promise.all([
    store.readEngagements([param('reference')]),
    store.readDeclaredReferences(me),
  ]);
  if (!engagement) throw new DomainError('not-found');
  if (isStillOpen(engagement, declared)) throw new DomainError('engagement-not-open');
  const [school] = await store.readSchoolsByUai([engagement.uai]);
  const href = engagementPath(engagement.reference);
  return (
    <MyLayout page="engagements" title={wording.t.changes.titles[kind]}>
      <ChangeForm
        kind={kind}
        by="teacher"
        action={`${href}/change/${kind}`}
        back={href}
        missions={missionChoices(wording)}
        current={engagementSummary(engagement, wording, school)}
        form={formOver(toChangeValues(kind, engagement), sent)}
      />
    </MyLayout>
  );
}
