import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { VerifyCredential } from '../../src/open-badges/verification/verify-credential.ts';
import { badge, jwt, signed } from '../support/corpus/badge.ts';
import { type FixturePages, json, makeFixturePages, ORIGIN } from '../support/fixtures/credentials.ts';
import { photographPng } from '../support/photograph.ts';
import { deflated, makePdf, newerPdfWith, pdfWith } from '../support/small-pdf.ts';
import { makeTestVerifier, stepOf } from '../support/test-verifier.ts';

const PATH = '/credentials/67tC4ZxldVWvklj3F6PfwQ';
const THIRD_PARTY_URL = 'https://badges.example/b/1';
const CODES = join(import.meta.dirname, '../vectors/codes');

let fixture: FixturePages;
let run: VerifyCredential;
let document: string;
beforeAll(async () => {
  document = JSON.stringify(await signed(badge()));
  const page = json(JSON.parse(document));
  fixture = { ...(await makeFixturePages()), [`${ORIGIN}${PATH}`]: page, [THIRD_PARTY_URL]: page };
  run = makeTestVerifier(fixture);
});

const verify = (given: Uint8Array | string) =>
  run({ kind: 'bytes', bytes: typeof given === 'string' ? new TextEncoder().encode(given) : given });

/** Code of the step that reads the document. */
const codeOf = async (given: Uint8Array | string) => stepOf(await verify(given), 'document')?.code;

describe('a badge attached to a PDF', () => {
  it.each([
    ['as most producers attach it', pdfWith],
    ['as newer ones do, in compressed objects', newerPdfWith],
  ])('is verified, %s', async (_, make) => {
    const report = await verify(make(document));
    expect(report).toMatchObject({ verified: true, found: { file: 'pdf' } });
    expect((await verify(make(jwt(badge())))).verdict).toBe('valid');
  });

  it('is found next to other attachments, and where it is attached twice', async () => {
    const stream = deflated(document);
    const file = { dictionary: `<< /Filter /FlateDecode /Length ${stream.length} >>`, stream };
    const pdf = makePdf({
      objects: [
        '<< /EF << /F 5 0 R >> >>',
        '<< /EF << /F 6 0 R >> >> % the same badge again, and an invoice',
        file,
        file,
        '<< /EF << /F 8 0 R >> >>',
        { dictionary: '<< /Length 12 >>', stream: '<invoice/>  ' },
      ],
    });
    expect((await verify(pdf)).verified).toBe(true);
  });

  it('is not the one that a later version of the file replaced', async () => {
    const forged = pdfWith(document.replace('RUPN engagé·e', 'RUPN fictif'));
    const later = deflated(document);
    const update = Buffer.concat([
      forged,
      Buffer.from(`4 0 obj\n<< /Filter /FlateDecode /Length ${later.length} >>\nstream\n`),
      later,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
    expect((await verify(new Uint8Array(update))).verified).toBe(true);
    expect((await verify(forged)).verdict).toBe('signature-not-valid');
  });
});

it('is found in a compressed stream whose end is not stated and looks like a line end', async () => {
  // Of some hundred texts, at least one compresses to bytes that end with a carriage return.
  const texts = Array.from({ length: 2000 }, (_, index) => `${document}${' '.repeat(index)}`);
  const stream = texts.map((text) => deflated(text)).find((bytes) => bytes.at(-1) === 0x0d);
  expect(stream).toBeDefined();
  const file = { dictionary: '<< /Filter /FlateDecode >>', stream: stream ?? '' };
  expect((await verify(makePdf({ objects: ['<< /EF << /F 4 0 R >> >>', file] }))).verified).toBe(true);
});

const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('a PDF that is no certificate, or a hostile one, is refused with a specific sentence', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['without an attachment', () => makePdf({ objects: [] }), 'no-credential-in-pdf'],
    ['with another attachment alone', () => pdfWith('<invoice/>'), 'no-credential-in-pdf'],
    ['with two badges', () => twoBadges(), 'several-credentials-in-pdf'],
    ['with a password', () => makePdf({ objects: [], trailer: '/Encrypt 9 0 R' }), 'pdf-encrypted'],
    [
      'with an attachment that expands to 50 MB',
      () => pdfWith(' '.repeat(50_000_000)),
      'no-credential-in-pdf',
    ],
    ['with objects that expand to 50 MB', () => objectStreams(1, 50_000_000), 'pdf-too-complex'],
    ['with a thousand streams of objects of 100 kB', () => objectStreams(1000, 100_000), 'pdf-too-complex'],
    ['with a hundred attachments', () => attachments(100), 'pdf-too-complex'],
    ['with 200,000 objects', () => makePdf({ objects: many(200_000, () => '1') }), 'pdf-too-complex'],
    ['with objects that have no end', () => endless(), 'no-credential-in-pdf'],
    ['with damaged objects', () => damagedObjects(), 'damaged-pdf'],
    ['with an attachment that is its own description', () => selfNamed(), 'no-credential-in-pdf'],
    ['with half a million descriptions that never close', () => unclosed(), 'no-credential-in-pdf'],
    [
      'with one row of ten million digits',
      () => makePdf({ objects: ['7'.repeat(9_000_000)] }),
      'no-credential-in-pdf',
    ],
    ['cut short', () => pdfWith(document).slice(0, 300), 'no-credential-in-pdf'],
  ])('%s', async (_, make, code) => {
    const pdf = make();
    expect(await codeOf(pdf)).toBe(code);
  });
});

