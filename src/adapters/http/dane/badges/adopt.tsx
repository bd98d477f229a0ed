import { z } from 'zod';
import { differenceOf, firstDayAfter } from '../../../../domain/criteria/adoption.ts';
import type { BadgeDraft } from '../../../../domain/criteria/badge-change.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import type { AppDeps } from '../../env.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { DateField, Rejection } from '../../forms/inputs.tsx';
import { requiredDate } from '../../forms/schema.ts';
import { afterDoing } from '../../forms/submission.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { BadgeSummary } from './summary.tsx';
import { criteriaWith, pathOf, readDraftOf } from './to-draft.ts';
import { renderBadgeTrial } from './trial.tsx';

const PATH = '/dane/badges/drafts/:id/adoption';

/** `/dane/badges/drafts/{id}/adoption`: the badge as people will read it, who would get it, then the day from
 *  which it holds. */
export const adoptionPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'adopt-criteria', renderAdoption)
    .form(PATH, 'adopt-criteria', {
      page: renderAdoption,
      schema: z.object({ from: requiredDate }),
      act: async (request, { from }) => {
        const named = { id: request.param('id'), revision: Number(request.seen), actor: request.me };
        const adopted = await request.services.adoptBadge({ ...named, from });
        if (adopted.kind === 'proposed') {
          return afterDoing('criteria-drafted', `/dane/criteria/drafts/${adopted.draft}`);
        }
        if (from > request.today) return afterDoing('criteria-adopted', '/dane/badges');
        // A badge that begins today can be awarded at once.
        const { id } = await request.services.beginJob({ kind: 'propose-awards' }, request.me);
        await request.services.showJob(id);
        return afterDoing('criteria-adopted', '/dane/decisions');
      },
      refusals: {
        'criteria-unchanged': 409,
        'invalid-badge': 409,
        'criteria-too-early': { from: 'too-early' },
        'criteria-too-late': { from: 'too-late' },
      },
    });

async function renderAdoption(request: PageRequest) {
  const draft = await readDraftOf(request);
  if (!draft) return answerMissing(request.c, request.deps, 'criteria');
  if (request.services.checkBadge(draft).length > 0) return request.c.redirect(pathOf(draft), 303);
  const t = request.t.dane.badges.adoption;
  const criteria = criteriaWith(request, draft);
  const newest = request.ports.catalogue.newest();
  const difference = differenceOf(newest, criteria);
  const needsApproval = request.ports.settings.approvals().criteria;
  const form = request.sent ?? {
    values: { from: [firstDayAfter({ today: request.today, newest, difference })] },
    faults: {},
  };
  return (
    <DaneLayout section="badges" title={t.title(inLanguage(draft.badge.name, request.wording.locale))}>
      <Rejection form={form} />
      <p class="lede">{t[difference === 'adds' ? 'adds' : 'changes']}</p>
      <section>
        <h2>{t.asked}</h2>
        <Seen draft={draft} />
        <BadgeSummary badge={draft.badge} criteria={criteria} ports={request.ports} />
      </section>
      {await renderBadgeTrial(request, draft)}
      {needsApproval && <p class="notice">{request.t.dane.criteria.drafts.proposeNote}</p>}
      <p class="note">{difference === 'adds' ? t.takenBack : request.t.dane.criteria.keptAwards}</p>
      <Form
        action={`${pathOf(draft)}/adoption`}
        form={form}
        labels={{ from: t.from }}
        seen={String(draft.revision)}
      >
        <DateField name="from" />
        <Submit>{needsApproval ? t.propose : t.adopt}</Submit>
        <p>
          <a href={pathOf(draft)}>{t.back}</a>
        </p>
      </Form>
    </DaneLayout>
  );
}

function Seen({ draft }: { draft: BadgeDraft }) {
  return (
    <img src={`${pathOf(draft)}/image.svg?size=400&r=${draft.revision}`} alt="" width="200" height="200" />
  );
}
