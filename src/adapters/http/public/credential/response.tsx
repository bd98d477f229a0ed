import type { Context } from 'hono';
import type { Step, VerificationReport } from '#open-badges/verification';
import { yieldToEventLoop } from '../../../../application/concurrency/async.ts';
import type { PublicCredential } from '../../../../application/credentials/read-public.ts';
import { may } from '../../../../domain/access/may.ts';
import type { IssuedCredential } from '../../../../domain/award/types.ts';
import { endsOf } from '../../../../standards/achievement-endorsements/feature.ts';
import { doNotCache, expireAt } from '../../cache/middleware.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { languageLinks } from '../../layout/page-context.ts';
import { findSession } from '../../middleware/authentication.ts';
import { readSecretCookie } from '../../middleware/session-cookies.ts';
import { answerError, answerPage, pageContextOf } from '../../responses/page.tsx';
import { endorsementView } from '../badge/endorsement-view.ts';
import { PlainLanguagePage } from '../easy/page.tsx';
import type { CredentialView } from '../verify/verification-view.ts';
import type { FoundCredential } from './definition.ts';
import { EmbedPage } from './embed-page.tsx';
import { CredentialPage } from './page.tsx';
import { takeTurn } from './verification-queue.ts';
import { credentialView } from './view.ts';

/** Answers the page of a badge, verified by the steps of the standard. The page is kept for a minute at most,
 *  and shows the time of the verification. */
export async function answerCredentialPage(
  c: Context<AppEnv>,
  deps: AppDeps,
  found: FoundCredential,
): Promise<Response> {
  const { locale } = c.var;
  const view = await readCredentialView(c, deps, found);
  const pageContext = pageContextOf(c, deps, {
    // What was not verified now is not listed either.
    indexed: c.get('isListed') === true && view.report.verdict === 'valid',
    canonicalUrl: view.pageUrl,
    card: { imageUrl: `${view.pageUrl}/preview.png?lang=${locale}`, imageAlt: view.image.alt },
    alternates: [
      { type: 'application/vc+ld+json', href: `${view.pageUrl}.json` },
      // In a copy, a plain server cannot answer a query.
      ...(deps.ports.copiedAt === undefined
        ? [{ type: 'application/json+oembed', href: oembedUrl(c, deps, view), title: view.name }]
        : []),
    ],
    structuredData: toStructuredData(view, deps.ports.issuer),
  });
  const reader = await readerOf(c, deps, found);
  const page = <CredentialPage view={view} manageHref={reader?.manageHref} />;
  const answer = await answerPage(c, pageContext, page);
  if (reader) answer.headers.set('Cache-Control', 'private, no-cache');
  return answer;
}

/** The signed-in reader, with the address of their own page of this badge where they may choose about it.
 *  Their answer neither comes from the kept answers nor is kept. */
async function readerOf(
  c: Context<AppEnv>,
  deps: AppDeps,
  { award, credential }: FoundCredential,
): Promise<{ readonly manageHref?: string } | undefined> {
  if (readSecretCookie(c, 'session') === undefined) return undefined;
  doNotCache(c);
  const signedIn = await findSession(c, deps);
  const subject = { kind: 'award' as const, recipient: award.recipient };
  const chooses = signedIn && may(signedIn.actor, 'choose-badge', subject);
  return chooses ? { manageHref: `/my/badges/${credential.id}` } : {};
}

/** The oEmbed address of this page. It keeps the page's language where the reader has chosen it. */
function oembedUrl(c: Context<AppEnv>, { ports }: AppDeps, { pageUrl }: CredentialView): string {
  const chosen = c.req.query('lang');
  const url = chosen === 'fr' || chosen === 'en' ? `${pageUrl}?lang=${chosen}` : pageUrl;
  return `${ports.origin}/oembed?format=json&url=${encodeURIComponent(url)}`;
}

/** Answers the page for a badge that is not shown. It names no address: one page serves for every badge. */
export function answerAbsent(c: Context<AppEnv>, deps: AppDeps): Response | Promise<Response> {
  const pageContext = { languages: languageLinks(''), canonicalUrl: undefined };
  return answerError(c, deps, { kind: 'not-found', status: 404 }, pageContext);
}

