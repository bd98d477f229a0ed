import type { Fetched } from '../fetching/fetcher.ts';
import type { JsonObject } from '../parsing/json-value.ts';
import type { ProofChecker } from '../proofs/checker.ts';
import type { FileReader } from '../reading/file-reader.ts';
import type { Presented } from '../reading/presented.ts';

/** A status list from an answer, with results about it that need not be computed again. */
export interface KnownList {
  readonly presented: Presented;
  /** Checks proofs, and remembers those of this list that were good. */
  readonly proofs: ProofChecker;
  /** Decodes the bits of this list, and remembers them. */
  readonly decode: (encoded: string) => Promise<Uint8Array>;
}

/** Status lists by the answer that contained them. A fetcher returns the same object only for the same bytes
 *  (own-origin-fetcher.ts); an answer that it forgets is forgotten here too. Only lists with a good signature are
 *  kept. Keys, dates, issuer and purpose are judged at each verification: only the work on the bytes is
 *  saved. */
export type KnownLists = WeakMap<Fetched, KnownList>;

/** The most bytes of bits that are kept: 4 million entries. */
const MAX_CACHED_BYTES = 512 * 1024;

export function makeKnownList(
  presented: Presented,
  { proofs, files }: { readonly proofs: ProofChecker; readonly files: FileReader },
): KnownList {
  return { presented, proofs: rememberGood(presented, proofs), decode: decodeOnce(files) };
}

/** Keeps a list. It is frozen first, so that all verifications read the same. */
export function cacheList(lists: KnownLists, answer: Fetched, list: KnownList): void {
  if (lists.has(answer)) return;
  freeze(list.presented);
  lists.set(answer, list);
}

/** The most signatures remembered for one list: its proofs, each with the keys that it had over
 *  time. */
const MAXIMUM_SIGNATURES = 16;

/** A checker that remembers good results only, because a bad one may come from a limit of time. A result is
 *  valid only for the same proof, key and bytes of this list. */
function rememberGood({ secured: list }: Presented, proofs: ProofChecker): ProofChecker {
  const good = new Set<string>();
  let hasGoodTerms = false;
  return {
    checkTerms: async (secured) => {
      if (secured === list && hasGoodTerms) return undefined;
      const error = await proofs.checkTerms(secured);
      hasGoodTerms ||= secured === list && error === undefined;
      return error;
    },
    verifyDataIntegrity: async (signed) => {
      // In a chain, a proof signs not only the list but other proofs.
      if (signed.secured !== list) return proofs.verifyDataIntegrity(signed);
      const name = JSON.stringify([signed.proof, signed.key.jwk]);
      if (good.has(name)) return true;
      const isGood = await proofs.verifyDataIntegrity(signed);
      if (isGood && good.size < MAXIMUM_SIGNATURES) good.add(name);
      return isGood;
    },
    verifyJws: (signed) => proofs.verifyJws(signed),
  };
}

function decodeOnce({ decodeList }: FileReader): KnownList['decode'] {
  const saved = new Map<string, Uint8Array>();
  return async (encoded) => {
    const known = saved.get(encoded);
    if (known) return known;
    const bits = await decodeList(encoded);
    if (saved.size === 0 && bits.length <= MAX_CACHED_BYTES) saved.set(encoded, bits);
    return bits;
  };
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const member of Object.values(value as JsonObject)) freeze(member);
}