function twoBadges(): Uint8Array {
  const [one, two] = [deflated(document), deflated(document.replace('RUPN engagé·e', 'RUPN fictif'))];
  return makePdf({
    objects: [
      '<< /EF << /F 5 0 R >> >>',
      '<< /EF << /F 6 0 R >> >>',
      { dictionary: '<< /Filter /FlateDecode >>', stream: one },
      { dictionary: '<< /Filter /FlateDecode >>', stream: two },
    ],
  });
}

function objectStreams(count: number, bytes: number): Uint8Array {
  const stream = deflated(' '.repeat(bytes));
  const dictionary = '<< /Type /ObjStm /N 1 /First 10 /Filter /FlateDecode >>';
  return makePdf({ objects: Array.from({ length: count }, () => ({ dictionary, stream })) });
}

function attachments(count: number): Uint8Array {
  return makePdf({ objects: many(count, (index) => `<< /EF << /F ${index + 500} 0 R >> >>`) });
}

function endless(): Uint8Array {
  return new TextEncoder().encode(
    `%PDF-1.7\n${'1 0 obj << /EF << /F 1 0 R >> /Length 99999999 '.repeat(20_000)}`,
  );
}

function damagedObjects(): Uint8Array {
  const dictionary = '<< /Type /ObjStm /N 1 /First 10 /Filter /FlateDecode >>';
  return makePdf({ objects: [{ dictionary, stream: 'no compressed data' }] });
}

function selfNamed(): Uint8Array {
  return makePdf({
    objects: ['<< /EF 3 0 R /F 3 0 R /UF 4 0 R /Length 4 0 R >>', '<< /EF 4 0 R /F 3 0 R >>'],
  });
}

function unclosed(): Uint8Array {
  return makePdf({ objects: ['<< /EF << '.repeat(500_000)] });
}

