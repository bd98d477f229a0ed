import type { AppDeps, Arrival } from '../env.ts';
import { TYPED_PATH } from '../forms/restored-input.ts';
import { Layout } from '../layout/document.tsx';
import { readSecretCookie } from '../middleware/session-cookies.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';

/** Sends a request to the application itself. */
export type AskAgain = (request: Request, arrival: Arrival) => Response | Promise<Response>;

/** `/typed`: gives back a form that was sent too late, as it was typed, to the same person in the same
 *  browser. The form's own handler shows it but does not carry it out: the person sends it again. */
export const typedPages = (deps: AppDeps, ask: AskAgain) =>
  pagesOf(deps).page(TYPED_PATH, 'use-account', async (visit) => {
    const { c, ports, services, me } = visit;
    const secret = readSecretCookie(c, 'typed');
    const typed = secret === undefined ? undefined : await services.readTypedForm(secret, me);
    if (!typed) return drawNone(visit, secret !== undefined);
    const headers = new Headers({ Origin: ports.origin });
    for (const name of ['Cookie', 'Accept-Language']) {
      const value = c.req.header(name);
      if (value !== undefined) headers.set(name, value);
    }
    const { fields, back, path } = typed;
    const lang = new URLSearchParams({ lang: visit.wording.locale });
    const address = `${path}${path.includes('?') ? '&' : '?'}${lang}`;
    return ask(new Request(`${ports.origin}${address}`, { method: 'POST', headers }), {
      typed: { fields, back },
    });
  });

/** No form can be given back: it belongs to another person, or is too old. */
function drawNone({ t: { account } }: Visit, kept: boolean) {
  const { typed, enter } = account;
  const { title, text } = kept ? typed.notYours : typed.none;
  return (
    <Layout title={title} description={text}>
      <h1>{title}</h1>
      <p class="lede">{text}</p>
      <p>
        <a class="button" href="/space">
          {enter}
        </a>
      </p>
    </Layout>
  );
}
