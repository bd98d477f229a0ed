import { Hono } from 'hono';
import type { AppDeps, AppEnv, Arrival } from '../env.ts';
import { readSecretCookie } from '../middleware/secret-cookies.ts';
import { oneself, requireMay, requireSignedIn } from '../middleware/signed-in.ts';
import { answerPage } from '../shell/page-answer.tsx';
import { TYPED_PATH } from '../shell/typed-back.ts';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { TypedPage } from './typed-page.tsx';

/** Sends a request to the application itself. */
export type AskAgain = (request: Request, arrival: Arrival) => Response | Promise<Response>;

/** `/typed`: gives back a form that was sent too late, as it was typed, to the same person in the same
 *  browser. The form's own handler shows it but does not carry it out: the person sends it again. */
export function typedRoutes(deps: AppDeps, ask: AskAgain) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'use-account', oneself)] as const;
  return new Hono<AppEnv>().get(TYPED_PATH, ...guards, async (c) => {
    const secret = readSecretCookie(c, 'typed');
    const { personId } = c.var.signedIn.actor;
    const typed = secret === undefined ? undefined : await services.readTypedForm(secret, personId);
    if (!typed) return answerPage(c, workspaceFrame(c, deps), <TypedPage kept={secret !== undefined} />);
    const headers = new Headers({ Origin: ports.origin });
    for (const name of ['Cookie', 'Accept-Language']) {
      const value = c.req.header(name);
      if (value !== undefined) headers.set(name, value);
    }
    const { fields, back, path } = typed;
    const lang = new URLSearchParams({ lang: c.var.locale });
    const address = `${path}${path.includes('?') ? '&' : '?'}${lang}`;
    return ask(new Request(`${ports.origin}${address}`, { method: 'POST', headers }), {
      typed: { fields, back },
    });
  });
}
