import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { ORIGIN } from '../support/fixtures/credentials.ts';
import { makeSeededPick, type SeededPick } from '../support/seeded-random.ts';

/** Random choices that repeat for a seed. */
export interface RandomChoices {
  readonly pick: SeededPick;
  /** A number from 0 to below the bound. */
  readonly below: (bound: number) => number;
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);

export function makeRandom(seed: number): RandomChoices {
  const pick = makeSeededPick(seed);
  const next = () => (pick(BYTES) * 256 + pick(BYTES)) * 256 + pick(BYTES);
  return { pick, below: (bound) => next() % bound };
}

const base64Url = (text: string) => Buffer.from(text, 'utf8').toString('base64url');

/** A compact JWS with this payload. Its signature is wrong, which reading does not notice. */
export function toJws(payload: JsonObject | string, { pick, below }: RandomChoices): string {
  const header =
    below(8) === 0 ? pick(['[]', '1', '{', '{"alg":1,"alg":2}', '', '"a"']) : '{"alg":"EdDSA","kid":"#1"}';
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return `${base64Url(header)}.${base64Url(body)}.${pick(['c2ln', '', 'AAAA'])}`;
}

/** A JWS with one part damaged or replaced. */
export function damageJws(jws: string, random: RandomChoices): string {
  const { pick, below } = random;
  const parts = jws.split('.');
  const at = below(3);
  const part = parts[at] ?? '';
  const cut = below(part.length + 1);
  parts[at] = pick([
    `${part.slice(0, cut)}${pick(['A', '-', '=', '+', ' ', '\n', '.', 'é'])}${part.slice(cut)}`,
    part.slice(0, cut),
    `${part}==`,
    base64Url(pick(['[]', 'null', '1', '', '{"a":1,"a":2}', `{"a":${'['.repeat(70)}`, '\ufeff{}', '{} x'])),
    Buffer.from([0xff, 0xfe, 0x7b, 0x7d]).toString('base64url'),
    parts[(at + 1) % 3] ?? '',
  ]);
  return pick([parts.join('.'), parts.join('.'), parts.join('.'), parts.slice(0, 2).join('.'), `${jws}.x`]);
}

const TOKENS = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  'null',
  '\u0000',
  '\ufeff',
  'é',
  '\ud800',
  '<',
  '.',
  ' ',
];

/** A text with some characters cut, inserted, exchanged or repeated. */
export function editText(text: string, random: RandomChoices): string {
  const { pick, below } = random;
  const at = below(text.length + 1);
  const end = at + below(12);
  const [before, cut, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
  return pick([
    before,
    before + after,
    `${before}${pick(TOKENS)}${cut}${after}`,
    `${before}${cut}${cut}${after}`,
    `${before}${after}${cut}`,
    text + pick([...TOKENS, text, '\n', '}']),
    pick(TOKENS) + text,
  ]);
}

/** A text with white space, marks or quotes around it. */
export function surroundText(text: string, { pick }: RandomChoices): string {
  const around = [
    '',
    ' ',
    '\n',
    '\ufeff',
    '\ufeff\ufeff',
    '\t\ufeff ',
    '\u00a0',
    '\u2028',
    '\u200b',
    '\u0000',
  ];
  return pick([
    pick(around) + text + pick(around),
    pick(around) + text + pick(around),
    `'${text}'`,
    `<!-- ${text} -->`,
    `<html>${text}</html>`,
    `<?xml version="1.0"?> <html lang="fr">${text}`,
    `Mon badge : ${text}`,
    `callback(${text})`,
    text.replaceAll('"', '“'),
  ]);
}

/** A JSON text in which an object names a member twice, in one of two spellings. */
export function repeatMember(text: string, { pick, below }: RandomChoices): string {
  const places = Array.from(text.matchAll(/"([a-zA-Z@]{2,20})":/g));
  const place = places[below(Math.max(places.length, 1))];
  const [whole = '"id":', name = 'id'] = place ?? [];
  const escaped = `"\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}":`;
  const at = place?.index ?? 0;
  return `${text.slice(0, at)}${pick([whole, escaped])}${pick(['1', '{}', 'null', '"x"'])},${text.slice(at)}`;
}

/** A JSON text with some letters in the other spelling that JSON allows. */
export function escapeLetters(text: string, { below }: RandomChoices): string {
  const every = 1 + below(40);
  return text.replace(/[a-zA-Z]/g, (letter) => {
    return below(every) > 0 ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

const ID = '67tC4ZxldVWvklj3F6PfwQ';
const ELSEWHERE = 'https://badges.example/b/1';

/** An address in one of the spellings that people paste, or something like one. */
export function spellAddress({ pick }: RandomChoices): string {
  const address = pick([
    ...[
      `${ORIGIN}/credentials/${ID}`,
      `${ORIGIN}/credentials/${ID}.png`,
      `jalon.test/credentials/${ID}/embed`,
    ],
    ...[ID, `/credentials/${ID}`, `${ID}.json`, `${ORIGIN}:8443/credentials/${ID}`, `${ORIGIN}/help/`],
    ...[
      ELSEWHERE,
      'http://badges.example/b/1',
      'badges.example/b/1?x=1#y',
      'HTTPS://BADGES.EXAMPLE/b',
      'https://',
    ],
    ...[
      'https://[::1',
      'javascript:alert(1)',
      'did:web:jalon.test',
      'data:application/json,{}',
      'ftp://a.example/b',
    ],
    ...[
      '1234567890123456789012',
      'true',
      '"https://badges.example/b/1"',
      'https://a.example/ https://b.example/',
    ],
  ]);
  return pick([
    ...[address, address, address, ` ${address}\n`, `<${address}>.`, `« ${address} »`, `\ufeff${address}`],
    ...[`Mon badge : ${address}, merci !`, `\u200b${address}`, `<a href="${address}">x</a>`, `< ${address}`],
    ...[
      `[${address}]`,
      `{"url":"${address}"}`,
      `${address} ${address}`,
      `<${address}> <https://c.example/d>`,
    ],
  ]);
}
