import { openSpreadsheet } from '../../../src/adapters/spreadsheets/open.ts';
import { listZipEntries } from '../../../src/adapters/spreadsheets/zip-entries.ts';
import { extractFromPng } from '../../../src/open-badges/baking/bake-png.ts';
import { extractFromSvg } from '../../../src/open-badges/baking/bake-svg.ts';
import { extractFromPdf } from '../../../src/open-badges/baking/extract-from-pdf.ts';
import { isPngAsStated, pictureFormat, pictureSize } from '../../../src/open-badges/baking/picture-size.ts';
import { makePngChunk, PNG_SIGNATURE } from '../../../src/open-badges/baking/png-chunk.ts';
import { isPublicAddress } from '../../../src/open-badges/fetching/public-address.ts';
import { fromBase64Url } from '../../../src/open-badges/keys/base64url.ts';
import { fromMultibase } from '../../../src/open-badges/keys/multibase.ts';
import { findTextError } from '../../../src/open-badges/parsing/strict-json.ts';
import { readText } from '../../../src/open-badges/reading/read-input.ts';
import { readJson } from '../../../src/open-badges/reading/read-json.ts';
import { spelledAddress } from '../../../src/open-badges/reading/spelled-address.ts';
import { parseDateTime } from '../../../src/open-badges/schema/rfc3339.ts';
import { decodeBitstring } from '../../../src/open-badges/status/bitstring.ts';
import { readStatusBit } from '../../../src/open-badges/status/read-list.ts';
import { BADGE } from './floods.ts';

/** A reader of bytes that a stranger wrote. */
export interface Parser {
  /** The words of its language, of which its worst inputs are made. */
  readonly words: readonly string[];
  /** The most characters that reach it. */
  readonly limit: number;
  /** The most processor time for a MiB, in milliseconds, where it is not the usual one. */
  readonly msAMebibyte?: number;
  /** Reads one input; each character is one byte where it reads bytes. It may refuse it by throwing. */
  readonly feed: (text: string) => unknown;
}

const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;

/** The largest image, less the frame around the words. */
const LARGEST_IMAGE = 10 * MEBIBYTE - KIBIBYTE;

const toBytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const toText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const chunk = (type: string, data = '') => toText(makePngChunk(type, toBytes(data)));

const PNG_HEAD = toText(PNG_SIGNATURE) + chunk('IHDR', '\0\0\0\x01\0\0\0\x01\x08\0\0\0\0');
const PNG_TOKENS = [
  chunk('IDAT'),
  chunk('tEXt'),
  chunk('iTXt', 'openbadgecredential\0\0\0\0\0'),
  chunk('tEXt', 'openbadges\0'),
  chunk('IDAT', '\0'),
  chunk('IEND'),
  '\0',
  '\xff',
];

const SVG_HEAD = '<svg xmlns="http://www.w3.org/2000/svg">';
const SVG_TOKENS = [
  ...['&', '&amp;', '&#1', '&#65;', '<a>', '</a>', '<a ', '<a/>', ' ', 'b="c" ', '"', ':', 'x', '>'],
  ...['<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE svg ', '<a xmlns:b="c">'],
];
const PDF_TOKENS = [
  ...['1 0 obj ', ' obj', '<<', '>>', '/EF ', '/F 2 0 R ', '/Length 9 ', 'stream\n', ' endstream '],
  ...['/Type /ObjStm ', '/Filter ', '/Encrypt ', '[', '0', ' ', '1 0 obj << /Type /ObjStm /N 9 >> stream\n'],
];
const JSON_TOKENS = ['"', '\\', '\\"', '{', '}', '[', ']', ',', '{"a":', '"a":1,', ' ', 'a', '1', 'é'];
const BASE64_TOKENS = ['=', 'A', 'H4sI', '-', '_', '+', ' ', '.', 'é'];
const CSV_TOKENS = [';', ',', '\t', '"', '""', '";"', '"\n', '\n', '\r', 'a', ' ', 'sep=;\n', "'="];

/** Reads every row of a file that arrives in pieces of this size. */
const csvInPieces = (size: number) => async (text: string) => {
  const bytes = toBytes(text);
  const open = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  const [sheet] = await openSpreadsheet({ name: 'a.csv', sizeBytes: bytes.length, open });
  let rows = 0;
  for await (const _row of sheet?.rows(sheet.top[0] ?? { line: 0, cells: [] }) ?? []) rows += 1;
  return rows;
};

const statusList = (type: 'StatusList2021' | 'BitstringStatusList') => (encodedList: string) => {
  const list = {
    type: `${type}Credential`,
    credentialSubject: { type, statusPurpose: 'revocation', encodedList },
  };
  const entry = { type: `${type}Entry`, statusPurpose: 'revocation', statusListIndex: '1' };
  return readStatusBit(list, entry);
};

