import type { Canonicalise } from '../canonicalization/canonicalizer-choice.ts';
import type { NQuads } from '../canonicalization/serialise-dataset.ts';
import { toMultibase } from '../keys/multibase.ts';
import { fromMultikey, type PublicKey } from '../keys/public.ts';
import { type DerivedProof, readDerivedProof } from '../parsing/derived-proof.ts';
import { hasContextsOf, type SignedGraph, toProofOptions } from './data-integrity.ts';
import type { OpenKey } from './open-key.ts';

interface Tools {
  readonly canonicalise: Canonicalise;
  readonly openOnce: (publicKey: PublicKey) => Promise<OpenKey | undefined>;
}

/** Whether a derived `ecdsa-sd-2023` proof holds (Data Integrity ECDSA Cryptosuites 1.0 §3.5.8). The issuer
 *  signed the mandatory lines and the key of this credential; that key signed each of the other lines, any of
 *  which the holder may have left out. */
export async function verifySelectiveProof(
  { secured, nquads, proof, key }: SignedGraph,
  { canonicalise, openOnce }: Tools,
): Promise<boolean> {
  const { proofValue } = proof;
  const derived = typeof proofValue === 'string' ? readDerivedProof(proofValue) : undefined;
  if (derived === undefined || !hasContextsOf(secured, proof)) return false;
  const ofCredential = fromMultikey(toMultibase(derived.publicKey));
  const options = await canonicalise(toProofOptions(secured, proof));
  const lines = withIssuersLabels(nquads, derived);
  if (ofCredential?.curve !== 'P-256' || options.kind === 'fault' || lines === undefined) return false;
  const { mandatory, others } = splitMandatory(lines, derived);
  if (others.length !== derived.signatures.length) return false;
  const [optionsHash, mandatoryHash] = await Promise.all([key.hash(options.nquads), key.hash(mandatory)]);
  const base = Uint8Array.from([...optionsHash, ...derived.publicKey, ...mandatoryHash]);
  if (!(await key.verify(base, derived.baseSignature))) return false;
  const lineKey = await openOnce(ofCredential);
  return lineKey !== undefined && verifyQuadLines(others, derived, lineKey);
}

async function verifyQuadLines(lines: readonly string[], { signatures }: DerivedProof, key: OpenKey) {
  const encoder = new TextEncoder();
  for (const [at, line] of lines.entries()) {
    const signature = signatures[at];
    if (signature === undefined || !(await key.verify(encoder.encode(line), signature))) return false;
  }
  return true;
}

/** One line of canonical N-Quads, as tokens. */
const QUAD_LINE =
  /^(_:c14n\d+|<[^>]*>) (<[^>]*>) (_:c14n\d+|<[^>]*>|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@\S+)?)(?: (_:c14n\d+|<[^>]*>))? \.$/;

/** The sorted lines, with the labels that the issuer gave; undefined if a node has none. Labels are
 *  replaced only in the places of nodes, never inside a text. */
function withIssuersLabels(nquads: NQuads, { labels }: DerivedProof): readonly string[] | undefined {
  const relabelled: string[] = [];
  for (const line of nquads.join('').split('\n').slice(0, -1)) {
    const tokens = QUAD_LINE.exec(line)
      ?.slice(1)
      .filter((token) => token !== undefined);
    const renamed = tokens?.map((token) => {
      if (!token.startsWith('_:c14n')) return token;
      const label = labels.get(Number(token.slice('_:c14n'.length)));
      return label && `_:${label}`;
    });
    if (renamed === undefined || renamed.includes(undefined)) return undefined;
    relabelled.push(`${renamed.join(' ')} .\n`);
  }
  return relabelled.sort();
}

function splitMandatory(lines: readonly string[], { mandatoryIndexes }: DerivedProof) {
  const isMandatory = new Set(mandatoryIndexes);
  return {
    mandatory: lines.filter((_, at) => isMandatory.has(at)),
    others: lines.filter((_, at) => !isMandatory.has(at)),
  };
}
