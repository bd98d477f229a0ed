import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import extractChunks from 'png-chunks-extract';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLR_V2_0_1 } from '../../src/open-badges/contexts/vendored.ts';
import { rasterise, readPdf, rolesOf, wholeText } from '../papers/read-pdf.ts';
import { fr } from '../support/fr.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { openThirdPartyVerifier, type ThirdPartyVerifier } from '../support/third-party/verifiers.ts';
import { CLAIRE, type MyFixture, startMyFixture } from './fixture.ts';

let fixture: MyFixture;
let claire: SignedInBrowser;
let dcc: ThirdPartyVerifier;
/** The address `/records/{id}`. */
let address: string;
let document: string;

beforeAll(async () => {
  fixture = await startMyFixture();
  claire = await signInAs(fixture.service, CLAIRE);
  const choice = { schools: 'no', form: 'feminine', visibility: 'unlisted', name: 'full' };
  await claire.post(`/my/badges/${fixture.badge}/accept`, choice);
  await claire.post('/my/record', { name: 'full' });
  address = /\/records\/[\w-]{22}/.exec(await (await claire.get('/my/record?lang=fr')).text())?.[0] ?? '';
  document = await text(`${address}.json`);
  dcc = openThirdPartyVerifier('dcc', ({ url, headers }) => {
    if (url === CLR_V2_0_1)
      return Response.json(JSON.parse(readFileSync('schemas/contexts/clr-context-2.0.1.json', 'utf8')));
    return url.startsWith(TEST_ORIGIN) ? fixture.service.app.request(url, { headers }) : undefined;
  });
});
afterAll(async () => {
  dcc.close();
  await fixture.service.stop();
});

const text = async (path: string) => (await fixture.service.get(path)).text();
const bytesOf = async (path: string) => new Uint8Array(await (await fixture.service.get(path)).arrayBuffer());

/** The texts of the iTXt chunks with this keyword, read by a library that we did not write. */
function textsInPng(png: Uint8Array, keyword: string): readonly string[] {
  return extractChunks(png)
    .filter(({ name }) => name === 'iTXt')
    .map(({ data }) => Buffer.from(data).toString('utf8'))
    .filter((content) => content.startsWith(`${keyword}\0\0\0\0\0`))
    .map((content) => content.slice(keyword.length + 5));
}

async function attachedTo(pdf: Uint8Array): Promise<string> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const opened = await task.promise;
  const [[id] = []] = [...((await opened.getAttachments()) ?? new Map<string, unknown>())];
  const content = await opened.getAttachmentContent(String(id));
  await task.destroy();
  return Buffer.from(content ?? []).toString('utf8');
}

/** The place of the signed record in each form. */
const HELD: Readonly<Record<string, (file: Uint8Array) => string | Promise<string>>> = {
  png: (file) => textsInPng(file, 'clrcredential').join('|'),
  svg: (file) =>
    /^<svg [^>]*xmlns:clr="https:\/\/purl\.imsglobal\.org\/clr\/v2p0"[^>]*><clr:credential><!\[CDATA\[(.*?)\]\]><\/clr:credential>/s.exec(
      Buffer.from(file).toString('utf8'),
    )?.[1] ?? '',
  pdf: attachedTo,
};

