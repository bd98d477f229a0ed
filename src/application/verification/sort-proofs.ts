import { cryptosuiteOf, proofTypeOf } from '../../openbadges/cryptosuites.ts';
import { isJsonObject, type JsonObject, listOf, textOf } from '../../openbadges/json-value.ts';
import type { StepCode } from '../../openbadges/report.ts';
import { BASE_PROOF_BEGINS } from '../../openbadges/selective-proof.ts';

/** A readable proof, and the proofs that it follows in a chain (`previousProof`). */
export interface ProofLink {
  readonly proof: JsonObject;
  readonly follows: readonly JsonObject[];
}

interface UnreadProof {
  readonly proof: JsonObject;
  /** In English, for developers. */
  readonly reason: string;
}

export type SortedProofs =
  | { readonly kind: 'sorted'; readonly links: readonly ProofLink[]; readonly unread: readonly UnreadProof[] }
  | {
      readonly kind: 'fault';
      readonly code: Extract<StepCode, 'unsupported-proof' | 'bad-signature'>;
      readonly reason: string;
    };

/** Separates the proofs that can be verified here from those of other suites (Data Integrity 1.0 §2.1.2). A
 *  proof that follows a proof of another suite cannot be verified either. A value that is not a proof, and a
 *  broken or circular chain, are faults of the whole: a bad proof is never ignored. */
export function sortProofs(proofs: readonly unknown[]): SortedProofs {
  const objects = proofs.filter(isJsonObject);
  if (objects.length < proofs.length || objects.some((proof) => proofTypeOf(proof) === undefined)) {
    return { kind: 'fault', code: 'unsupported-proof', reason: 'a proof is no object with a type' };
  }
  const chain = readChain(objects);
  if (typeof chain === 'string') return { kind: 'fault', code: 'bad-signature', reason: chain };
  const links: ProofLink[] = [];
  const unread: UnreadProof[] = [];
  for (const proof of objects) {
    const reason = whyUnread(proof, chain);
    if (reason === undefined) links.push({ proof, follows: chain.get(proof) ?? [] });
    else unread.push({ proof, reason });
  }
  return { kind: 'sorted', links, unread };
}

type Chain = ReadonlyMap<JsonObject, readonly JsonObject[]>;

/** The proofs that each proof follows, or the reason why there is no such order. */
function readChain(proofs: readonly JsonObject[]): Chain | string {
  const chain = new Map<JsonObject, readonly JsonObject[]>();
  for (const proof of proofs) {
    // Each name is taken once: repeated names would multiply the paths through the chain without limit.
    const names = [...new Set(listOf(proof['previousProof']))];
    const followed = names.map((name) => proofs.filter((other) => other['id'] === name));
    if (followed.some((found) => found.length !== 1)) return 'previousProof names no proof, or several';
    chain.set(proof, followed.flat());
  }
  return proofs.some((proof) => leadsTo(proof, proof, chain, proofs.length))
    ? 'a chain of proofs is closed'
    : chain;
}

function leadsTo(from: JsonObject, to: JsonObject, chain: Chain, steps: number): boolean {
  if (steps === 0) return true;
  return (chain.get(from) ?? []).some((next) => next === to || leadsTo(next, to, chain, steps - 1));
}

function whyUnread(proof: JsonObject, chain: Chain): string | undefined {
  const suite = cryptosuiteOf(proof);
  if (suite === undefined) {
    const type = proofTypeOf(proof);
    return type === 'DataIntegrityProof'
      ? `cryptosuite ${textOf(proof, 'cryptosuite') ?? 'missing'}`
      : `proof type ${type}`;
  }
  if (suite.form === 'selected-lines' && textOf(proof, 'proofValue')?.startsWith(BASE_PROOF_BEGINS)) {
    return 'the proof that the issuer gives to the holder alone, from which others are derived';
  }
  const before = (chain.get(proof) ?? []).find((followed) => whyUnread(followed, chain) !== undefined);
  return before ? `it follows a proof that cannot be read (${textOf(before, 'id') ?? ''})` : undefined;
}
