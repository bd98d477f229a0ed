import { deflateSync } from 'node:zlib';
import { deflated, makePdf, pdfWith } from '../small-pdf.ts';
import { ask, type Flood, multipart, pngChunk, repeat, together } from './floods.ts';

const MEBIBYTE = 1_048_576;

/** Each file is given to the page and to the API, several at once. */
const given =
  (name: string, make: () => Uint8Array): Flood =>
  (url) => {
    const sent = multipart(name, make());
    return together([
      ...repeat(2, () => ask(`${url}/verify`, sent)),
      ...repeat(2, () => ask(`${url}/api/v1/verifications`, sent)),
    ]);
  };

/** Makes the bytes at the first call, and gives the same ones later. */
function once(make: () => Uint8Array): () => Uint8Array {
  let made: Uint8Array | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const text = (parts: string) => new TextEncoder().encode(`%PDF-1.7\n${parts}`);

function objectStream(objects: string, count: number, extra = '') {
  const dictionary = `<< /Type /ObjStm /N ${count} /First 10 /Filter /FlateDecode ${extra}>>`;
  return { dictionary, stream: deflated(objects) };
}

/** The bytes, compressed this many times. */
function nested(bytes: Uint8Array, times: number): Uint8Array {
  return repeat(times, () => 0).reduce((inner) => deflated(inner), bytes);
}

const PDFS: Readonly<Record<string, () => Uint8Array>> = {
  'objects nested a million deep': () => text(`1 0 obj\n${'['.repeat(1_000_000)}\nendobj`),
  'dictionaries nested 400,000 deep': () => text(`1 0 obj\n${'<< /EF '.repeat(400_000)}\nendobj`),
  '200,000 objects': () => text('1 0 obj << /EF << /F 2 0 R >> >> endobj\n'.repeat(200_000)),
  'names of streams that never come': () => text('1 0 obj << /Length 9 >> stream\n'.repeat(250_000)),
  'a cross-reference table that names itself': () =>
    text(`xref\n0 1\n${'trailer << /Prev 9 /XRefStm 9 >>\nstartxref\n9\n%%EOF\n'.repeat(100_000)}`),
  'object streams that extend each other': () =>
    makePdf({ objects: repeat(400, (at) => objectStream('1 0 2 5 ', 2, `/Extends ${400 - at} 0 R `)) }),
  'an object stream of a thousand million objects': () =>
    makePdf({ objects: [objectStream('1 0 '.repeat(200_000), 1_000_000_000)] }),
  'a thousand object streams': () =>
    makePdf({ objects: repeat(1000, () => objectStream(' '.repeat(100_000), 1)) }),
  'an attachment that unpacks to half a gigabyte': once(() => pdfWith(' '.repeat(500 * MEBIBYTE))),
  'an attachment compressed twelve times': () => {
    const stream = nested(new Uint8Array(64 * MEBIBYTE), 12);
    const filters = '/FlateDecode '.repeat(12);
    const dictionary = `<< /Filter [ ${filters}] /Length ${stream.length} >>`;
    return makePdf({ objects: ['<< /EF << /F 4 0 R >> >>', { dictionary, stream }] });
  },
  'sixty-four attachments of a megabyte': () => {
    const stream = deflated(`{"a":"${'x'.repeat(MEBIBYTE - 20)}"}`);
    const files = repeat(64, () => ({ dictionary: '<< /Filter /FlateDecode >>', stream }));
    return makePdf({ objects: [...repeat(64, (at) => `<< /EF << /F ${at + 67} 0 R >> >>`), ...files] });
  },
};

interface Picture {
  readonly width: number;
  readonly height: number;
  /** The size in the header, where it differs from that of the pixels. */
  readonly stated?: { readonly width: number; readonly height: number };
  readonly grey: (x: number, y: number) => number;
}

/** A grey PNG. */
export function png({ width, height, stated = { width, height }, grey }: Picture): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(stated.width, 0);
  header.writeUInt32BE(stated.height, 4);
  header[8] = 8;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + x + 1] = grey(x, y);
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 1 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Rings like those in the corners of a code, thousands of them. */
const rings = (x: number, y: number) => {
  const [column, row] = [Math.floor(x / 2) % 8, Math.floor(y / 2) % 8];
  const ring = Math.max(Math.abs(column - 3), Math.abs(row - 3));
  return ring === 2 || ring === 4 ? 255 : 0;
};
let seed = 1;
const noise = () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed & 255;
};

const huge = { width: 2_000_000_000, height: 2_000_000_000 };

/** A JPEG that states its size, and has no content. */
function jpegOf(width: number, height: number): Uint8Array {
  const frame = Buffer.from('ffd8ffc0001108000000000301220002110103110100', 'hex');
  frame.writeUInt16BE(height, 7);
  frame.writeUInt16BE(width, 9);
  return Buffer.concat([frame, Buffer.alloc(4 * MEBIBYTE, 0x55), Buffer.from('ffd9', 'hex')]);
}

const PICTURES: Readonly<Record<string, readonly [string, () => Uint8Array]>> = {
  'a photograph of four thousand million million points': [
    'photo.png',
    () => png({ width: 1, height: 1, stated: huge, grey: () => 0 }),
  ],
  'a photograph that states fewer points than it has': [
    'photo.png',
    once(() => png({ width: 5000, height: 5000, stated: { width: 10, height: 10 }, grey: () => 0 })),
  ],
  'a photograph of 24 million points, all rings of codes': [
    'photo.png',
    once(() => png({ width: 6000, height: 4000, grey: rings })),
  ],
  'a photograph of noise': ['photo.png', once(() => png({ width: 3000, height: 2500, grey: noise }))],
  'a photograph of 65,500 by 65,500 points': ['photo.jpg', () => jpegOf(65_500, 65_500)],
  'a photograph of 25 million points that ends at once': ['photo.jpg', () => jpegOf(5000, 5000)],
};

export const FILE_FLOODS: Readonly<Record<string, Flood>> = {
  ...Object.fromEntries(
    Object.entries(PDFS).map(([name, make]) => [`a PDF with ${name}`, given('badge.pdf', once(make))]),
  ),
  ...Object.fromEntries(Object.entries(PICTURES).map(([name, [file, make]]) => [name, given(file, make)])),
};
