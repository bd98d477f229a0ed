import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { NameChoice } from '../../../../domain/award/award-types.ts';
import { recordedOf } from '../../../../domain/holder/badge-record.ts';
import { recordUrl } from '../../../../openbadges/addresses.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { choiceOf } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { RecordFormPage, type RecordFormView } from './record-form-page.tsx';

const FORMS = ['full', 'initials', 'none'] as const satisfies readonly NameChoice[];
const recordForm = z.object({ name: choiceOf(FORMS) });

/** `/my/record`: the person's own badges in one signed document. */
export function recordFormRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const show = async (c: Context<AppEnv>, sent?: ShownForm) => {
    const { record, issued } = await services.readOwnBadgeRecord(c.var.signedIn.actor.personId);
    const counted = FORMS.map((name) => ({ name, total: recordedOf(issued, name).length }));
    const forms = counted.filter(({ total }) => total > 0);
    const view: RecordFormView = {
      forms,
      ...(record && {
        online: {
          url: recordUrl(ports.origin, record.id),
          isEmpty: recordedOf(issued, record.name).length === 0,
        },
      }),
    };
    const [most] = forms.toSorted((a, b) => b.total - a.total);
    const values = { name: [record?.name ?? most?.name ?? ''] };
    const form = formOver(record ? values : {}, sent, values);
    const page = <RecordFormPage view={view} form={form} />;
    return answerPage(c, workspaceFrame(c, deps, 'my'), page, form.status);
  };
  return new Hono<AppEnv>()
    .get('/my/record', ...guards, (c) => show(c))
    .post(
      '/my/record',
      ...guards,
      takeForm(deps, {
        schema: recordForm,
        show,
        // The last badge of this form may have been hidden in the meantime.
        refusals: { 'invalid-request': { name: 'invalid-choice' } },
        act: async (c, { name }) => {
          await services.makeBadgeRecord({ personId: c.var.signedIn.actor.personId, name });
          return afterDoing('record-made', '/my/record');
        },
      }),
    )
    .post('/my/record/withdraw', ...guards, async (c) => {
      await services.withdrawBadgeRecord(c.var.signedIn.actor.personId);
      return c.redirect(afterDoing('record-withdrawn', '/my/record'), 303);
    });
}
