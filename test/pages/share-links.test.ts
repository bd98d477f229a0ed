import { describe, expect, it } from 'vitest';
import {
  embedFrameHtml,
  embedHtml,
  linkedInPostUrl,
  linkedInProfileUrl,
  mailUrl,
  verifierPlusUrl,
} from '../../src/adapters/http/public/credential/share-links.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';

const pageUrl = 'https://badges.example/credentials/k3Vq0cXw2mJr8TzYd5LhBg';
const badge = {
  name: 'ENT & services',
  organizationName: 'DANE de Dijon',
  awarded: { kind: 'day', at: '2026-07-12T09:00:00Z' as Instant } as const,
  pageUrl,
  credentialId: 'k3Vq0cXw2mJr8TzYd5LhBg',
};

describe('the link that adds a badge to a LinkedIn profile', () => {
  it('encodes every value and counts months from 1', () => {
    const query = new URL(linkedInProfileUrl(badge)).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: 'ENT & services',
      organizationName: 'DANE de Dijon',
      issueYear: '2026',
      issueMonth: '7',
      certUrl: pageUrl,
      certId: 'k3Vq0cXw2mJr8TzYd5LhBg',
    });
  });

  it('names the issuer by its number at LinkedIn, where that is set', () => {
    const query = new URL(linkedInProfileUrl({ ...badge, organizationId: '1234567' })).searchParams;
    expect([query.get('organizationId'), query.get('organizationName')]).toEqual(['1234567', null]);
  });

  it('names no month of a nameless badge', () => {
    const nameless = { ...badge, awarded: { kind: 'school-year', year: 2025 } as const };
    const query = new URL(linkedInProfileUrl(nameless)).searchParams;
    expect([query.get('issueYear'), query.get('issueMonth')]).toEqual([null, null]);
  });

  it('contains the end of the badge, where it has one', () => {
    const query = new URL(linkedInProfileUrl({ ...badge, validUntil: '2029-08-31T21:59:59Z' })).searchParams;
    expect([query.get('expirationYear'), query.get('expirationMonth')]).toEqual(['2029', '8']);
  });
});

describe('the other links', () => {
  it('contain the page’s whole address', () => {
    expect(new URL(linkedInPostUrl(pageUrl)).searchParams.get('url')).toBe(pageUrl);
    expect(verifierPlusUrl(`${pageUrl}.json`)).toBe(
      `https://verifierplus.org/#verify?vc=${encodeURIComponent(`${pageUrl}.json`)}`,
    );
    const stated = { title: 'Mon badge & moi', text: '', phrase: `Le voici : ${pageUrl}` };
    expect(mailUrl(stated)).toContain(
      'subject=Mon%20badge%20%26%20moi&body=Le%20voici%20%3A%20https%3A%2F%2F',
    );
  });

  it('make HTML that a quote in a name cannot break', () => {
    const html = embedHtml({ pageUrl, imageUrl: `${pageUrl}.png`, alt: '"><script>' });
    expect(html).toContain('alt="&quot;&gt;&lt;script&gt;"');
    const frame = embedFrameHtml({ src: pageUrl, title: '"><script>', width: 1, height: 2 });
    expect(frame).toContain('title="&quot;&gt;&lt;script&gt;" width="1" height="2"');
  });
});