describe('the files of a record', () => {
  it.each(Object.entries(HELD))(
    'contain in the %s the served JSON unchanged, which another verifier accepts',
    async (form, taken) => {
      const answer = await fixture.service.get(`${address}.${form}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Content-Disposition')).toBe(
        `inline; filename="releve-de-badges-numeriques.${form}"`,
      );
      expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
      const held = await taken(await bytesOf(`${address}.${form}`));
      expect(held).toBe(document);
      expect(await dcc.verify(JSON.parse(held))).toMatchObject({ verified: true });
      const changed = { ...JSON.parse(held), name: 'Relevé de Paul' };
      expect(await dcc.verify(changed)).toMatchObject({ verified: false });
    },
  );

  it.each(['json', 'jws', 'png', 'svg', 'pdf'])('verify here as %s, with each badge too', async (form) => {
    const bytes = await bytesOf(`${address}.${form}`);
    const report = await fixture.service.verify({ kind: 'bytes', bytes });
    expect(report).toMatchObject({ verified: true, verdict: 'valid' });
  });

  it.each([
    ['application/pdf', 'application/pdf'],
    ['application/vc+jwt', 'application/vc+jwt'],
    ['application/ld+json', 'application/ld+json'],
    ['text/html,application/pdf;q=0.9', 'text/html; charset=UTF-8'],
    ['*/*', 'text/html; charset=UTF-8'],
    ['image/webp', 'text/html; charset=UTF-8'],
  ])('are chosen by Accept: %s', async (accept, type) => {
    const answer = await fixture.service.get(address, { Accept: accept });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, type]);
    expect(answer.headers.get('Vary')).toMatch(/Accept, Accept-Language/);
  });

  it('are the same each time, and 304 to a reader who has them', async () => {
    for (const form of ['png', 'svg', 'pdf']) {
      const first = await fixture.service.get(`${address}.${form}`);
      const known = { 'If-None-Match': first.headers.get('ETag') ?? '' };
      expect((await fixture.service.get(`${address}.${form}`, known)).status).toBe(304);
    }
  });

  it('name the holder in the picture, in words too', async () => {
    const svg = await text(`${address}.svg`);
    expect(svg).toContain('<title>Claire Dupont · Relevé de badges signé par');
    expect(svg).toMatch(/<desc>Les badges de ce relevé\. [^<]+\.<\/desc>/);
    expect(svg).toContain('>Claire Dupont</text>');
    const { width, height } = PNG.sync.read(Buffer.from(await bytesOf(`${address}.png`)));
    expect([width, height]).toEqual([1080, 1080]);
  });

  it('are on paper one tagged page with each badge and the address, in both languages', async () => {
    for (const [query, title, check] of [
      ['', fr.badgeRecords.paper.of('Claire Dupont'), fr.badgeRecords.paper.check],
      ['?lang=en', 'The digital badges of Claire Dupont', 'Verify this record'],
    ] as const) {
      const pdf = await readPdf(await bytesOf(`${address}.pdf${query}`));
      expect(pdf.pages).toHaveLength(1);
      const texts = wholeText(pdf);
      expect(texts).toContain(title);
      expect(texts).toContain(check);
      expect(texts.replaceAll(/\s/g, '')).toContain(`${TEST_ORIGIN}${address}`);
      expect(rolesOf(pdf)).toEqual(expect.arrayContaining(['H1', 'H2', 'Figure', 'L']));
    }
  });

  it('lead by a QR code, alone and on paper, to the record', async () => {
    const read = (png: { data: ArrayLike<number>; width: number; height: number }) =>
      jsQR(new Uint8ClampedArray(png.data), png.width, png.height)?.data;
    const drawn = PNG.sync.read(Buffer.from(await bytesOf(`${address}/qr.png`)));
    expect(read(drawn)).toBe(`${TEST_ORIGIN}${address}`);
    expect(await text(`${address}/qr.svg`)).toMatch(/^<svg /);
    const page = await rasterise(await bytesOf(`${address}.pdf`), 1, 2);
    expect(read(page)).toBe(`${TEST_ORIGIN}${address}`);
  });

  it('are named on the page, which has the code only on paper', async () => {
    const page = await text(`${address}?lang=en`);
    for (const file of ['.pdf?lang=en', '.png', '.svg', '.json', '.jws']) {
      expect(page).toContain(`href="${TEST_ORIGIN}${address}${file}"`);
    }
    expect(page).toContain(`src="${address}/qr.svg"`);
    expect((await fixture.service.get(`${address}.zip`)).status).toBe(404);
  });

  it('do not exist for an unknown record, and disappear with a withdrawn one', async () => {
    const files = ['.json', '.jws', '.png', '.svg', '.pdf', '/qr.svg', '/qr.png'];
    for (const file of files) {
      expect((await fixture.service.get(`/records/AAAAAAAAAAAAAAAAAAAAAA${file}`)).status).toBe(404);
    }
    const png = await bytesOf(`${address}.png`);
    await claire.post('/my/record/withdraw', {});
    for (const file of files) expect((await fixture.service.get(`${address}${file}`)).status).toBe(410);
    expect(await fixture.service.verify({ kind: 'bytes', bytes: png })).toMatchObject({ verdict: 'revoked' });
  });
});
