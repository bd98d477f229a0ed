import { bakePng } from '../../src/open-badges/baking/bake-png.ts';
import { bakeSvg } from '../../src/open-badges/baking/bake-svg.ts';
import { makePngChunk, PNG_SIGNATURE } from '../../src/open-badges/baking/png-chunk.ts';
import type { FoundTexts } from '../../src/open-badges/reading/file-reader.ts';
import { deflated, makePdf, newerPdfWith, pdfWith } from '../support/small-pdf.ts';
import type { RandomChoices } from './mutated-texts.ts';

const ENCODER = new TextEncoder();
const join = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const chunk = (type: string, data: Uint8Array | string = '') =>
  makePngChunk(type, typeof data === 'string' ? new Uint8Array(Buffer.from(data, 'latin1')) : data);

const HEAD = join(PNG_SIGNATURE, chunk('IHDR', '\0\0\0\x01\0\0\0\x01\x08\0\0\0\0'));
const END = chunk('IEND');
/** Fixed bytes, which no compressor of the machine made. */
const PIXEL = chunk('IDAT', Uint8Array.of(0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0, 1));
const EMPTY_PNG = join(HEAD, PIXEL, END);

/** An image in which the text is baked in one of the ways of the standards, or against them. */
export function makePng(text: string, { pick }: RandomChoices): Uint8Array {
  const utf8 = ENCODER.encode(text);
  const itxt = (keyword: string, head = '\0\0\0\0\0') =>
    chunk('iTXt', join(ENCODER.encode(keyword + head), utf8));
  const packed = chunk('iTXt', join(ENCODER.encode('openbadgecredential\0\x01\0\0\0'), deflated(text)));
  const legacy = chunk('tEXt', join(ENCODER.encode('openbadges\0'), utf8));
  const inside = pick([
    ...[
      [itxt('openbadgecredential')],
      [itxt('openbadgecredential')],
      [itxt('openbadges')],
      [legacy],
      [packed],
    ],
    ...[
      [itxt('clrcredential')],
      [itxt('openbadgecredential'), legacy],
      [itxt('openbadges'), itxt('openbadges')],
    ],
    ...[[itxt('comment')], [chunk('zTXt', 'openbadges\0\0x')], [chunk('iTXt', 'openbadgecredential\0\0')]],
    ...[[itxt('openbadgecredential', '\0\0\0fr\0titre\0')], [chunk('tEXt', 'openbadges\0\xff\xfe')]],
  ]);
  return join(HEAD, ...inside, PIXEL, END);
}

/** An image with its text baked by our own writer. */
export const bakeText = (text: string): Uint8Array => bakePng(EMPTY_PNG, text);

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect/></svg>';

/** A drawing with the text baked in one of the ways of the standards, or against them. */
export function makeSvg(text: string, { pick }: RandomChoices): Uint8Array {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const legacy = (inside: string) =>
    SVG.replace('<rect/>', `<openbadges:assertion xmlns:openbadges="http://openbadges.org" ${inside}`);
  const baked = /[\ud800-\udfff\0]/.test(text) ? SVG : bakeSvg(SVG, text);
  return ENCODER.encode(
    pick([
      ...[
        baked,
        baked,
        baked.replace('</svg>', ''),
        `<?xml version="1.0"?>\n${baked}`,
        `\ufeff${baked}`,
        SVG,
      ],
      ...[
        legacy(`verify="${plain}"/>`),
        legacy(`>${plain}</openbadges:assertion>`),
        `<!DOCTYPE svg>${baked}`,
      ],
      ...[legacy('verify="https://badges.example/b/1"/>'), `<!DOCTYPE svg [<!ENTITY a "b">]>${baked}`],
      ...[
        baked.replace(
          '</svg>',
          `<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0">1</o:credential></svg>`,
        ),
      ],
      ...[`  ${baked}`, `<math>${plain}</math>`, baked.replaceAll('svg', 'SVG'), `<svg>${plain}`],
    ]),
  );
}

/** A PDF with these texts attached. */
export function makeAttached(texts: readonly string[], { pick }: RandomChoices): Uint8Array {
  const [first = ''] = texts;
  const numbers = texts.map((_, at) => `<< /EF << /F ${texts.length + 3 + at} 0 R >> >>`);
  const streams = texts.map((text) => ({
    dictionary: `<< /Length ${ENCODER.encode(text).length} >>`,
    stream: text,
  }));
  const all = makePdf({ objects: [...numbers, ...streams] });
  return pick([
    ...[
      all,
      all,
      all,
      all,
      pdfWith(first),
      newerPdfWith(first),
      makePdf({ objects: [] }),
      join(ENCODER.encode('\n '), all),
    ],
    ...[makePdf({ objects: [...numbers, ...streams], trailer: '/Encrypt 9 0 R' })],
    ...[makePdf({ objects: Array.from({ length: 40 }, (_, at) => `<< /EF << /F ${at + 99} 0 R >> >>`) })],
    ...[
      makePdf({
        objects: [{ dictionary: '<< /Type /ObjStm /N 1 /First 10 /Filter /FlateDecode >>', stream: 'no' }],
      }),
    ],
  ]);
}

/** The bytes with up to four of them changed, a part left out, or cut short. */
export function damageBytes(bytes: Uint8Array, { pick, below }: RandomChoices): Uint8Array {
  const damaged = bytes.slice();
  for (let left = 1 + below(4); left > 0; left -= 1) damaged[below(Math.max(bytes.length, 1))] = below(256);
  const at = below(bytes.length + 1);
  const without = join(bytes.subarray(0, at), bytes.subarray(at + below(20)));
  return pick([
    damaged,
    damaged,
    without,
    bytes.slice(0, at),
    join(bytes, bytes),
    join(bytes, bytes.subarray(at)),
  ]);
}

/** A picture without a badge in it, of one of the formats that readers distinguish. */
export function makePhotograph({ pick }: RandomChoices): Uint8Array {
  const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
  return pick([
    ...[
      EMPTY_PNG,
      EMPTY_PNG,
      latin('\xff\xd8\xff\xe0\0\x10JFIF'),
      latin('\xff\xd8\xff\xe0\0\x10JFIF'),
      latin('GIF89a'),
    ],
    ...[
      latin('RIFF\0\0\0\0WEBPVP8 '),
      latin('\0\0\0\x18ftypheic'),
      latin('BM\x01\0\0\0\0\0\0\0'),
      latin('\xff\xd8x'),
    ],
  ]);
}

/** The result of looking for codes in a picture. */
export function foundCodes(texts: readonly string[], { pick, below }: RandomChoices): FoundTexts {
  if (below(8) > 0) return { kind: 'texts', texts };
  const codes = ['image-format', 'image-too-large', 'damaged-image'] as const;
  return { kind: 'refused', code: pick(codes), detail: 'refused by the reader of codes' };
}
