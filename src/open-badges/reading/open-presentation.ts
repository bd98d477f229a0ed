import type { DocumentError } from '../parsing/document-error.ts';
import { hasType, isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import { type ParsedText, readJwsObject } from './read-json.ts';

const ENVELOPE = /^data:application\/vp\+jwt[,;]/;

/** The content of a presentation: its only credential (undefined if there is none), several, or a text that
 *  must not be read. */
export type Opened =
  | { readonly kind: 'one'; readonly value: unknown }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'refused'; readonly fault: DocumentError };

/** Opens a presentation (VCDM 2.0 §4.13; Securing Verifiable Credentials using JOSE and COSE §3.2), as a wallet
 *  hands it out. Its credential is not read here. Who presents it is not judged, because the verifier asked
 *  for it without a challenge. Returns undefined if the text is no presentation. */
export function openPresentation(given: ParsedText): Opened | undefined {
  if (given.kind === 'jws') return given.payload && openPayload(given.payload);
  if (given.kind !== 'object') return undefined;
  const { object } = given;
  if (hasType(object, 'EnvelopedVerifiablePresentation')) return openEnvelope(object);
  return hasType(object, 'VerifiablePresentation') ? takeOnly(object) : undefined;
}

function openEnvelope(envelope: JsonObject): Opened | undefined {
  const id = textOf(envelope, 'id') ?? '';
  if (!ENVELOPE.test(id)) return undefined;
  const jws = id.slice(id.indexOf(',') + 1);
  const payload = readJwsObject(jws.split('.')[1] ?? '');
  if (payload.kind === 'refused') return payload;
  return payload.kind === 'object' ? openPayload(payload.object) : undefined;
}

function openPayload(payload: JsonObject): Opened | undefined {
  // In VCDM 1.1 the presentation is in the claim `vp`. If the payload also has a body of its own, readers would
  // differ in the one they take.
  const { vp } = payload;
  if (vp !== undefined && (payload['type'] !== undefined || payload['@context'] !== undefined))
    return undefined;
  const presentation = isJsonObject(vp) ? vp : payload;
  return hasType(presentation, 'VerifiablePresentation') ? takeOnly(presentation) : undefined;
}

function takeOnly(presentation: JsonObject): Opened {
  const [value, ...others] = listOf(presentation['verifiableCredential']);
  return others.length > 0 ? { kind: 'several', count: others.length + 1 } : { kind: 'one', value };
}
