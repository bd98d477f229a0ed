import { bytesToHex } from '@noble/hashes/utils.js';
import { webSha256 } from '#open-badges/keys';
import type { Encoding } from '../responses/content-negotiation.ts';

/** Half a SHA-256 in hex, for a validator. */
export async function etagOf(bytes: Uint8Array): Promise<string> {
  return bytesToHex((await webSha256(bytes)).subarray(0, 16));
}

/** Compresses a text; absent if the platform does it by itself. */
export type Compress = (body: Uint8Array, encoding: Exclude<Encoding, 'identity'>) => Uint8Array;

/** An answer that needs no further work. Names and values of the headers stand one after the other. */
export interface Ready {
  readonly status: 200 | 304 | 404;
  readonly headers: readonly string[];
  readonly body?: Uint8Array;
}

/** One encoding of an answer. */
export interface Representation {
  /** The strong validator: another encoding has other bytes, and so another tag (RFC 9110 §8.8.3.3). */
  readonly tag: string;
  readonly whole: Ready;
  /** The answer for a reader who has these bytes already. */
  readonly unchanged: Ready;
  readonly sizeBytes: number;
}

interface Body {
  readonly digest: string;
  /** All headers but ETag, length and encoding. */
  readonly headers: readonly (readonly [string, string])[];
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
}

const SUFFIX: Readonly<Record<Encoding, string>> = { identity: '', br: '-br', gzip: '-gzip' };

/** The headers that a 304 repeats (RFC 9110 §15.4.5), those that let a script of another site read it, and
 *  the cookie with the reader's language. */
const REPEATED = new Set([
  'access-control-allow-origin',
  'cache-control',
  'cross-origin-resource-policy',
  'set-cookie',
  'vary',
]);

/** The bytes of one encoding with all their headers. */
export function represent({ digest, headers, bytes, encoding }: Body): Representation {
  const tag = `"${digest}${SUFFIX[encoding]}"`;
  const repeated = headers.filter(([name]) => REPEATED.has(name.toLowerCase()));
  return {
    tag,
    sizeBytes: bytes.length,
    whole: {
      status: 200,
      headers: [
        ...headers.flat(),
        ...['ETag', tag, 'Content-Length', String(bytes.length)],
        ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
      ],
      body: bytes,
    },
    unchanged: { status: 304, headers: [...repeated.flat(), 'ETag', tag] },
  };
}

/** Weak comparison (RFC 9110 §13.1.2), because a proxy that compresses may have weakened the tag. */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === tag) return true;
  const tags = ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
