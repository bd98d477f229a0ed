import { type Context, Hono } from 'hono';
import { MEDIA_TYPES } from '#open-badges/credential';
import { secondsAfter } from '../../../../domain/time/calendar.ts';
import { PAPER, TEAL } from '../../../../drawings/palette.ts';
import { CACHING } from '../../cache/headers.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { respond } from '../../responses/public-document.ts';
import { TEXTS } from '../../view-models/public-texts.ts';
import type { Pictures } from '../credential/pictures.ts';

/** Search engines may read all public pages; each page states whether it may be listed. */
const ROBOTS = 'User-agent: *\nDisallow: /my/\nDisallow: /school/\nDisallow: /dane/\nDisallow: /api/\n';

/** The small files that browsers and search engines ask a site for. */
export function siteFiles({ ports }: AppDeps, pictures: Pictures) {
  const icon = (size: number) => async (c: Context<AppEnv>) =>
    respond(c, { type: MEDIA_TYPES.png, body: await pictures.iconPng(size), cacheControl: CACHING.ofOffice });
  return new Hono<AppEnv>()
    .get('/favicon.svg', (c) =>
      respond(c, { type: MEDIA_TYPES.svg, body: pictures.iconSvg(), cacheControl: CACHING.ofOffice }),
    )
    .get('/favicon.ico', async (c) => {
      const body = toIco(await pictures.iconPng(32));
      return respond(c, { type: 'image/x-icon', body, cacheControl: CACHING.ofOffice });
    })
    .get('/icon-180.png', icon(180))
    .get('/icon-192.png', icon(192))
    .get('/icon-512.png', icon(512))
    .get('/robots.txt', (c) =>
      respond(c, { type: 'text/plain; charset=utf-8', body: ROBOTS, cacheControl: CACHING.ofOffice }),
    )
    .get('/.well-known/security.txt', (c) =>
      respond(c, { type: 'text/plain; charset=utf-8', body: securityText(ports) }),
    )
    .get('/site.webmanifest', (c) => {
      const body = JSON.stringify(manifest(ports.issuer.code));
      return respond(c, { type: 'application/manifest+json', body, cacheControl: CACHING.ofOffice });
    });
}

/** RFC 9116 wants a day on which what is written here is to be read again. The service writes it at each request. */
const SECURITY_TEXT_SECONDS = 180 * 86_400;

/** Where a flaw is reported: to the issuer's address, as SECURITY.md says. */
function securityText({ issuer, origin, clock }: AppDeps['ports']): string {
  const [day] = secondsAfter(clock.now(), SECURITY_TEXT_SECONDS).split('T');
  const lines = [
    `Contact: mailto:${issuer.email}`,
    `Expires: ${day}T00:00:00Z`,
    'Preferred-Languages: fr, en',
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return `${lines.join('\n')}\n`;
}

function manifest(code: string) {
  const name = `${code} · ${TEXTS.fr.pages.layout.openBadges}`;
  const png = (size: number) => ({
    src: `/icon-${size}.png`,
    type: MEDIA_TYPES.png,
    sizes: `${size}x${size}`,
  });
  return {
    name,
    short_name: code,
    lang: 'fr',
    start_url: '/',
    display: 'browser',
    background_color: PAPER,
    theme_color: TEAL,
    icons: [{ src: '/favicon.svg', type: MEDIA_TYPES.svg, sizes: 'any' }, png(192), png(512)],
  };
}

/** An ICO file that holds one PNG of 32 × 32, for browsers that read no SVG. */
function toIco(png: Uint8Array): Uint8Array {
  const header = new DataView(new ArrayBuffer(22));
  header.setUint16(2, 1, true); // An icon,
  header.setUint16(4, 1, true); // with one image
  header.setUint8(6, 32);
  header.setUint8(7, 32);
  header.setUint16(10, 1, true); // of one plane
  header.setUint16(12, 32, true); // and 32 bits a pixel.
  header.setUint32(14, png.length, true);
  header.setUint32(18, 22, true);
  const file = new Uint8Array(22 + png.length);
  file.set(new Uint8Array(header.buffer));
  file.set(png, 22);
  return file;
}
