import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../contexts/addresses.ts';
import { findNotPlain } from '../parsing/compacted-form.ts';
import type { DocumentError } from '../parsing/document-error.ts';
import { findExcess } from '../parsing/document-limits.ts';
import { hasType, isJsonObject, type JsonObject, textOf } from '../parsing/json-value.ts';
import type { Step } from '../verification/report.ts';
import { type ParsedText, parseJws, parseText } from './read-json.ts';

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

const CLAIMS = new Set(['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'vc']);
const ENVELOPE = /^data:application\/vc\+jwt[,;]/;

/** The result of reading: a credential, a credential that must not be read (with the reason), or no
 *  credential. */
export type Reading =
  | { readonly kind: 'presented'; readonly presented: Presented }
  | { readonly kind: 'refused'; readonly fault: DocumentError }
  | { readonly kind: 'no-credential' };

const NO_CREDENTIAL: Reading = { kind: 'no-credential' };

/** Reads a credential from a JSON value: an object with an embedded proof, an enveloped credential, or a JWS
 *  as text. Every credential is read here, so that none is judged or shown which exceeds the limits or is not
 *  in plain form (compacted-form.ts). */
export function readPresented(value: unknown): Reading {
  if (typeof value === 'string') return readCredential(parseJws(value.trim()));
  return isJsonObject(value) ? readObject(value) : NO_CREDENTIAL;
}

/** Reads a credential from a text: JSON or a compact JWS. */
export function readPresentedText(text: string): Reading {
  return readCredential(parseText(text));
}

/** Reads a credential from a text that is already parsed. */
export function readCredential(given: ParsedText): Reading {
  switch (given.kind) {
    case 'object':
      return readObject(given.object);
    case 'jws':
      return readJws(given);
    case 'refused':
      return { kind: 'refused', fault: given.fault };
    case 'no-object':
    case 'not-json':
      return NO_CREDENTIAL;
  }
}

/** The `document` step for a credential that was found. */
export function documentStep({ form }: Presented): Step {
  const detail = form === 'jwt' ? 'a compact JWS' : 'JSON with an embedded proof';
  return { step: 'document', result: 'passed', code: 'ok', detail };
}

function readObject(value: JsonObject): Reading {
  if (hasType(value, 'EnvelopedVerifiableCredential')) {
    const id = textOf(value, 'id') ?? '';
    return ENVELOPE.test(id) ? readCredential(parseJws(id.slice(id.indexOf(',') + 1))) : NO_CREDENTIAL;
  }
  if (!isCredential(value)) return NO_CREDENTIAL;
  const { proof: _, ...secured } = value;
  return inPlainForm({ form: 'embedded', credential: value, secured });
}

function inPlainForm(presented: Presented): Reading {
  const fault = findExcess(presented.credential) ?? findNotPlain(presented.credential);
  return fault ? { kind: 'refused', fault } : { kind: 'presented', presented };
}

function readJws({ jws, header, payload }: Extract<ParsedText, { kind: 'jws' }>): Reading {
  if (!header || !payload) return NO_CREDENTIAL;
  const body = Object.fromEntries(Object.entries(payload).filter(([name]) => !CLAIMS.has(name)));
  // In VCDM 1.1 the credential is inside `vc`. If the payload also has a body of its own, that body is taken, and
  // the mixture then fails for its claims.
  const { vc } = payload;
  const credential = isCredential(body) || !isJsonObject(vc) ? body : completedByClaims(vc, payload);
  if (!isCredential(credential)) return NO_CREDENTIAL;
  return inPlainForm({ form: 'jwt', credential, secured: credential, jws, header, payload });
}

/** Whether the value is a credential (VCDM 2.0 §4.3, §4.5): the first context is that of a data model, and
 *  the type is present. */
export function isCredential(value: unknown): value is JsonObject {
  if (!isJsonObject(value) || !Array.isArray(value['@context'])) return false;
  const [first] = value['@context'];
  return (first === CREDENTIALS_V2 || first === CREDENTIALS_V1) && hasType(value, 'VerifiableCredential');
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

/** The date of a claim in the form of the data model; undefined if it is not a date. */
function dateOf(claim: unknown): string | undefined {
  if (typeof claim !== 'number' || !(Math.abs(claim) <= 8.64e12)) return undefined;
  return new Date(Math.floor(claim) * 1000).toISOString().replace('.000Z', 'Z');
}