describe('a photograph of a code', () => {
  it('leads to the badge: turned, seen from the side, unevenly lit, with noise, in any format', async () => {
    const found = { file: 'code', address: `${ORIGIN}${PATH}` };
    const jpeg = new Uint8Array(await readFile(join(CODES, 'photograph.jpg')));
    expect(await verify(jpeg)).toMatchObject({ verified: true, found });
    expect(await verify(photographPng(`${ORIGIN}${PATH}?lang=en`))).toMatchObject({ verified: true, found });
  });

  it('leads to another issuer’s badge, which is always fetched over https', async () => {
    const report = await verify(photographPng(THIRD_PARTY_URL.replace('https', 'http')));
    expect(report).toMatchObject({ verified: true, found: { file: 'code', address: THIRD_PARTY_URL } });
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['that leads nowhere', () => photographPng('BEGIN:VCARD'), 'no-credential-in-image'],
    ['to an address without a badge', () => photographPng('https://elsewhere.example/x'), 'unreachable'],
    ['in a format that is not read', () => readFile(join(CODES, 'photograph.webp')), 'image-format'],
    ['of more points than are read', () => pngWithSize(30_000, 30_000), 'image-too-large'],
    ['whose points are more than it states', () => pngWithSize(8, 8), 'damaged-image'],
    [
      'that is cut short',
      async () => (await readFile(join(CODES, 'photograph.jpg'))).subarray(0, 9000),
      'no-credential-in-image',
    ],
    [
      'that has no size',
      () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 1, 2, 3, 4, 5]),
      'damaged-image',
    ],
  ])('%s is refused', async (_, make, code) => {
    expect(await codeOf(new Uint8Array(await make()))).toBe(code);
  });
});

/** A genuine PNG whose header states another size. Its checksum is corrected, because the image would not be
 *  read otherwise. */
function pngWithSize(width: number, height: number): Uint8Array {
  const png = photographPng('BEGIN:VCARD', 300, 300);
  const view = new DataView(png.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  view.setUint32(29, crc32(png.subarray(12, 29)));
  return png;
}

describe('a link', () => {
  it.each([
    ['as it is', `${ORIGIN}${PATH}`],
    ['by http', `http://jalon.test${PATH}`],
    ['without https://', `jalon.test${PATH}`],
    ['as its short id', PATH.slice(-22)],
    ['as its path', PATH],
    ['with a language', `${ORIGIN}${PATH}?lang=en#checks`],
    ['with a slash at its end', `${ORIGIN}${PATH}/`],
    ['of its JSON', `${ORIGIN}${PATH}.json`],
    ['of its image', `jalon.test${PATH}.png`],
    ['of its certificate', `${ORIGIN}${PATH}.pdf?lang=en`],
    ['of its card', `${ORIGIN}${PATH}/embed`],
    ['in capitals', `HTTPS://JALON.TEST${PATH}`],
    ['between spaces and lines', `\n  ${ORIGIN}${PATH} \r\n`],
    ['between brackets, before a full stop', `<${ORIGIN}${PATH}>.`],
    ['in a sentence', `Voici mon badge : « ${ORIGIN}${PATH} », bonne lecture !`],
    ['with characters that are not seen', `\u200b${ORIGIN}/cre\u00addentials/${PATH.slice(-22)}\ufeff`],
  ])('%s leads to the badge, as a text and as an address', async (_, spelled) => {
    for (const report of [await verify(spelled), await run({ kind: 'url', url: spelled })]) {
      expect(report.verified).toBe(true);
      expect(report.found).toEqual({ address: `${ORIGIN}${PATH}` });
    }
  });

  it.each([
    ['two links', `${ORIGIN}${PATH} ${THIRD_PARTY_URL}`],
    ['a script', 'javascript:alert(1)'],
    ['a word', 'bonjour'],
    ['JSON that names one', JSON.stringify([THIRD_PARTY_URL])],
    ['nothing', ' '],
    ['a drawing that names one', `<svg xmlns="${THIRD_PARTY_URL}"></svg>`],
  ])('%s is none', async (_, text) => {
    const report = await verify(text);
    expect([report.verified, report.found]).toEqual([false, undefined]);
  });

  it('leads only to the content of its address', async () => {
    const text = { status: 200, contentType: 'text/plain', body: `${ORIGIN}${PATH}` };
    const chained = makeTestVerifier({ ...fixture, 'https://chain.example/a': text });
    const report = await chained({ kind: 'url', url: 'https://chain.example/a' });
    expect(stepOf(report, 'document')?.code).toBe('not-json');
  });
});
