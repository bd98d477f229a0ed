import { credentialKind } from '../../openbadges/credential-kind.ts';
import { type Cryptosuite, cryptosuiteOf } from '../../openbadges/cryptosuites.ts';
import { type JsonObject, listOf, textOf } from '../../openbadges/json-value.ts';
import type { Step } from '../../openbadges/report.ts';
import { parseDateTime } from '../../openbadges/rfc3339.ts';
import { issuerIdOf } from './credential-shape.ts';
import { findSigningKey } from './keys/find-signing-key.ts';
import type { ProofPurpose } from './keys/listed-methods.ts';
import type { Presented } from './presented.ts';
import { failed, notChecked, passed, type Run } from './run.ts';
import { type ProofLink, sortProofs } from './sort-proofs.ts';

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
  const fault = await run.proofs.checkTerms(secured);
  if (fault?.kind === 'unknown-context') {
    return notChecked('proof', 'unknown-context', `no copy of the context ${fault.url}`, { url: fault.url });
  }
  const suites = links.map(({ proof }) => cryptosuiteOf(proof)).filter((suite) => suite !== undefined);
  // A suite over the JSON text also signs members that no context defines. The step `schema` reports them.
  if (fault && suites.some(({ form }) => form !== 'json')) {
    const detail = 'part of the document has no meaning that could be signed';
    return fault.kind === 'undefined-term'
      ? failed('proof', 'undefined-term', detail, { term: fault.term })
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
