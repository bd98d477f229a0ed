import { z } from 'zod';
import { firstDayAfter } from '../../../../domain/criteria/adoption.ts';
import type { AppDeps } from '../../env.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { DateField } from '../../forms/inputs.tsx';
import { requiredDate } from '../../forms/schema.ts';
import { afterDoing } from '../../forms/submission.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';

const PATH = '/dane/badges/:code/retirement';

/** `/dane/badges/{code}/retirement`: who holds the badge, then the day from which nobody gets it. */
export const retirementPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(PATH, 'adopt-criteria', drawRetirement)
    .form(PATH, 'adopt-criteria', {
      page: drawRetirement,
      schema: z.object({ from: requiredDate }),
      act: async (visit, { from }) => {
        const retired = await visit.services.retireBadge({
          code: visit.param('code'),
          from,
          actor: visit.me,
        });
        return retired.kind === 'adopted'
          ? afterDoing('criteria-adopted', '/dane/badges')
          : afterDoing('criteria-drafted', `/dane/criteria/drafts/${retired.draft}`);
      },
      refusals: {
        'criteria-too-early': { from: 'too-early' },
        'criteria-too-late': { from: 'too-late' },
        'badge-needed': 409,
        'last-badge': 409,
      },
    });

async function drawRetirement(visit: Visit) {
  const code = visit.param('code');
  const newest = visit.ports.catalogue.newest();
  const badge = newest.achievements.find((one) => one.code === code);
  if (!badge) return answerMissing(visit.c, visit.deps, 'criteria');
  const t = visit.t.dane.badges.retirement;
  const first = firstDayAfter({ today: visit.today, newest });
  const form = visit.sent ?? { values: { from: [first] }, faults: {} };
  const needsApproval = visit.ports.settings.approvals().criteria;
  const holders = await visit.store.countStandingBadges(code);
  return (
    <DaneLayout section="badges" title={t.title(badge.name[visit.wording.locale])}>
      <p class="lede">{t.lede(holders)}</p>
      <p>{t.note}</p>
      <Form action={`/dane/badges/${code}/retirement`} form={form} labels={{ from: t.from }}>
        <DateField name="from" />
        <Submit cancel="/dane/badges">{needsApproval ? t.propose : t.retire}</Submit>
      </Form>
    </DaneLayout>
  );
}
