import { isJsonObject, type JsonObject } from '../parsing/json-value.ts';
import { COMPACT_JWS, readPart } from '../reading/presented.ts';
import { readJson } from '../reading/read-json.ts';
import type { ReadInput } from '../reading/read-result.ts';
import type { Step } from '../verification/report.ts';
import { failed, passed } from '../verification/run.ts';
import { type OlderBadge, type Recognised, recogniseOlder } from './badge.ts';

/** Reads a badge of Open Badges 2.0 or 1.x from a text, JSON or compact JWS; undefined where it is not one.
 *  The text was already checked for limits and repeated members. */
export function readOlderText(text: string): ReadInput | undefined {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (COMPACT_JWS.test(trimmed)) return readOlderJws(trimmed);
  const read = readJson(trimmed);
  return read.kind === 'object' ? readOlder(read.object) : undefined;
}

/** The same for a parsed value. */
export function readOlderValue(value: unknown): ReadInput | undefined {
  if (typeof value === 'string') return readOlderText(value);
  return isJsonObject(value) ? readOlder(value) : undefined;
}

/** A badge of version 0.5 is named, and its words are quoted as its own. */
function firstStep({ name, issuer }: Extract<Recognised, { kind: 'first' }>): Step {
  const words = { ...(name !== undefined && { name }), ...(issuer !== undefined && { issuer }) };
  return failed('document', 'first-version', 'Open Badges 0.5: nobody answers for it', words);
}

function readOlderJws(jws: string): ReadInput | undefined {
  const [header, payload] = jws.split('.').slice(0, 2).map(readPart);
  if (header?.kind !== 'object' || payload?.kind !== 'object') return undefined;
  return readOlder(payload.object, { jws, header: header.object });
}

function readOlder(assertion: JsonObject, signed?: OlderBadge['signed']): ReadInput | undefined {
  const recognised = recogniseOlder(assertion);
  if (recognised.kind === 'neither') return undefined;
  if (recognised.kind === 'mixed') return { step: failed('document', 'mixed-versions', recognised.reason) };
  if (recognised.kind === 'first') return { step: firstStep(recognised) };
  const { version } = recognised;
  const older: OlderBadge = { version, assertion, ...(signed && { signed }) };
  const form = signed ? 'a compact JWS' : 'JSON';
  return { step: passed('document', 'ok', `Open Badges ${version}, ${form}`), older };
}
