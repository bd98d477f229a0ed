import type { RestoredFormKind } from '../../../domain/access/restored-form.ts';
import type { AppDeps, Arrival } from '../env.ts';
import { RESTORED_FORM_PATH } from '../forms/restored-input.ts';
import { Layout } from '../layout/html-document.tsx';
import { readSecretCookie } from '../middleware/session-cookies.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';

/** Sends a request to the application itself. */
export type AskAgain = (request: Request, arrival: Arrival) => Response | Promise<Response>;

/** `/typed`: gives back a form that was sent too late, as it was typed, to the same person in the same
 *  browser. `/typed/{secret}` shows a refused form with its errors, to the person who sent it. The form's own handler
 *  shows it but does not carry it out: the person sends it again. */
export const restoredFormPages = (deps: AppDeps, ask: AskAgain) =>
  definePages(deps)
    .page(RESTORED_FORM_PATH, 'use-account', async (request) => {
      const secret = readSecretCookie(request.c, 'typed');
      const answer = await askForSaved(request, { secret, kind: 'unsent' }, ask);
      return answer ?? renderNone(request, secret !== undefined);
    })
    .page(`${RESTORED_FORM_PATH}/:secret`, 'use-account', async (request) => {
      const secret = request.c.req.param('secret');
      return (await askForSaved(request, { secret, kind: 'refused' }, ask)) ?? renderNone(request, false);
    });

interface SavedFormQuery {
  readonly secret: string | undefined;
  readonly kind: RestoredFormKind;
}

async function askForSaved(pageRequest: PageRequest, { secret, kind }: SavedFormQuery, ask: AskAgain) {
  const { c, ports, services, me } = pageRequest;
  const draft = secret ? await services.readRestoredForm(secret, { personId: me, kind }) : undefined;
  if (!draft) return undefined;
  const headers = new Headers({ Origin: ports.origin });
  for (const name of ['Cookie', 'Accept-Language']) {
    const value = c.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  const { fields, back, path, errors } = draft;
  const lang = new URLSearchParams({ lang: pageRequest.wording.locale });
  const address = `${path}${path.includes('?') ? '&' : '?'}${lang}`;
  return ask(new Request(`${ports.origin}${address}`, { method: 'POST', headers }), {
    typed: { fields, back, errors },
  });
}

/** No form can be given back: it belongs to another person, or is too old. */
function renderNone({ t: { account } }: PageRequest, saved: boolean) {
  const { typed, enter } = account;
  const { title, text } = saved ? typed.notYours : typed.none;
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
