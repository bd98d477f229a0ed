import { VERIFICATION_LIMITS } from '../verification/limits.ts';
import type { DocumentError } from './document-error.ts';
import { isJsonObject, type JsonObject, listOf } from './json-value.ts';

/** The amount of work that a document asks for, counted over all its parts. */
interface Counts {
  readonly contexts: Set<unknown>;
  namedContexts: number;
  /** The highest number of proofs in one credential. */
  proofs: number;
  allProofs: number;
  endorsements: number;
  badges: number;
}

/** The limits in the order in which they are looked at, each with the code of its fault. */
const CODES = {
  contexts: 'too-many-contexts',
  namedContexts: 'too-many-contexts',
  proofs: 'too-many-proofs',
  allProofs: 'too-many-proofs',
  endorsements: 'too-many-endorsements',
  badges: 'too-many-badges',
} as const;

/** The limit that a document exceeds, if it exceeds one. Size and depth are checked on the text
 *  (strict-json.ts). */
export function findExcess(document: JsonObject): DocumentError | undefined {
  const counts: Counts = {
    contexts: new Set(),
    namedContexts: 0,
    proofs: 0,
    allProofs: 0,
    endorsements: 0,
    badges: 0,
  };
  count(document, counts);
  const found = { ...counts, contexts: counts.contexts.size };
  const name = (Object.keys(CODES) as (keyof typeof CODES)[]).find(
    (one) => found[one] > VERIFICATION_LIMITS[one],
  );
  if (name === undefined) return undefined;
  const limit = VERIFICATION_LIMITS[name];
  return { code: CODES[name], reason: `${found[name]}; at most ${limit}`, params: { limit } };
}

function count(value: unknown, counts: Counts): void {
  if (Array.isArray(value)) for (const item of value) count(item, counts);
  if (!isJsonObject(value)) return;
  const contexts = listOf(value['@context']);
  for (const context of contexts) counts.contexts.add(context);
  counts.namedContexts += contexts.length;
  const proofs = listOf(value['proof']).length;
  counts.proofs = Math.max(counts.proofs, proofs);
  counts.allProofs += proofs;
  counts.endorsements += listOf(value['endorsement']).length + listOf(value['endorsementJwt']).length;
  counts.badges += listOf(value['verifiableCredential']).length;
  for (const member of Object.values(value)) count(member, counts);
}
