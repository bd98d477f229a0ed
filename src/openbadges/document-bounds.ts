import type { DocumentFault } from './document-fault.ts';
import { isJsonObject, type JsonObject, listOf } from './json-value.ts';
import { VERIFICATION_LIMITS } from './verification-limits.ts';

/** The amount of work that a document asks for, counted over all its parts. */
interface Counts {
  /** Different contexts: a known one costs nothing more where it is named again. */
  contexts: Set<unknown>;
  /** The highest number of proofs in one credential. */
  proofs: number;
  endorsements: number;
  badges: number;
}

/** The limit that a document exceeds, if it exceeds one. Size and depth are checked on the text
 *  (strict-json.ts). */
export function findExcess(document: JsonObject): DocumentFault | undefined {
  const counts: Counts = { contexts: new Set(), proofs: 0, endorsements: 0, badges: 0 };
  count(document, counts);
  const found = { ...counts, contexts: counts.contexts.size };
  const name = (['contexts', 'proofs', 'endorsements', 'badges'] as const).find(
    (one) => found[one] > VERIFICATION_LIMITS[one],
  );
  if (name === undefined) return undefined;
  const limit = VERIFICATION_LIMITS[name];
  return { code: `too-many-${name}`, reason: `${found[name]}; at most ${limit}`, params: { limit } };
}

function count(value: unknown, counts: Counts): void {
  if (Array.isArray(value)) for (const item of value) count(item, counts);
  if (!isJsonObject(value)) return;
  for (const context of listOf(value['@context'])) counts.contexts.add(context);
  counts.proofs = Math.max(counts.proofs, listOf(value['proof']).length);
  counts.endorsements += listOf(value['endorsement']).length + listOf(value['endorsementJwt']).length;
  counts.badges += listOf(value['verifiableCredential']).length;
  for (const member of Object.values(value)) count(member, counts);
}
