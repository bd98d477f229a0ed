import { type Context, Hono } from 'hono';
import type { VerificationInput } from '../../application/verification/read-input.ts';
import { publicFactsOf } from '../../openbadges/public-facts.ts';
import type { VerificationReport } from '../../openbadges/report.ts';
import type { AppDeps, AppEnv } from './env.ts';
import { answerPage, frameOf } from './page-answer.tsx';
import type { VerifyView } from './pages/verification-view.ts';
import { VerifyPage } from './pages/verify.tsx';
import { isOurs, reportView, strangerView } from './present/report.ts';
import { WORDS } from './present/words.ts';

/** `/verify`: a form for a file, a paste, or an address of ours; the answer on the same page. */
export function verifyPageRoutes(deps: AppDeps) {
  const { origin, clock } = deps.ports;
  const answer = (c: Context<AppEnv>, view: Omit<VerifyView, 'action'>) => {
    const frame = frameOf(c, deps, { indexed: true, canonicalUrl: `${origin}/verify` });
    const action = c.var.locale === 'en' ? '/verify?lang=en' : '/verify';
    return answerPage(c, <VerifyPage frame={frame} view={{ ...view, action }} />, view.error ? 400 : 200);
  };

  const present = (c: Context<AppEnv>, report: VerificationReport): NonNullable<VerifyView['result']> => {
    const facts = publicFactsOf(report.credential);
    const context = { locale: c.var.locale, checkedAt: clock.now(), facts };
    const ownHref = isOurs(report) && facts.id?.startsWith(`${origin}/credentials/`) ? facts.id : undefined;
    return {
      report: reportView(report, context),
      ...(report.credential && { document: strangerView(report, facts, ownHref) }),
    };
  };

  return new Hono<AppEnv>()
    .get('/verify', async (c) => {
      const url = c.req.query('url');
      if (!url) return answer(c, {});
      return isOwn(url, origin)
        ? answer(c, { values: { url }, result: present(c, await deps.verify({ kind: 'url', url })) })
        : answer(c, { values: { url }, error: WORDS[c.var.locale].labels.onlyOwnAddress(origin) });
    })
    .post('/verify', async (c) => {
      const { labels } = WORDS[c.var.locale];
      const form = await c.req.parseBody();
      const url = textOf(form['url']);
      const credential = textOf(form['credential']);
      const values = { ...(url && { url }), ...(credential && { credential }) };
      if (url && !isOwn(url, origin)) return answer(c, { values, error: labels.onlyOwnAddress(origin) });
      const input = await toInput({ file: form['file'], credential, url });
      if (!input) return answer(c, { values, error: labels.nothingSent });
      return answer(c, { values, result: present(c, await deps.verify(input)) });
    });
}

function textOf(part: unknown): string {
  return typeof part === 'string' ? part.trim() : '';
}

/** The page fetches our own addresses only: it is open to everyone, and must not be made to visit others. */
function isOwn(url: string, origin: string): boolean {
  return URL.canParse(url) && new URL(url).origin === origin;
}

async function toInput(sent: {
  readonly file: unknown;
  readonly credential: string;
  readonly url: string;
}): Promise<VerificationInput | undefined> {
  if (sent.file instanceof File && sent.file.size > 0) {
    return { kind: 'bytes', bytes: new Uint8Array(await sent.file.arrayBuffer()) };
  }
  if (sent.credential) return { kind: 'bytes', bytes: new TextEncoder().encode(sent.credential) };
  return sent.url ? { kind: 'url', url: sent.url } : undefined;
}