/** Every reader of strangers' bytes, by name. */
export const PARSERS: Readonly<Record<string, Parser>> = {
  'a badge in a PNG': {
    words: PNG_TOKENS,
    limit: LARGEST_IMAGE,
    msAMebibyte: 25,
    feed: (body) => extractFromPng(toBytes(PNG_HEAD + body)),
  },
  'the pixels of a PNG': {
    words: PNG_TOKENS,
    limit: LARGEST_IMAGE,
    msAMebibyte: 25,
    feed: (body) => {
      const bytes = toBytes(PNG_HEAD + body + chunk('IEND'));
      return isPngAsStated(bytes, pictureSize(bytes) ?? { width: 1, height: 1, rasterBytes: 2 });
    },
  },
  'the size of a JPEG': {
    words: ['\xff', '\xff\xd8', '\xff\xe0\0\x02', '\xff\xe0\0\0', '\0', '\xff\xc0'],
    limit: LARGEST_IMAGE,
    msAMebibyte: 40,
    feed: (body) => [pictureFormat(toBytes(body)), pictureSize(toBytes(`\xff\xd8${body}`))],
  },
  'a badge in an SVG': {
    words: SVG_TOKENS,
    limit: LARGEST_IMAGE,
    feed: (body) => extractFromSvg(SVG_HEAD + body),
  },
  'an SVG without a head': { words: SVG_TOKENS, limit: LARGEST_IMAGE, feed: extractFromSvg },
  'a PDF': {
    words: PDF_TOKENS,
    limit: LARGEST_IMAGE,
    feed: (body) => extractFromPdf(toBytes(`%PDF-1.7\n${body}`)),
  },
  'a status list of 2021': { words: BASE64_TOKENS, limit: MEBIBYTE, feed: statusList('StatusList2021') },
  'a status list': { words: BASE64_TOKENS, limit: MEBIBYTE, feed: statusList('BitstringStatusList') },
  'the bits of a list': {
    words: BASE64_TOKENS,
    limit: MEBIBYTE,
    feed: (text) => decodeBitstring(`u${text}`),
  },
  base64url: { words: BASE64_TOKENS, limit: MEBIBYTE, feed: fromBase64Url },
  multibase: {
    words: ['1', '2', 'z', 'A', 'é', ' '],
    limit: MEBIBYTE,
    feed: (text) => fromMultibase(`z${text}`),
  },
  'strict JSON': { words: JSON_TOKENS, limit: MEBIBYTE, feed: findTextError },
  'a JSON object': { words: JSON_TOKENS, limit: MEBIBYTE, feed: (text) => readJson(`{"a":[${text}`) },
  'a credential': {
    words: [...JSON_TOKENS, '.', '-'],
    limit: MEBIBYTE,
    feed: readText,
  },
  'a text of a credential': {
    words: ['a', ':', '_:', '/', '#', ' ', '**a', '<b>', '-', '\u0301', 'did:', '@', '\ud800'],
    limit: MEBIBYTE,
    feed: (text) =>
      readText(JSON.stringify({ ...BADGE, name: text, id: `urn:${text}`, [text.slice(0, 1000)]: 1 })),
  },
  'a date': {
    words: ['0', '-', 'T', ':', '.', 'Z', '+', '2026-01-01T00:00:00.', '2026-01-01T00:00:00Z'],
    limit: MEBIBYTE,
    feed: parseDateTime,
  },
  'an address': {
    words: ['.', ':', '0', '0x', '[', ']', '%', 'a', '::', '1.'],
    limit: 64 * KIBIBYTE,
    feed: isPublicAddress,
  },
  'a pasted address': {
    words: ['/', ' ', '.', '<', '>', 'https://', 'a', '\u200b', ')', 'a.'],
    limit: MEBIBYTE,
    feed: (text) => spelledAddress(text, 'https://jalon.test'),
  },
  'a CSV file at once': {
    words: CSV_TOKENS,
    limit: 8 * MEBIBYTE,
    msAMebibyte: 500,
    feed: csvInPieces(8 * MEBIBYTE),
  },
  'a CSV file in pieces': {
    words: CSV_TOKENS,
    limit: 8 * MEBIBYTE,
    msAMebibyte: 500,
    feed: csvInPieces(64 * KIBIBYTE),
  },
  'the directory of a workbook': {
    words: [
      'PK\x01\x02',
      'PK\x03\x04',
      'PK\x05\x06',
      '\0',
      '\xff',
      'PK\x05\x06\0\0\0\0\xff\xff\xff\xff\0\0\0\0\0\0\0\0\0\0',
    ],
    limit: 8 * MEBIBYTE,
    feed: (body) => listZipEntries(toBytes(`PK\x03\x04${body}`)),
  },
};
