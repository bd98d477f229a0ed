import { type Context, Hono } from 'hono';
import { type PublicFacts, publicFactsOf } from '#open-badges/credential';
import { spelledAddress } from '#open-badges/parsing';
import type { VerificationReport } from '#open-badges/verification';
import type { OwnAddress, ServiceReport } from '../../../../application/verification/own-address.ts';
import { isOurs, isShowable } from '../../../../application/verification/shown-steps.ts';
import type { IssuedCredential } from '../../../../domain/award/types.ts';
import { parseProfileId } from '../../../../domain/ids.ts';
import { parsePaperId } from '../../../../domain/paper/types.ts';
import { compact } from '../../../../domain/text/omit-undefined.ts';
import { credentialIdAt, isDocumentUrl } from '../../../../issuing/addresses.ts';
import { copyForOutage } from '../../cache/middleware.ts';
import type { AppDeps, AppEnv, Locale } from '../../env.ts';
import { readSent } from '../../forms/read-body.ts';
import { answerPage, pageContextOf } from '../../responses/page.tsx';
import { TEXTS } from '../../view-models/public-texts.ts';
import { AboutPage } from '../about/page.tsx';
import { closedView } from '../about/routes.tsx';
import type { ShownBadge } from '../credential/badge-details.ts';
import { credentialView } from '../credential/view.ts';
import { VerifyPage } from './page.tsx';
import { reportView, unknownDocumentView } from './report-view.ts';
import { shownImage } from './shown-image.ts';
import type { VerificationTexts } from './verdict-view.ts';
import { LONGEST_ADDRESS, type VerifyField, type VerifyView } from './verification-view.ts';

/** The page, or the path of a page of ours that answers better. */
type Answered = VerifyView | { readonly opens: string };

/** `/verify`: one box for a badge in any form, with the answer on the same page. */
export function verifyPageRoutes(deps: AppDeps) {
  const { origin, copiedAt } = deps.ports;
  const answer = (c: Context<AppEnv>, view: Answered) => {
    if ('opens' in view) return c.redirect(view.opens, 303);
    const pageContext = pageContextOf(c, deps, { indexed: true, canonicalUrl: `${origin}/verify` });
    if (copiedAt) return answerPage(c, pageContext, <AboutPage view={closedView(pageContext, copiedAt)} />);
    return answerPage(c, pageContext, <VerifyPage view={view} />, view.error ? 400 : 200);
  };

  return new Hono<AppEnv>()
    .get('/verify', async (c) => {
      const url = c.req.query('url')?.trim() ?? '';
      if (url === '') await copyForOutage(c, deps, 'page');
      const address = spelledAddress(url, origin);
      // A link on another site must not make us fetch a third site, so the reader is asked first.
      const waits = address === undefined || new URL(address).origin !== origin;
      if (url === '') return answer(c, {});
      return answer(c, waits ? { values: { credential: url } } : await judge(c, deps, { credential: url }));
    })
    .post('/verify', async (c) => {
      const form = await readSent(c);
      const file = form.get('file');
      const sent = {
        file: file instanceof File && file.size > 0 ? file : undefined,
        // An earlier form had a separate field for links.
        credential: textOf(form.get('credential')) || textOf(form.get('url')),
        // The address is neither kept nor logged.
        recipient: textOf(form.get('recipient')),
      };
      return answer(c, await judge(c, deps, sent));
    });
}

interface Sent {
  readonly file?: File | undefined;
  readonly credential: string;
  /** The address that is compared with the recipient; empty if none was typed. */
  readonly recipient?: string;
}

/** Verifies one badge, given in one of these ways, or explains why nothing was verified. */
async function judge(c: Context<AppEnv>, deps: AppDeps, sent: Sent): Promise<Answered> {
  const { labels, pages, verification } = TEXTS[c.var.locale];
  const { file, credential, recipient } = sent;
  const values = { ...(credential && { credential }), ...(recipient && { recipient }) };
  const faulty: readonly VerifyField[] = FIELDS.filter((field) => sent[field]);
  const refuse = (error: string, fields = faulty): VerifyView => ({ values, error, faulty: fields });
  if (faulty.length === 0) return refuse(labels.nothingSent);
  if (faulty.length > 1) return refuse(pages.verify.onlyOne(faulty.map((field) => pages.verify[field])));
  if (recipient && !isAddress(recipient)) return refuse(pages.verify.recipientWrong, ['recipient']);
  const { origin } = deps.ports;
  const address = file ? undefined : spelledAddress(credential, origin);
  if (address === undefined && isNameOrEmail(credential)) return refuse(pages.verify.notByName);
  const other = otherPage(origin, address);
  if (other !== undefined) return openOr(c, other, () => refuse(labels.noBadgeAddress(origin)));
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(credential);
  const report = await deps.verify({ kind: 'bytes', bytes }, { recipient: recipient || undefined });
  const [document] = report.steps;
  // Without a badge there is nothing to check, so one sentence is enough.
  if (!report.credential && document) {
    const inCode = document.params?.['url'];
    const opened = typeof inCode === 'string' ? otherPage(origin, inCode) : undefined;
    return openOr(c, opened, () => refuse(verification.step(document)));
  }
  return { values, result: await present(deps, { report, bytes, locale: c.var.locale }) };
}

