import type { Page } from 'playwright-core';
import QRCode from 'qrcode';
import type { BadgePicture } from '../../../src/drawings/badge-picture.ts';
import { badgeSvg } from '../../../src/drawings/badge-svg.ts';
import { builtStyles } from '../built-styles.ts';
import { badgeStyle, FAMILY_CODES } from '../office.ts';
import type { SamplePage } from '../page-samples.tsx';

export const SAMPLE_SITE = 'http://jalon.test';

const PICTURES: readonly (readonly [string, Omit<BadgePicture, 'office' | 'look'>])[] = [
  ['RUPN-ENG', { drawing: { kind: 'rings', rings: 1 }, lit: FAMILY_CODES }],
  ['RUPN-CONF', { drawing: { kind: 'rings', rings: 3 }, lit: FAMILY_CODES }],
  ['RUPN-EXP', { drawing: { kind: 'rings', rings: 5 }, lit: FAMILY_CODES }],
  ['RUPN-ACC', { drawing: { kind: 'family', family: 'A' }, lit: ['A'] }],
  ['RUPN-ENT', { drawing: { kind: 'family', family: 'C' }, lit: ['C'] }],
  ['RUPN-COM', { drawing: { kind: 'family', family: 'D' }, lit: ['D'] }],
  ['RUPN-VEILLE', { drawing: { kind: 'family', family: 'E' }, lit: ['E'] }],
  ['RUPN-EQUIPE', { drawing: { kind: 'team' }, lit: FAMILY_CODES }],
  ['/credentials/', { drawing: { kind: 'rings', rings: 3 }, lit: ['A', 'C', 'D', 'E'] }],
];

/** Answers a browser's requests from memory: `/{name}` is a sample page; images and styles are the real ones.
 *  Returns the addresses without an answer, such as a stranger's image. */
export async function serveSamples(page: Page, samples: readonly SamplePage[]): Promise<readonly string[]> {
  const styles = await builtStyles();
  const qr = await QRCode.toString(`${SAMPLE_SITE}/credentials/k3Vq0cXw2mJr8TzYd5LhBg`, { type: 'svg' });
  const refused: string[] = [];
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const name = url.pathname.split('/').at(-1) ?? '';
    const sample = samples.find((one) => url.pathname === `/${one.name}`);
    const asset = styles.get(name);
    if (url.origin !== SAMPLE_SITE) {
      refused.push(url.href);
      return route.abort();
    }
    if (sample) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: sample.html });
    if (asset) return route.fulfill({ contentType: typeOf(name), body: Buffer.from(asset) });
    if (name === 'qr.svg') return route.fulfill({ contentType: 'image/svg+xml', body: qr });
    const picture = PICTURES.find(([part]) => url.pathname.includes(part))?.[1];
    if (picture && name.endsWith('.svg')) {
      const body = badgeSvg({
        ...picture,
        look: badgeStyle,
        office: 'DANE Dijon',
        title: 'Badge',
        description: 'Badge',
      });
      return route.fulfill({ contentType: 'image/svg+xml', body });
    }
    refused.push(url.href);
    return route.fulfill({ status: 404 });
  });
  return refused;
}

function typeOf(name: string): string {
  return name.endsWith('.css') ? 'text/css' : 'font/woff2';
}
