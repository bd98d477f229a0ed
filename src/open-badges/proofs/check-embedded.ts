import { credentialKind } from '../credential/types.ts';
import { type Cryptosuite, cryptosuiteOf, proofTypeOf } from '../keys/cryptosuites.ts';
import { findSigningKey } from '../keys/find-signing.ts';
import type { ProofPurpose } from '../keys/listed-methods.ts';
import { BASE_PROOF_BEGINS } from '../parsing/derived-proof.ts';
import { isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import { issuerIdOf } from '../reading/credential-shape.ts';
import type { Presented } from '../reading/presented.ts';
import { parseDateTime } from '../schema/rfc3339.ts';
import type { Step, StepCode } from '../verification/report.ts';
import { failed, notChecked, passed, type Run } from '../verification/run.ts';

type Embedded = Extract<Presented, { form: 'embedded' }>;

/** Checks the embedded proofs (Data Integrity 1.0 §2.1.1 and §2.1.2) by the rule of docs/adr/0013: every
 *  proof of a known suite must verify, and one of them must be the issuer's. A proof of another suite is
 *  reported and does not count. The checks in order:
 *  1. there are proofs, and at least one can be read;
 *  2. one of those names a key of the issuer;
 *  3. every context of the document is known and, where a graph is signed, every term is defined;
 *  4. for each proof: purpose, dates, key listed by its controller, and signature; in a chain, the signature
 *  also covers the proofs that it follows. */
export async function checkEmbeddedProof({ credential, secured }: Embedded, run: Run): Promise<Step> {
  const proofs = listOf(credential['proof']);
  const issuer = issuerIdOf(credential);
  if (proofs.length === 0) return failed('proof', 'no-proof', 'there is no proof');
  const sorted = sortProofs(proofs);
  if (sorted.kind === 'fault') return failed('proof', sorted.code, sorted.reason);
  const { links, unread } = sorted;
  const byIssuer = (proof: JsonObject) => issuer !== undefined && controllerOf(proof, issuer) === issuer;
  if (links.length === 0 || issuer === undefined || !links.some(({ proof }) => byIssuer(proof))) {
    // There is a proof by the issuer that this service cannot read, so it is not shown that the issuer did
    // not sign.
    const own = unread.find(({ proof }) => links.length === 0 || byIssuer(proof));
    if (own) return failed('proof', 'unsupported-proof', own.reason);
    const detail = 'no proof was made with a key of the issuer';
    return failed('proof', 'key-not-authorised', detail, { issuer: issuer ?? '' });
  }
  const error = await run.proofs.checkTerms(secured);
  if (error?.kind === 'unknown-context') {
    return notChecked('proof', 'unknown-context', `no copy of the context ${error.url}`, { url: error.url });
  }
  const suites = links.map(({ proof }) => cryptosuiteOf(proof)).filter((suite) => suite !== undefined);
  // A suite over the JSON text also signs members that no context defines. The step `schema` reports them.
  if (error && suites.some(({ form }) => form !== 'json')) {
    const detail = 'part of the document has no meaning that could be signed';
    return error.kind === 'undefined-term'
      ? failed('proof', 'undefined-term', detail, { term: error.term })
      : failed('proof', 'bad-signature', detail);
  }
  for (const link of links) {
    const step = await checkOne({ link, secured, controller: controllerOf(link.proof, issuer), run });
    if (step.result !== 'passed') return step;
  }
  const besides = unread.length > 0 ? `; ${unread.length} not read: ${unread[0]?.reason}` : '';
  const names = [...new Set(suites.map(({ name }) => name))].join(', ');
  return passed('proof', 'ok', `${links.length} ${names} proof(s) verified${besides}`, {
    suite: names,
    ...(unread.length > 0 && { unread: unread.length }),
    ...(isOutsideGuide(suites, credential) && { outsideGuide: 1 }),
    ...(isSelected(links, byIssuer) && { selected: 1 }),
  });
}

/** Whether every proof of the issuer lets the holder leave out parts. Where one of them covers the whole
 *  document, nothing is left out. */
function isSelected(links: readonly ProofLink[], byIssuer: (proof: JsonObject) => boolean): boolean {
  const own = links.filter(({ proof }) => byIssuer(proof));
  return own.every(({ proof }) => cryptosuiteOf(proof)?.form === 'selected-lines');
}

/** Whether a badge has no proof of a suite named by the guide of Open Badges. Other credentials may have any
 *  suite. */
function isOutsideGuide(suites: readonly Cryptosuite[], credential: JsonObject): boolean {
  return credentialKind(credential) !== 'other' && !suites.some(({ isInGuide }) => isInGuide);
}

/** The controller named by a proof: the part before the fragment of its key or, for a key with an address of
 *  its own, the issuer, whose document must then list that address. */
export function controllerOf(proof: JsonObject, issuer: string): string {
  const method = textOf(proof, 'verificationMethod') ?? '';
  const [base = ''] = method.split('#');
  return base === method && /^https?:/.test(method) ? issuer : base;
}

interface OneProof {
  readonly link: ProofLink;
  readonly secured: JsonObject;
  readonly controller: string;
  readonly run: Run;
  /** `assertionMethod` where it is absent. */
  readonly purpose?: ProofPurpose;
}

/** Checks one proof: its purpose, dates, key and signature. */
export async function checkOne({
  link,
  secured,
  controller,
  run,
  purpose: wanted = 'assertionMethod',
}: OneProof): Promise<Step> {
  const { proof, follows } = link;
  const purpose = textOf(proof, 'proofPurpose');
  if (purpose !== wanted) {
    return failed('proof', 'key-not-authorised', `proof purpose is ${purpose ?? 'missing'}, not ${wanted}`);
  }
  const dates = checkDates(proof, run.now());
  if (dates) return dates;
  const methodId = textOf(proof, 'verificationMethod') ?? '';
  const question = { kind: 'method', methodId, issuer: controller, purpose: wanted } as const;
  const answer = await findSigningKey(question, run);
  if (answer.kind === 'refused') return answer.step;
  // In a chain, a proof signs the document together with the proofs that it follows (§4.4, steps 1–3).
  const signed = follows.length > 0 ? { ...secured, proof: follows } : secured;
  const isValid = await run.proofs.verifyDataIntegrity({ secured: signed, proof, key: answer.key });
  if (!isValid) return failed('proof', 'bad-signature', 'the signature does not match the content');
  return passed('proof', 'ok', 'the proof is verified');
}

function checkDates(proof: JsonObject, now: number): Step | undefined {
  for (const name of ['created', 'expires']) {
    const date = proof[name];
    const time = typeof date === 'string' ? parseDateTime(date) : undefined;
    if (date !== undefined && time === undefined)
      return failed('proof', 'bad-signature', `proof.${name} is not a date`);
    if (name === 'expires' && time !== undefined && time <= now) {
      return failed('proof', 'expired', `the proof expired on ${date}`, { validUntil: String(date) });
    }
  }
  return undefined;
}

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
