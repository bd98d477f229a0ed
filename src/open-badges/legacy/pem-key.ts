import { base64 } from '@scure/base';
import type { JsonObject } from '../parsing/json-value.ts';

const PEM = /^\s*-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END (?:RSA )?PUBLIC KEY-----\s*$/;
/** The most characters that are read; enough for a key of 16,384 bits. */
const LONGEST = 8000;
/** The SEQUENCE of the algorithm rsaEncryption (RFC 8017, A.1), and the tag of a BIT STRING. */
const RSA_ALGORITHM = [
  0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
];

/** The public RSA key of a PEM text, as a JWK; undefined for any other text. */
export async function readPem(text: string): Promise<JsonObject | undefined> {
  if (text.length > LONGEST) return undefined;
  const match = PEM.exec(text);
  if (match === null) return undefined;
  try {
    const bytes = base64.decode((match[2] ?? '').replace(/\s/g, ''));
    const spki = match[1] === undefined ? bytes : wrapped(bytes);
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('spki', new Uint8Array(spki), algorithm, true, ['verify']);
    const { kty, n, e } = (await crypto.subtle.exportKey('jwk', key)) as {
      kty?: string;
      n?: string;
      e?: string;
    };
    return { kty, n, e };
  } catch {
    return undefined;
  }
}

/** A bare RSA key (PKCS #1) wrapped in the form that also states the algorithm. */
function wrapped(key: Uint8Array): Uint8Array {
  const bits = der(0x03, [0, ...key]);
  return Uint8Array.from(der(0x30, [...RSA_ALGORITHM, ...bits]));
}

function der(tag: number, content: readonly number[]): number[] {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return [tag, ...size, ...content];
}