function isAddress(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && /^[^@\s]+@[^@\s]+$/.test(text);
}

/** Two to six words of letters, one word with a capital, or an e-mail address: people look for a person. */
function isNameOrEmail(text: string): boolean {
  return text.length <= LONGEST_NAME && (NAME.test(text) || isAddress(text));
}

const LONGEST_NAME = 100;
const NAME = /^(?:[\p{L}\p{M}’'.,-]+(?:\s+[\p{L}\p{M}’'.,-]+){1,5}|\p{Lu}[\p{L}\p{M}’'-]*)$/u;

const FIELDS = ['file', 'credential'] as const;

/** The path of the page of ours at this address, where that is no badge. */
function otherPage(origin: string, address: string | undefined): string | undefined {
  if (address === undefined || isDocumentUrl(origin, address)) return undefined;
  const url = new URL(address);
  return url.origin === origin ? url.pathname : undefined;
}

function openOr(c: Context<AppEnv>, path: string | undefined, refuse: () => VerifyView): Answered {
  if (path === undefined || !answersByItself(path)) return refuse();
  return { opens: c.req.query('lang') === 'en' ? `${path}?lang=en` : path };
}

/** Whether the page confirms or shows something by itself: whoever holds a printed paper has its address only. */
function answersByItself(path: string): boolean {
  const [, place, id = '', ...more] = path.split('/');
  if (more.length > 0) return false;
  if (place === 'papers') return parsePaperId(id) !== undefined;
  return place === 'profiles' && parseProfileId(id) !== undefined;
}

interface Judged {
  readonly report: ServiceReport;
  readonly bytes: Uint8Array;
  readonly locale: Locale;
}

async function present(deps: AppDeps, judged: Judged): Promise<NonNullable<VerifyView['result']>> {
  const { report, bytes, locale } = judged;
  const { clock } = deps.ports;
  const facts = publicFactsOf(report.credential);
  // Where the signature is not valid, the content of the document is not shown.
  const isShown = report.credential !== undefined && isShowable(report.verdict);
  const own = isShown ? await ownBadge(deps, { report, facts }) : undefined;
  const { found, ownAddress } = report;
  const checkedAt = clock.now();
  const image = shownImage({ report, facts, bytes, ownPath: own && `/credentials/${own.credential.id}` });
  return compact({
    report: reportView(report, {
      texts: TEXTS[locale].verification,
      checkedAt,
      facts,
      namesUs: ownAddress !== undefined,
    }),
    codeAddress: found?.file === 'code' ? found.address : undefined,
    image,
    named: ownAddress && namedView(ownAddress, TEXTS[locale].verification.named),
    own: own && (await credentialView(deps, { ...own, report, checkedAt, locale })),
    document:
      isShown && !(own && isServed(own.credential, report, facts))
        ? unknownDocumentView(report, facts)
        : undefined,
  });
}

/** What is public at an address of ours that the document names. */
function namedView({ url, isPublished }: OwnAddress, texts: VerificationTexts['named']) {
  if (!isPublished) return { sentence: texts.nothing };
  return { sentence: texts.published, link: { label: texts.see, href: new URL(url).pathname } };
}

/** Our own badge in this document, while its page is public. */
async function ownBadge(
  { ports: { origin }, services }: AppDeps,
  { report, facts }: { readonly report: VerificationReport; readonly facts: PublicFacts },
): Promise<Pick<ShownBadge, 'award' | 'credential'> | undefined> {
  const id = isOurs(report) ? credentialIdAt(origin, facts.id) : undefined;
  const found = id === undefined ? undefined : await services.readPublicCredential(id);
  return found?.kind === 'found' ? found : undefined;
}

/** Whether the verified document says what the badge's page says. A document that was replaced has an earlier
 *  start; one in an older form, or with parts left out, says less. */
function isServed({ validFrom }: IssuedCredential, report: VerificationReport, facts: PublicFacts): boolean {
  return report.older === undefined && report.verdict !== 'partial' && facts.validFrom === validFrom;
}

function textOf(part: unknown): string {
  return typeof part === 'string' ? part.trim() : '';
}
