import { decodeBitstring } from '../../openbadges/bitstring.ts';
import type { JsonObject } from '../../openbadges/json-value.ts';
import type { Fetched } from '../ports.ts';
import type { Presented } from './presented.ts';
import type { ProofChecker } from './proof-checker.ts';

/** A status list that was read from an answer, with the work on it that need not be done twice. */
export interface KnownList {
  readonly presented: Presented;
  /** Does not compute again what it found good for this list. */
  readonly proofs: ProofChecker;
  /** The bits of this list. */
  readonly decode: (encoded: string) => Promise<Uint8Array>;
}

/** Status lists by the answer in which they stood. A fetcher gives the same object only for the same bytes
 *  (known-answers.ts), and what it forgets is forgotten here. Only lists whose signature was found good are
 *  kept. Keys, dates, issuer and purpose are judged at each verification: only the work on the bytes is
 *  saved. */
export type KnownLists = WeakMap<Fetched, KnownList>;

/** Bits of at most 4 million entries are kept. */
const MAXIMUM_KEPT_BYTES = 512 * 1024;

export function makeKnownList(presented: Presented, proofs: ProofChecker): KnownList {
  return { presented, proofs: rememberGood(presented, proofs), decode: decodeOnce() };
}

/** Freezes the list before it is kept, so that all verifications read the same. */
export function keepList(lists: KnownLists, answer: Fetched, list: KnownList): void {
  if (lists.has(answer)) return;
  freeze(list.presented);
  lists.set(answer, list);
}

/** The most signatures remembered for one list: its proofs, each with the descriptions of its key over time. */
const MAXIMUM_SIGNATURES = 16;

/** Only good results are remembered: a bad one may come from a limit of time. A signature counts for its
 *  proof, its key and the bytes of this list only. */
function rememberGood({ secured: list }: Presented, proofs: ProofChecker): ProofChecker {
  const good = new Set<string>();
  let hasGoodTerms = false;
  return {
    checkTerms: async (secured) => {
      if (secured === list && hasGoodTerms) return undefined;
      const fault = await proofs.checkTerms(secured);
      hasGoodTerms ||= secured === list && fault === undefined;
      return fault;
    },
    verifyDataIntegrity: async (signed) => {
      // In a chain, a proof signs other proofs besides the list.
      if (signed.secured !== list) return proofs.verifyDataIntegrity(signed);
      const name = JSON.stringify([signed.proof, signed.method]);
      if (good.has(name)) return true;
      const isGood = await proofs.verifyDataIntegrity(signed);
      if (isGood && good.size < MAXIMUM_SIGNATURES) good.add(name);
      return isGood;
    },
    verifyJws: (signed) => proofs.verifyJws(signed),
  };
}

function decodeOnce(): KnownList['decode'] {
  const kept = new Map<string, Uint8Array>();
  return async (encoded) => {
    const known = kept.get(encoded);
    if (known) return known;
    const bits = await decodeBitstring(encoded);
    if (kept.size === 0 && bits.length <= MAXIMUM_KEPT_BYTES) kept.set(encoded, bits);
    return bits;
  };
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const member of Object.values(value as JsonObject)) freeze(member);
}
