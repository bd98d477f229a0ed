import type { Context } from 'hono';
import type { PublicCredential } from '../../application/read-public-credential.ts';
import type { AppDeps, AppEnv } from './env.ts';
import { answerPage, frameOf } from './page-answer.tsx';
import { CredentialPage } from './pages/credential.tsx';
import type { CredentialView } from './pages/verification-view.ts';
import { credentialView } from './present/credential.ts';

/** The page that matters most: verified anew each time, by the standard's road. */
export async function answerCredentialPage(
  c: Context<AppEnv>,
  deps: AppDeps,
  { award, credential }: Extract<PublicCredential, { kind: 'found' }>,
): Promise<Response> {
  const { locale } = c.var;
  const report = await deps.verify({ kind: 'bytes', bytes: new TextEncoder().encode(credential.document) });
  const checkedAt = deps.ports.clock.now();
  const view = await credentialView(deps, { award, credential, report, checkedAt, locale });
  const frame = frameOf(c, deps, {
    // Only its holder's choice makes a badge's page known to search engines.
    indexed: credential.choice.visibility === 'public',
    canonicalUrl: view.pageUrl,
    card: { imageUrl: `${view.pageUrl}/preview.png?lang=${locale}`, imageAlt: view.image.alt },
    alternates: [{ type: 'application/vc+ld+json', href: `${view.pageUrl}.json` }],
    structuredData: toStructuredData(view, deps.ports.issuer),
  });
  return answerPage(c, <CredentialPage frame={frame} view={view} />);
}

/** schema.org, for search engines and link previews: nothing that the page does not show. */
function toStructuredData(view: CredentialView, issuer: AppDeps['ports']['issuer']) {
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalCredential',
    url: view.pageUrl,
    name: view.name,
    description: view.description,
    credentialCategory: 'badge',
    dateCreated: view.awardedOn,
    ...(view.validUntil && { expires: view.validUntil }),
    recognizedBy: { '@type': 'Organization', name: issuer.name, url: issuer.url },
  };
}
