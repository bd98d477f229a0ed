import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base32crockford } from '@scure/base';
import { CODE_SECONDS, type CodePlace, type RollCall, SCAN_SECONDS } from '../../domain/event/roll-call.ts';
import { type Instant, isWithin, toInstant } from '../../domain/time/calendar.ts';

/** The hexadecimal digits of the secret by which its roll call is found. 96 bits of the secret stay unknown. */
const START_LENGTH = 8;
/** Letters and digits of a code: 50 bits. */
const CODE_LENGTH = 10;
/** Letters and digits of the seal of a scan: 130 bits. */
const SEAL_LENGTH = 26;
/** One letter for each place in a scan. */
const PLACES: Readonly<Record<CodePlace, string>> = { screen: 's', printed: 'p' };

type Sheet = Pick<RollCall, 'secret'>;

/** A code read by a browser: the roll call that it names, and the place where it was shown. */
export interface ReadCode {
  readonly start: string;
  readonly code: string;
}

/** The path that the screen shows at an instant, and the seconds until it shows another one. */
export function screenCode(sheet: Sheet, now: Instant) {
  const seconds = Math.floor(Date.parse(now) / 1000);
  const path = pathOf(sheet, codeOf(sheet, minuteOf(now)));
  return { path, secondsLeft: CODE_SECONDS - (seconds % CODE_SECONDS) };
}

/** The path that the printed sheet shows. It is valid as long as the roll call. */
export function printedCode(sheet: Sheet): string {
  return pathOf(sheet, codeOf(sheet, 'printed'));
}

/** The parts of `{start}-{code}`, the last part of a path. Capitals and the letters o, i and l are accepted, because
 *  people type codes by hand. Returns undefined for any other text. */
export function parseCode(text: string): ReadCode | undefined {
  const plain = text.toLowerCase();
  const [, start, code] = /^([0-9a-f]{8})-([0-9a-z]{10})$/.exec(plain) ?? [];
  if (start === undefined || code === undefined) return undefined;
  return { start, code: code.replaceAll('o', '0').replaceAll(/[il]/g, '1') };
}

/** The place where this code is shown at the instant: on the screen, now or in the minute before, or on the printed
 *  sheet. Returns undefined for any other code. */
export function placeOf(sheet: Sheet, code: string, now: Instant): CodePlace | undefined {
  const minute = minuteOf(now);
  if ([minute, minute - 1].some((one) => isSame(code, codeOf(sheet, one)))) return 'screen';
  return isSame(code, codeOf(sheet, 'printed')) ? 'printed' : undefined;
}

/** What a browser is given for a code that it read. It contains the instant, and is sealed by the secret. */
export function makeScan(sheet: Sheet, place: CodePlace, now: Instant): string {
  const body = [startOf(sheet), PLACES[place], Math.floor(Date.parse(now) / 1000)].join('-');
  return `${body}-${sealOf(sheet, body)}`;
}

/** The beginning of the secret that the scan names; undefined if the text is no scan. */
export function startOfScan(scan: string): string | undefined {
  return /^([0-9a-f]{8})-[sp]-\d{1,12}-[0-9a-z]{26}$/.exec(scan)?.[1];
}

/** The place of a valid scan of this roll call. Returns undefined if another secret sealed it, or if it is older than
 *  `SCAN_SECONDS` or lies ahead. */
export function readScan(sheet: Sheet, scan: string, now: Instant): CodePlace | undefined {
  const [start, letter, seconds, seal = ''] = scan.split('-');
  if (!isSame(seal, sealOf(sheet, [start, letter, seconds].join('-')))) return undefined;
  const at = toInstant(new Date(Number(seconds) * 1000));
  if (!isWithin(now, at, SCAN_SECONDS)) return undefined;
  return letter === PLACES.printed ? 'printed' : 'screen';
}

function startOf({ secret }: Sheet): string {
  return secret.slice(0, START_LENGTH);
}

function pathOf(sheet: Sheet, code: string): string {
  return `/roll-call/${startOf(sheet)}-${code}`;
}

function minuteOf(now: Instant): number {
  return Math.floor(Date.parse(now) / 1000 / CODE_SECONDS);
}

function codeOf(sheet: Sheet, shown: number | 'printed'): string {
  return derive(sheet, `code ${shown}`, CODE_LENGTH);
}

function sealOf(sheet: Sheet, body: string): string {
  return derive(sheet, `scan ${body}`, SEAL_LENGTH);
}

function derive({ secret }: Sheet, text: string, length: number): string {
  const bytes = hmac(sha256, utf8ToBytes(secret), utf8ToBytes(text));
  return base32crockford.encode(bytes).toLowerCase().slice(0, length);
}

/** Compares two texts in a time that does not depend on where they differ. */
function isSame(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let differences = 0;
  for (let at = 0; at < a.length; at += 1) differences |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return differences === 0;
}
