import { z } from 'zod';
import { firstDayAfter } from '../../../../domain/criteria/adoption.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import type { AppDeps } from '../../env.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { DateField } from '../../forms/inputs.tsx';
import { requiredDate } from '../../forms/schema.ts';
import { afterDoing } from '../../forms/submission.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';

const PATH = '/dane/badges/:code/retirement';

/** `/dane/badges/{code}/retirement`: who holds the badge, then the day from which no one gets it. */
export const retirementPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'adopt-criteria', renderRetirement)
    .form(PATH, 'adopt-criteria', {
      page: renderRetirement,
      schema: z.object({ from: requiredDate }),
      act: async (request, { from }) => {
        const retired = await request.services.retireBadge({
          code: request.param('code'),
          from,
          actor: request.me,
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

async function renderRetirement(request: PageRequest) {
  const code = request.param('code');
  const newest = request.ports.catalogue.newest();
  const badge = newest.achievements.find((one) => one.code === code);
  if (!badge) return answerMissing(request.c, request.deps, 'criteria');
  const t = request.t.dane.badges.retirement;
  const first = firstDayAfter({ today: request.today, newest });
  const form = request.sent ?? { values: { from: [first] }, faults: {} };
  const needsApproval = request.ports.settings.approvals().criteria;
  const holders = await request.store.countStandingBadges(code);
  return (
    <DaneLayout section="badges" title={t.title(inLanguage(badge.name, request.wording.locale))}>
      <p class="lede">{t.lede(holders)}</p>
      <p>{t.note}</p>
      <Form action={`/dane/badges/${code}/retirement`} form={form} labels={{ from: t.from }}>
        <DateField name="from" />
        <Submit cancel="/dane/badges">{needsApproval ? t.propose : t.retire}</Submit>
      </Form>
    </DaneLayout>
  );
}
