import { z } from 'zod';
import { differenceOf, firstDayAfter } from '../../../../domain/criteria/adoption.ts';
import type { BadgeDraft } from '../../../../domain/criteria/badge-change.ts';
import type { AppDeps } from '../../env.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { DateField, Refusal } from '../../forms/inputs.tsx';
import { requiredDate } from '../../forms/schema.ts';
import { afterDoing } from '../../forms/submission.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { BadgeSummary } from './summary.tsx';
import { criteriaWith, pathOf, readDraftOf } from './to-draft.ts';
import { drawBadgeTrial } from './trial.tsx';

const PATH = '/dane/badges/drafts/:id/adoption';

/** `/dane/badges/drafts/{id}/adoption`: the badge as people will read it, who would get it, then the day from
 *  which it holds. */
export const adoptionPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(PATH, 'adopt-criteria', drawAdoption)
    .form(PATH, 'adopt-criteria', {
      page: drawAdoption,
      schema: z.object({ from: requiredDate }),
      act: async (visit, { from }) => {
        const named = { id: visit.param('id'), revision: Number(visit.seen), actor: visit.me };
        const adopted = await visit.services.adoptBadge({ ...named, from });
        if (adopted.kind === 'proposed') {
          return afterDoing('criteria-drafted', `/dane/criteria/drafts/${adopted.draft}`);
        }
        if (from > visit.today) return afterDoing('criteria-adopted', '/dane/badges');
        // A badge that begins today can be awarded at once.
        const { id } = await visit.services.beginJob({ kind: 'propose-awards' }, visit.me);
        await visit.services.advanceJob(id);
        return afterDoing('criteria-adopted', '/dane/decisions');
      },
      refusals: {
        'criteria-unchanged': 409,
        'invalid-badge': 409,
        'criteria-too-early': { from: 'too-early' },
        'criteria-too-late': { from: 'too-late' },
      },
    });

async function drawAdoption(visit: Visit) {
  const draft = await readDraftOf(visit);
  if (!draft) return answerMissing(visit.c, visit.deps, 'criteria');
  if (visit.services.checkBadge(draft).length > 0) return visit.c.redirect(pathOf(draft), 303);
  const t = visit.t.dane.badges.adoption;
  const criteria = criteriaWith(visit, draft);
  const newest = visit.ports.catalogue.newest();
  const difference = differenceOf(newest, criteria);
  const needsApproval = visit.ports.settings.approvals().criteria;
  const form = visit.sent ?? {
    values: { from: [firstDayAfter({ today: visit.today, newest, difference })] },
    faults: {},
  };
  return (
    <DaneLayout section="badges" title={t.title(draft.badge.name[visit.wording.locale])}>
      <Refusal form={form} />
      <p class="lede">{t[difference === 'adds' ? 'adds' : 'changes']}</p>
      <section>
        <h2>{t.asked}</h2>
        <Seen draft={draft} />
        <BadgeSummary badge={draft.badge} criteria={criteria} ports={visit.ports} />
      </section>
      {await drawBadgeTrial(visit, draft)}
      {needsApproval && <p class="notice">{visit.t.dane.criteria.drafts.proposeNote}</p>}
      <p class="note">{difference === 'adds' ? t.takenBack : visit.t.dane.criteria.keptAwards}</p>
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
