import type { IssuerConfig } from '../../../../application/ports.ts';
import type { Award, IssuedCredential } from '../../../../domain/award/award-types.ts';
import { awardedWhen } from '../../../../domain/holder/awarded-when.ts';
import type { Locale } from '../../env.ts';
import { WORDS } from '../../shell/words.ts';
import type { CredentialView } from '../verify/verification-view.ts';
import { EMBED_SIZE } from './embed-page.tsx';
import {
  embedFrameHtml,
  embedHtml,
  linkedInPostUrl,
  linkedInProfileUrl,
  mailUrl,
  verifierPlusUrl,
} from './share-links.ts';

interface SharedBadge {
  readonly award: Award;
  readonly credential: IssuedCredential;
  /** The name in its page's title. */
  readonly name: string;
  /** Without extension. */
  readonly fileName: string;
  /** Absolute address. */
  readonly pageUrl: string;
  readonly issuer: Pick<IssuerConfig, 'name' | 'linkedInId'>;
  readonly locale: Locale;
  /** Whether the log of signed badges contains it, which happens within a minute. */
  readonly isLogged: boolean;
}

type Sharing = Pick<
  CredentialView,
  'downloads' | 'share' | 'profile' | 'embedHtml' | 'embedFrameHtml' | 'verifyElsewhere'
>;

const FORMS = ['pdf', 'png', 'svg', 'json', 'jws'] as const;

/** Files, links and code for sharing a badge. For a revoked or suspended badge only its document is offered,
 *  so that it can be checked. */
export function sharing(badge: SharedBadge): Sharing {
  const { fileName, pageUrl, locale } = badge;
  const { labels, pages } = WORDS[locale];
  const { forms } = labels;
  const { revocation, suspension } = badge.credential;
  const stands = !revocation && !suspension;
  const proof = { label: 'TLOG-PROOF', href: `${pageUrl}.tlog-proof`, note: pages.badgeLog.proof };
  const files = (stands ? FORMS : (['json'] as const)).map((form) => ({
    label: form.toUpperCase(),
    href: form === 'pdf' && locale === 'en' ? `${pageUrl}.pdf?lang=en` : `${pageUrl}.${form}`,
    note: forms[form],
    download: `${fileName}.${form}`,
  }));
  return {
    downloads: badge.isLogged ? [...files, { ...proof, download: `${fileName}.tlog-proof` }] : files,
    ...(stands ? standing(badge) : { share: [] }),
    verifyElsewhere: [{ label: 'VerifierPlus', href: verifierPlusUrl(`${pageUrl}.json`) }],
  };
}

function standing(badge: SharedBadge): Omit<Sharing, 'downloads' | 'verifyElsewhere'> {
  const { award, name, pageUrl, issuer, locale } = badge;
  const { share } = WORDS[locale].labels;
  // The holder's name is left out, because pasted HTML would still show it after they hide it.
  const alt = share.embedAlt(name, issuer.name);
  return {
    share: [
      { label: share.linkedInPost, href: linkedInPostUrl(pageUrl) },
      { label: share.mail, href: mailUrl(name, pageUrl) },
    ],
    ...(award.recipient.kind === 'person' && {
      profile: { label: share.linkedInProfile, href: profileUrl(badge) },
    }),
    embedHtml: embedHtml({ pageUrl, imageUrl: `${pageUrl}.png`, alt }),
    embedFrameHtml: embedFrameHtml({ src: `${pageUrl}/embed`, title: alt, ...EMBED_SIZE }),
  };
}

function profileUrl({ award, credential, name, pageUrl, issuer }: SharedBadge): string {
  return linkedInProfileUrl({
    name,
    organizationName: issuer.name,
    organizationId: issuer.linkedInId,
    awarded: awardedWhen(award, credential.choice),
    ...(award.validUntil && { validUntil: award.validUntil }),
    pageUrl,
    credentialId: credential.id,
  });
}
