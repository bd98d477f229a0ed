import { type Context, Hono } from 'hono';
import type { Subject } from '../../../domain/access/may.ts';
import { isCountable } from '../../../domain/records.ts';
import { localDateInParis } from '../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireMay, requireSignedIn } from '../middleware/signed-in.ts';
import { answerError } from '../shell/page-answer.tsx';

/** `/procedure-sheets/{id}`: the procedure sheet of an authorised action, for the school's RUPN, its head and
 *  the DANE. */
export function procedureSheetRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const sheetOf = (c: Context<AppEnv>) => ports.store.readProcedureSheet(c.req.param('id') ?? '');
  const guards = [
    requireSignedIn(deps),
    requireMay(deps, 'read-procedure', async (c) => {
      const sheet = await sheetOf(c);
      return sheet && teamOf(c, deps, sheet.action.uai);
    }),
  ] as const;
  return new Hono<AppEnv>().get('/procedure-sheets/:id', ...guards, async (c) => {
    const sheet = await sheetOf(c);
    if (!sheet) return answerError(c, deps, { kind: 'not-found', status: 404 });
    if (sheet.content.kind === 'link') return c.redirect(sheet.content.url, 303);
    const bytes = await services.openProcedureSheet(sheet);
    // Somebody sent this file: it is saved, and never shown inside the service's own pages.
    return c.body(bytes.slice().buffer, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="fiche-procedure-${sheet.action.mission}.pdf"`,
      'X-Content-Type-Options': 'nosniff',
    });
  });
}

/** The school, with the viewer among its team where a confirmed engagement of theirs there has not ended. */
async function teamOf(
  c: Context<AppEnv>,
  { ports }: AppDeps,
  uai: Extract<Subject, { kind: 'team' }>['uai'],
): Promise<Subject> {
  const { personId } = c.var.signedIn.actor;
  const today = localDateInParis(ports.clock.now());
  const [record] = await ports.store.readPersonRecords([personId]);
  const isMember = record?.engagements.some(
    ({ uai: of, confirmation, period }) =>
      of === uai && isCountable(confirmation) && (period.to === undefined || period.to >= today),
  );
  return { kind: 'team', uai, members: isMember ? [personId] : [] };
}
