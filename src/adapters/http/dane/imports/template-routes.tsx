import { Hono } from 'hono';
import { templateTables } from '../../../../application/files/export/file-tables.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { answerWorkbook } from '../exports/export-answer.ts';
import { GristPage } from './grist-page.tsx';

/** The templates of the DANE's files, and the guide to keeping them in Grist. */
export function templateRoutes(deps: AppDeps) {
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/imports/templates/:file{[a-z-]+\\.xlsx}', ...guards, (c) => {
      const name = c.req.param('file').replace(/\.xlsx$/, '');
      const tables = templateTables(name, c.var.locale);
      if (!tables) return answerError(c, deps, { kind: 'not-found', status: 404 });
      return answerWorkbook(c, deps, { name: `modele-${name}`, tables: each(tables) });
    })
    .get('/dane/imports/guides/grist', ...guards, (c) =>
      answerPage(c, workspaceFrame(c, deps, 'dane'), <GristPage />),
    );
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