/** Answers the badge in plain language, with a new verification and the same visibility as the page, next to which
 *  search engines do not list it. */
export async function answerEasyPage(
  c: Context<AppEnv>,
  deps: AppDeps,
  found: FoundCredential,
): Promise<Response> {
  const view = await readCredentialView(c, deps, found);
  const { aboutMission, aboutIssuer } = deps.ports.operator;
  const { locale } = c.var;
  const statesOwn = { mission: Boolean(aboutMission?.[locale]), issuer: Boolean(aboutIssuer?.[locale]) };
  const page = <PlainLanguagePage view={view} credential={found.credential} saysOwn={statesOwn} />;
  return answerPage(c, pageContextOf(c, deps), page);
}

/** Answers the card of a badge for other people's pages, with a new verification and the same visibility as
 *  the page. */
export async function answerEmbed(
  c: Context<AppEnv>,
  deps: AppDeps,
  read: PublicCredential,
): Promise<Response> {
  const pageContext = pageContextOf(c, deps);
  if (read.kind !== 'found') {
    return answerPage(c, pageContext, <EmbedPage shown={read} />, read.kind === 'erased' ? 410 : 404);
  }
  return takeTurn(c, deps, async () => {
    const view = await readCredentialView(c, deps, read);
    return answerPage(c, pageContext, <EmbedPage shown={{ kind: 'found', view }} />);
  });
}

/** The badge as its page shows it, verified now. The result holds until a date of the badge, or until the end
 *  of its status list. */
export async function readCredentialView(
  c: Context<AppEnv>,
  deps: AppDeps,
  { award, credential }: FoundCredential,
  locale = c.var.locale,
): Promise<CredentialView> {
  const verified = await deps.verify({ kind: 'bytes', bytes: new TextEncoder().encode(credential.document) });
  const report = asRegistered(verified, credential);
  await yieldToEventLoop();
  const { clock, store, copiedAt } = deps.ports;
  const checkedAt = clock.now();
  // The lists of a copy have no end.
  const list = copiedAt ? undefined : await store.readStatusList(credential.statusListId);
  // An address that could not be read a moment ago may be readable now.
  if (report.verdict === 'status-unreachable' || report.verdict === 'not-verifiable') doNotCache(c);
  expireAt(c, [credential.validFrom, award.validUntil, list?.published?.validUntil]);
  const view = await credentialView(deps, { award, credential, report, checkedAt, locale });
  // If the holder hides the other badge, this page must stop naming it at once.
  if (view.renewal) doNotCache(c);
  const bodies = await deps.services.readShownEndorsements({
    code: award.achievement,
    version: award.version,
  });
  expireAt(c, bodies.flatMap(endsOf));
  await yieldToEventLoop();
  return { ...view, bodies: bodies.map(endorsementView) };
}

/** The report with what the register says, where the list could not be read: while the keys are away, a revocation
 *  cannot be signed into it. */
function asRegistered(
  report: VerificationReport,
  { revocation, suspension }: IssuedCredential,
): VerificationReport {
  const stated = revocation ? 'revoked' : suspension && 'suspended';
  if (stated === undefined || report.verdict !== 'status-unreachable') return report;
  const steps = report.steps.map(
    (step): Step =>
      step.step === 'status'
        ? { step: 'status', result: 'failed', code: stated, detail: 'by the register' }
        : step,
  );
  return { ...report, steps, verdict: stated };
}

/** Data of schema.org for search engines and link previews: only what the page shows. */
function toStructuredData(view: CredentialView, issuer: AppDeps['ports']['issuer']) {
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalCredential',
    url: view.pageUrl,
    name: view.name,
    description: view.description,
    credentialCategory: 'badge',
    ...(view.awarded.kind === 'day' && { dateCreated: view.awarded.at }),
    ...(view.validUntil && { expires: view.validUntil }),
    recognizedBy: { '@type': 'Organization', name: issuer.name, url: issuer.url },
  };
}
