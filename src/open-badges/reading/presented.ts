import { fromBase64Url } from '../keys/base64url.ts';
import { findNotPlain } from '../parsing/compacted-form.ts';
import type { DocumentFault } from '../parsing/document-error.ts';
import { findExcess } from '../parsing/document-limits.ts';
import { hasType, isJsonObject, type JsonObject, textOf } from '../parsing/json-value.ts';
import { VERIFICATION_LIMITS } from '../verification/limits.ts';
import { isCredential } from './credential-shape.ts';
import { decodeText, type ReadJson, readJson } from './read-json.ts';

/** A credential in one of its two secured forms. */
export type Presented =
  | {
      readonly form: 'embedded';
      readonly credential: JsonObject;
      /** The credential without its proofs. This is the form that they sign. */
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

export const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;
const CLAIMS = new Set(['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'vc']);
const ENVELOPE = /^data:application\/vc\+jwt[,;]/;

/** The result of reading: a credential, a credential that must not be read (with the reason), or no
 *  credential. */
export type Reading =
  | { readonly kind: 'presented'; readonly presented: Presented }
  | { readonly kind: 'refused'; readonly fault: DocumentFault }
  | { readonly kind: 'no-credential' };

const NO_CREDENTIAL: Reading = { kind: 'no-credential' };

/** Reads a credential from a JSON value: an object with an embedded proof, an enveloped credential, or a JWS
 *  as text. Every credential is read here, so that none is judged or shown which exceeds the limits or is not
 *  in plain form (compacted-form.ts). */
export function readPresented(value: unknown): Reading {
  if (typeof value === 'string') return readJws(value.trim());
  if (!isJsonObject(value)) return NO_CREDENTIAL;
  if (hasType(value, 'EnvelopedVerifiableCredential')) {
    const id = textOf(value, 'id') ?? '';
    return ENVELOPE.test(id) ? readJws(id.slice(id.indexOf(',') + 1)) : NO_CREDENTIAL;
  }
  if (!isCredential(value)) return NO_CREDENTIAL;
  const { proof: _, ...secured } = value;
  return inPlainForm({ form: 'embedded', credential: value, secured });
}

/** Reads a credential from a text: JSON or a compact JWS. */
export function readPresentedText(text: string): Reading {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (COMPACT_JWS.test(trimmed)) return readPresented(trimmed);
  const read = readJson(trimmed);
  if (read.kind === 'refused') return read;
  return read.kind === 'object' ? readPresented(read.object) : NO_CREDENTIAL;
}

function inPlainForm(presented: Presented): Reading {
  const fault = findExcess(presented.credential) ?? findNotPlain(presented.credential);
  return fault ? { kind: 'refused', fault } : { kind: 'presented', presented };
}

function readJws(jws: string): Reading {
  if (!COMPACT_JWS.test(jws)) return NO_CREDENTIAL;
  if (jws.length > VERIFICATION_LIMITS.text) {
    const fault = {
      code: 'too-large',
      reason: `${jws.length} characters`,
      params: { limit: VERIFICATION_LIMITS.text },
    } as const;
    return { kind: 'refused', fault };
  }
  const [header, payload] = jws.split('.').slice(0, 2).map(readPart);
  for (const part of [header, payload]) if (part?.kind === 'refused') return part;
  if (header?.kind !== 'object' || payload?.kind !== 'object') return NO_CREDENTIAL;
  const claims = payload.object;
  const body = Object.fromEntries(Object.entries(claims).filter(([name]) => !CLAIMS.has(name)));
  // In VCDM 1.1 the credential is inside `vc`. If there is another body beside it, that body is taken, and
  // the mixture then fails for its claims.
  const { vc } = claims;
  const credential = isCredential(body) || !isJsonObject(vc) ? body : completedByClaims(vc, claims);
  if (!isCredential(credential)) return NO_CREDENTIAL;
  const parts = { jws, header: header.object, payload: claims };
  return inPlainForm({ form: 'jwt', credential, secured: credential, ...parts });
}

/** One part of a compact JWS, as JSON. */
export function readPart(part: string): ReadJson {
  try {
    return readJson(decodeText(fromBase64Url(part)) ?? '');
  } catch {
    return { kind: 'no-object' };
  }
}

/** The credential in the claim `vc`, completed with the members that VCDM 1.1 allows only as claims (§6.3.1,
 *  "JWT Decoding"). Members that are in both are compared later. */
function completedByClaims(vc: JsonObject, claims: JsonObject): JsonObject {
  const subject = vc['credentialSubject'];
  const members: readonly (readonly [string, unknown])[] = [
    ['issuer', claims['iss']],
    ['id', claims['jti']],
    ['issuanceDate', dateOf(claims['nbf'])],
    ['expirationDate', dateOf(claims['exp'])],
  ];
  const lacking = members.filter(([name, value]) => vc[name] === undefined && value !== undefined);
  const isNamed = !isJsonObject(subject) || subject['id'] !== undefined || claims['sub'] === undefined;
  return {
    ...vc,
    ...Object.fromEntries(lacking),
    ...(isNamed ? {} : { credentialSubject: { ...subject, id: claims['sub'] } }),
  };
}

/** The date of a claim in the form of the data model; undefined where it is not a date. */
function dateOf(claim: unknown): string | undefined {
  if (typeof claim !== 'number' || !(Math.abs(claim) <= 8.64e12)) return undefined;
  return new Date(Math.floor(claim) * 1000).toISOString().replace('.000Z', 'Z');
}
