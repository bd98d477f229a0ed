import { fromBase64Url } from '../../openbadges/base64url.ts';
import { hasType, isJsonObject, type JsonObject, textOf } from '../../openbadges/json-value.ts';
import { isCredential } from './credential-shape.ts';
import { decodeText, parseObject } from './read-json.ts';

/** A credential in one of its two secured forms. */
export type Presented =
  | {
      readonly form: 'embedded';
      readonly credential: JsonObject;
      /** The credential without its proofs: what they sign. */
      readonly secured: JsonObject;
    }
  | {
      readonly form: 'jwt';
      /** The payload without the registered claims. */
      readonly credential: JsonObject;
      readonly secured: JsonObject;
      readonly jws: string;
      readonly header: JsonObject;
      readonly payload: JsonObject;
    };

const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;
const CLAIMS = new Set(['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'vc']);
const ENVELOPE = /^data:application\/vc\+jwt[,;]/;

/** Reads a credential from a JSON value: an object with an embedded proof, an enveloped credential, or a JWS as text.
 *  Undefined where it is no credential. */
export function toPresented(value: unknown): Presented | undefined {
  if (typeof value === 'string') return fromJws(value.trim());
  if (!isJsonObject(value)) return undefined;
  if (hasType(value, 'EnvelopedVerifiableCredential')) {
    const id = textOf(value, 'id') ?? '';
    return ENVELOPE.test(id) ? fromJws(id.slice(id.indexOf(',') + 1)) : undefined;
  }
  return isCredential(value) ? fromEmbedded(value) : undefined;
}

/** Reads a credential from a text: JSON or a compact JWS. */
export function textToPresented(text: string): Presented | undefined {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  return toPresented(COMPACT_JWS.test(trimmed) ? trimmed : parseObject(trimmed));
}

function fromEmbedded(credential: JsonObject): Presented {
  const { proof: _, ...secured } = credential;
  return { form: 'embedded', credential, secured };
}

function fromJws(jws: string): Presented | undefined {
  if (!COMPACT_JWS.test(jws)) return undefined;
  const [header, payload] = jws.split('.').slice(0, 2).map(decodePart);
  if (!header || !payload) return undefined;
  const body = Object.fromEntries(Object.entries(payload).filter(([name]) => !CLAIMS.has(name)));
  // VCDM 1.1 kept the credential inside `vc`; a body beside it wins, and the mixture fails later as bad claims.
  const credential = isCredential(body) ? body : payload['vc'];
  if (!isCredential(credential)) return undefined;
  return { form: 'jwt', credential, secured: credential, jws, header, payload };
}

function decodePart(part: string): JsonObject | undefined {
  try {
    return parseObject(decodeText(fromBase64Url(part)) ?? '');
  } catch {
    return undefined;
  }
}
