import { hasType, isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import { COMPACT_JWS, type Reading, readPart, readPresented } from './presented.ts';
import { readJson } from './read-json.ts';

const ENVELOPE = /^data:application\/vp\+jwt[,;]/;

/** What a presentation holds: one credential, read or refused, or several. */
export type Opened = Reading | { readonly kind: 'several'; readonly count: number };

/** Opens a presentation (VCDM 2.0 §4.13; Securing Verifiable Credentials using JOSE and COSE §3.2), as a wallet
 *  hands it out: the one credential in it is read. Who presents it is not judged, because nobody asked for it
 *  with a challenge. Undefined where the text is no presentation. */
export function openPresentationText(text: string): Opened | undefined {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (COMPACT_JWS.test(trimmed)) return openJws(trimmed);
  const read = readJson(trimmed);
  return read.kind === 'object' ? open(read.object) : undefined;
}

/** The same for a parsed value. */
export function openPresentation(value: unknown): Opened | undefined {
  if (typeof value === 'string') return openPresentationText(value);
  return isJsonObject(value) ? open(value) : undefined;
}

function open(value: JsonObject): Opened | undefined {
  if (hasType(value, 'EnvelopedVerifiablePresentation')) {
    const id = textOf(value, 'id') ?? '';
    return ENVELOPE.test(id) ? openJws(id.slice(id.indexOf(',') + 1)) : undefined;
  }
  return hasType(value, 'VerifiablePresentation') ? readOnly(value) : undefined;
}

function openJws(jws: string): Opened | undefined {
  const payload = readPart(jws.split('.')[1] ?? '');
  if (payload.kind === 'refused') return payload;
  if (payload.kind !== 'object') return undefined;
  // In VCDM 1.1 the presentation is in the claim `vp`. With another body beside it, readers would differ in the
  // one they take.
  const { vp } = payload.object;
  if (vp !== undefined && (payload.object['type'] !== undefined || payload.object['@context'] !== undefined))
    return undefined;
  const presentation = isJsonObject(vp) ? vp : payload.object;
  return hasType(presentation, 'VerifiablePresentation') ? readOnly(presentation) : undefined;
}

function readOnly(presentation: JsonObject): Opened {
  const presented = listOf(presentation['verifiableCredential']);
  const [only] = presented;
  if (presented.length > 1) return { kind: 'several', count: presented.length };
  return only === undefined ? { kind: 'no-credential' } : readPresented(only);
}
