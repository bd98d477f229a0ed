import type { AwardedWhen } from '../../../../domain/holder/awarded-date.ts';
import type { ShareTexts } from '../../view-models/public-pages.ts';

/** Formats of the links for sharing a badge. */

export interface SharedBadge {
  readonly name: string;
  readonly organizationName: string;
  /** The number of the organization's LinkedIn page. It replaces the name, and adds the logo. */
  readonly organizationId?: string | undefined;
  readonly awarded: AwardedWhen;
  /** RFC 3339 instant. */
  readonly validUntil?: string;
  /** Absolute. */
  readonly pageUrl: string;
  /** Last part of the page's address, which networks keep as the credential's number. */
  readonly credentialId: string;
}

/** LinkedIn, "Add to profile". Empty members are left out; months count from 1. */
export function linkedInProfileUrl(badge: SharedBadge): string {
  const end = badge.validUntil;
  return withQuery('https://www.linkedin.com/profile/add', {
    startTask: 'CERTIFICATION_NAME',
    name: badge.name,
    ...(badge.organizationId
      ? { organizationId: badge.organizationId }
      : { organizationName: badge.organizationName }),
    // A nameless badge tells no month.
    ...(badge.awarded.kind === 'day' && {
      issueYear: yearOf(badge.awarded.at),
      issueMonth: monthOf(badge.awarded.at),
    }),
    ...(end && { expirationYear: yearOf(end), expirationMonth: monthOf(end) }),
    certUrl: badge.pageUrl,
    certId: badge.credentialId,
  });
}

/** LinkedIn, a post with the page's preview. */
export function linkedInPostUrl(pageUrl: string): string {
  return withQuery('https://www.linkedin.com/sharing/share-offsite/', { url: pageUrl });
}

/** Opens a message in the person's own mail program. */
export function mailUrl({ title, phrase }: ShareTexts): string {
  return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(phrase)}`;
}

/** VerifierPlus reads the credential at its JSON address. */
export function verifierPlusUrl(jsonUrl: string): string {
  return `https://verifierplus.org/#verify?vc=${encodeURIComponent(jsonUrl)}`;
}

/** HTML that shows the badge's image in another page. */
export function embedHtml(image: { pageUrl: string; imageUrl: string; alt: string }): string {
  const [page, source, alt] = [image.pageUrl, image.imageUrl, image.alt].map(escapeAttribute);
  return `<a href="${page}"><img src="${source}" alt="${alt}" width="160" height="160"></a>`;
}

/** HTML that shows the badge's card in another page. */
export function embedFrameHtml(pageContext: {
  src: string;
  title: string;
  width: number;
  height: number;
}): string {
  const [src, title] = [pageContext.src, pageContext.title].map(escapeAttribute);
  return `<iframe src="${src}" title="${title}" width="${pageContext.width}" height="${pageContext.height}" loading="lazy" style="border:0"></iframe>`;
}

/** A text inside HTML or one of its attributes. */
export function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  return `${address}?${Object.entries(query)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')}`;
}

function yearOf(instant: string): string {
  return instant.slice(0, 4);
}

function monthOf(instant: string): string {
  return String(Number(instant.slice(5, 7)));
}
