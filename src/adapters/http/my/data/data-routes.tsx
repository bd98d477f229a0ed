import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { optionalText, requiredText, ticked } from '../../shell/form.ts';
import { onceField, onceOf } from '../../shell/once.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { wordsOf } from '../../shell/words.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { ErasurePage, LONGEST_MESSAGE, MyDataPage } from './data-page.tsx';
import { ExportPage } from './export-page.tsx';
import { exportView, uaisOf } from './export-view.ts';

const rectification = z.object({ message: requiredText(LONGEST_MESSAGE), once: onceField });
const erasure = z.object({
  message: optionalText(LONGEST_MESSAGE),
  understood: ticked.refine((yes) => yes, { message: 'required' }),
  once: onceField,
});

/** `/my/data`: the rights of access, rectification and erasure. */
export function dataRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const show = async (c: Context<AppEnv>, sent?: SentForm) => {
    const requests = await ports.store.readDataRequestsOf(c.var.signedIn.actor.personId);
    const page = <MyDataPage form={sent ?? EMPTY_FORM} once={onceOf(deps, sent)} requests={requests} />;
    return answerPage(c, workspaceFrame(c, deps, 'my'), page, sent?.status);
  };
  const showErasure = (c: Context<AppEnv>, sent?: SentForm) => {
    const page = <ErasurePage form={sent ?? EMPTY_FORM} once={onceOf(deps, sent)} />;
    return answerPage(c, workspaceFrame(c, deps, 'my'), page, sent?.status);
  };
  const exportSelf = (c: Context<AppEnv>) => {
    const { person, actor } = c.var.signedIn;
    return services.exportPerson({ email: person.emails[0] ?? '', actor: actor.personId });
  };

  return new Hono<AppEnv>()
    .get('/my/data', ...guards, (c) => show(c))
    .get('/my/data/export.json', ...guards, async (c) => {
      const body = `${JSON.stringify(await exportSelf(c), null, 2)}\n`;
      const disposition = 'attachment; filename="mes-donnees.json"';
      return c.body(body, 200, { 'Content-Type': 'application/json', 'Content-Disposition': disposition });
    })
    .get('/my/data/export', ...guards, async (c) => {
      const view = await readExportView(c, deps, await exportSelf(c));
      return answerPage(c, workspaceFrame(c, deps, 'my'), <ExportPage view={view} />);
    })
    .post(
      '/my/data/rectification',
      ...guards,
      takeForm(deps, {
        schema: rectification,
        show,
        act: async (c, { message, once }) => {
          const { personId } = c.var.signedIn.actor;
          await services.makeDataRequest({ personId, kind: 'rectification', message, once });
          return afterDoing('data-request-made', '/my/data');
        },
      }),
    )
    .get('/my/data/erasure', ...guards, (c) => showErasure(c))
    .post(
      '/my/data/erasure',
      ...guards,
      takeForm(deps, {
        schema: erasure,
        show: showErasure,
        act: async (c, { message = '', once }) => {
          const { personId } = c.var.signedIn.actor;
          await services.makeDataRequest({ personId, kind: 'erasure', message, once });
          return afterDoing('data-request-made', '/my/data');
        },
      }),
    );
}

/** The export in words, with the names of schools and badges. */
async function readExportView(
  c: Context<AppEnv>,
  { ports }: AppDeps,
  exported: { readonly exportedAt: string; readonly tables: Readonly<Record<string, readonly unknown[]>> },
) {
  const { person } = c.var.signedIn;
  const { locale } = c.var;
  const schools = await ports.store.readEstablishments(uaisOf(exported.tables) as readonly Uai[]);
  const criteria = ports.catalogue.criteriaInForce(localDateInParis(ports.clock.now()));
  return exportView(
    { ...exported, name: `${person.givenName} ${person.familyName}` },
    {
      t: wordsOf(ports, locale).pages,
      locale,
      framework: ports.catalogue.framework,
      personId: person.id,
      schoolName: (code) => schools.find(({ uai }) => uai === code)?.name,
      badgeName: (code) => criteria.achievements.find((one) => one.code === code)?.name[locale],
    },
  );
}
