import type { JsonObject } from '../parsing/json-value.ts';
import type { ParsedText } from '../reading/read-json.ts';
import type { Step } from '../verification/report.ts';
import { failed, passed } from '../verification/run.ts';
import { type LegacyBadge, type Recognised, recogniseLegacyBadge } from './badge.ts';

/** A badge of Open Badges 2.0 or 1.x with its `document` step. If the step failed, there is no badge. */
export interface ReadLegacyBadge {
  readonly step: Step;
  readonly older?: LegacyBadge;
}

/** Reads a badge of Open Badges 2.0 or 1.x from JSON or a compact JWS. Returns undefined if the text is not
 *  one. */
export function readLegacyBadge(given: ParsedText): ReadLegacyBadge | undefined {
  if (given.kind === 'object') return readAssertion(given.object);
  if (given.kind !== 'jws' || !given.header || !given.payload) return undefined;
  return readAssertion(given.payload, { jws: given.jws, header: given.header });
}

/** A badge of version 0.5 is named, and its words are quoted as its own. */
function firstStep({ name, issuer }: Extract<Recognised, { kind: 'first' }>): Step {
  const texts = { ...(name !== undefined && { name }), ...(issuer !== undefined && { issuer }) };
  return failed('document', 'first-version', 'Open Badges 0.5: nobody answers for it', texts);
}

function readAssertion(assertion: JsonObject, signed?: LegacyBadge['signed']): ReadLegacyBadge | undefined {
  const recognised = recogniseLegacyBadge(assertion);
  if (recognised.kind === 'neither') return undefined;
  if (recognised.kind === 'mixed') return { step: failed('document', 'mixed-versions', recognised.reason) };
  if (recognised.kind === 'first') return { step: firstStep(recognised) };
  const { version } = recognised;
  const older: LegacyBadge = { version, assertion, ...(signed && { signed }) };
  const form = signed ? 'a compact JWS' : 'JSON';
  return { step: passed('document', 'ok', `Open Badges ${version}, ${form}`), older };
}
