import { type Context, Hono } from 'hono';
import type { VerificationInput } from '../../../../application/verification/read-input.ts';
import { isDocumentUrl } from '../../../../openbadges/addresses.ts';
import { publicFactsOf } from '../../../../openbadges/public-facts.ts';
import type { VerificationReport } from '../../../../openbadges/report.ts';
import type { AppDeps, AppEnv, Locale } from '../../env.ts';
import { answerPage, frameOf } from '../../shell/page-answer.tsx';
import { readSent } from '../../shell/read-sent.ts';
import { WORDS } from '../../shell/words.ts';
import { isOurs, reportView, strangerView } from './report-view.ts';
import type { VerifyView } from './verification-view.ts';
import { VerifyPage } from './verify-page.tsx';

type Answered = Omit<VerifyView, 'action' | 'addressForm'>;

/** `/verify`: a form for a file, a pasted text, or one of our addresses, with the answer on the same page. */
export function verifyPageRoutes(deps: AppDeps) {
  const { origin } = deps.ports;
  const answer = (c: Context<AppEnv>, view: Answered) => {
    const frame = frameOf(c, deps, { indexed: true, canonicalUrl: `${origin}/verify` });
    const action = c.var.locale === 'en' ? '/verify?lang=en' : '/verify';
    const whole = { ...view, action, addressForm: `${origin}/credentials/…` };
    return answerPage(c, frame, <VerifyPage view={whole} />, view.error ? 400 : 200);
  };

  return new Hono<AppEnv>()
    .get('/verify', async (c) => {
      const url = c.req.query('url')?.trim();
      return answer(c, url ? await judge(c, deps, { url, credential: '' }) : {});
    })
    .post('/verify', async (c) => {
      const form = await readSent(c);
      const file = form.get('file');
      const sent = {
        file: file instanceof File && file.size > 0 ? file : undefined,
        url: textOf(form.get('url')),
        credential: textOf(form.get('credential')),
      };
      return answer(c, await judge(c, deps, sent));
    });
}

interface Sent {
  readonly file?: File | undefined;
  readonly url: string;
  readonly credential: string;
}

/** Verifies one badge, given in one of the ways, or says why nothing was verified. */
async function judge(c: Context<AppEnv>, deps: AppDeps, sent: Sent): Promise<Answered> {
  const { labels, pages, verification } = WORDS[c.var.locale];
  const { url, credential } = sent;
  const values = { ...(url && { url }), ...(credential && { credential }) };
  const faulty = FIELDS.filter((field) => sent[field]);
  const refuse = (error: string): Answered => ({ values, error, faulty });
  if (faulty.length === 0) return refuse(labels.nothingSent);
  if (faulty.length > 1) return refuse(pages.verify.onlyOne(faulty.map((field) => pages.verify[field])));
  // The page is open to everyone, so it must not be used to fetch other sites, or itself.
  if (url && !isDocumentUrl(deps.ports.origin, url)) return refuse(labels.onlyOwnAddress(deps.ports.origin));
  const report = await deps.verify(await toInput(sent));
  const [document] = report.steps;
  // Without a badge there is nothing to check, so one sentence is enough.
  if (!report.credential && document) return refuse(verification.step(document));
  return { values, result: present(deps, report, c.var.locale) };
}

const FIELDS = ['file', 'url', 'credential'] as const;

function present(
  { ports: { origin, clock } }: AppDeps,
  report: VerificationReport,
  locale: Locale,
): NonNullable<VerifyView['result']> {
  const facts = publicFactsOf(report.credential);
  const context = { locale, checkedAt: clock.now(), facts };
  const ownHref = isOurs(report) && facts.id?.startsWith(`${origin}/credentials/`) ? facts.id : undefined;
  return {
    report: reportView(report, context),
    // Where the signature is not valid, the document's own content is not shown.
    ...(report.credential &&
      report.verdict !== 'signature-not-valid' && { document: strangerView(report, facts, ownHref) }),
  };
}

function textOf(part: unknown): string {
  return typeof part === 'string' ? part.trim() : '';
}

async function toInput({ file, url, credential }: Sent): Promise<VerificationInput> {
  if (file) return { kind: 'bytes', bytes: new Uint8Array(await file.arrayBuffer()) };
  return url ? { kind: 'url', url } : { kind: 'bytes', bytes: new TextEncoder().encode(credential) };
}
