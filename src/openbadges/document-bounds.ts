import { BOUNDS } from './bounds.ts';
import type { DocumentFault } from './document-fault.ts';
import { isJsonObject, type JsonObject, listOf } from './json-value.ts';

/** What a document would make a verification do, added up over all that stands inside. */
interface Counts {
  contexts: number;
  /** Of the credential that has most. */
  proofs: number;
  endorsements: number;
  badges: number;
}

/** The bound that a document passes by what it asks to be done; its size and depth are the text's (strict-json.ts). */
export function findExcess(document: JsonObject): DocumentFault | undefined {
  const counts: Counts = { contexts: 0, proofs: 0, endorsements: 0, badges: 0 };
  count(document, counts);
  const name = (['contexts', 'proofs', 'endorsements', 'badges'] as const).find(
    (one) => counts[one] > BOUNDS[one],
  );
  if (name === undefined) return undefined;
  const limit = BOUNDS[name];
  return { code: `too-many-${name}`, reason: `${counts[name]}; at most ${limit}`, params: { limit } };
}

function count(value: unknown, counts: Counts): void {
  if (Array.isArray(value)) for (const item of value) count(item, counts);
  if (!isJsonObject(value)) return;
  counts.contexts += listOf(value['@context']).length;
  counts.proofs = Math.max(counts.proofs, listOf(value['proof']).length);
  counts.endorsements += listOf(value['endorsement']).length + listOf(value['endorsementJwt']).length;
  counts.badges += listOf(value['verifiableCredential']).length;
  for (const member of Object.values(value)) count(member, counts);
}
