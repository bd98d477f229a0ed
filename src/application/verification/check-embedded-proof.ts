import { isJsonObject, type JsonObject, listOf, textOf } from '../../openbadges/json-value.ts';
import type { Step } from '../../openbadges/report.ts';
import { parseDateTime } from '../../openbadges/rfc3339.ts';
import { issuerIdOf } from './credential-shape.ts';
import type { Presented } from './presented.ts';
import { failed, notChecked, passed, type Run } from './run.ts';
import { findKey } from './verification-key.ts';

/** Each proof costs a canonical form of its options and a key. */
const MAXIMUM_PROOFS = 4;

type Embedded = Extract<Presented, { form: 'embedded' }>;

/** The embedded proofs (Data Integrity 1.0 §2.1.1, proof sets): every one must verify, and one must be the issuer's.
 *  Numbered as they run:
 *  1. there are proofs, few, all of a suite that is known here, none a link of a chain;
 *  2. one names a key of the issuer;
 *  3. the document is made of defined terms;
 *  4. each: purpose, dates, key listed by its controller, signature. */
export async function checkEmbeddedProof({ credential, secured }: Embedded, run: Run): Promise<Step> {
  const proofs = listOf(credential['proof']);
  const issuer = issuerIdOf(credential);
  if (proofs.length === 0) return failed('proof', 'no-proof', 'there is no proof');
  const unsupported = findUnsupported(proofs);
  if (unsupported !== undefined) return failed('proof', 'unsupported-proof', unsupported);
  const known = proofs.filter(isJsonObject);
  if (issuer === undefined || !known.some((proof) => controllerOf(proof, issuer) === issuer)) {
    return failed('proof', 'key-not-authorised', 'no proof was made with a key of the issuer', {
      issuer: issuer ?? '',
    });
  }
  const fault = await run.proofs.checkTerms(secured);
  if (fault?.kind === 'unknown-context') {
    return notChecked('proof', 'unknown-context', `no copy of the context ${fault.url}`, { url: fault.url });
  }
  if (fault)
    return failed('proof', 'bad-signature', 'part of the document has no meaning that could be signed');
  for (const proof of known) {
    const step = await checkOne({ proof, secured, controller: controllerOf(proof, issuer), run });
    if (step.result !== 'passed') return step;
  }
  return passed('proof', 'ok', `${known.length} eddsa-rdfc-2022 proof(s) verified`, {
    suite: 'eddsa-rdfc-2022',
  });
}

function findUnsupported(proofs: readonly unknown[]): string | undefined {
  if (proofs.length > MAXIMUM_PROOFS) return `${proofs.length} proofs; at most ${MAXIMUM_PROOFS} are read`;
  for (const proof of proofs) {
    const type = textOf(proof, 'type');
    const suite = textOf(proof, 'cryptosuite');
    if (type !== 'DataIntegrityProof') return `proof type ${type ?? 'missing'}`;
    if (suite !== 'eddsa-rdfc-2022') return `cryptosuite ${suite ?? 'missing'}`;
    if (isJsonObject(proof) && proof['previousProof'] !== undefined)
      return 'a chain of proofs (previousProof)';
  }
  return undefined;
}

/** Who a proof claims to be by: what stands before the fragment, or for a key with an address of its own the issuer,
 *  whose document must then list that address. */
function controllerOf(proof: JsonObject, issuer: string): string {
  const method = textOf(proof, 'verificationMethod') ?? '';
  const [base = ''] = method.split('#');
  return base === method && /^https?:/.test(method) ? issuer : base;
}

interface OneProof {
  readonly proof: JsonObject;
  readonly secured: JsonObject;
  readonly controller: string;
  readonly run: Run;
}

async function checkOne({ proof, secured, controller, run }: OneProof): Promise<Step> {
  const purpose = textOf(proof, 'proofPurpose');
  if (purpose !== 'assertionMethod') {
    return failed(
      'proof',
      'key-not-authorised',
      `proof purpose is ${purpose ?? 'missing'}, not assertionMethod`,
    );
  }
  const dates = checkDates(proof, run.now());
  if (dates) return dates;
  const key = await findKey(textOf(proof, 'verificationMethod') ?? '', controller, run);
  if (key.kind === 'refused') return key.step;
  const isValid = await run.proofs.verifyDataIntegrity({ secured, proof, method: key.method });
  if (!isValid) return failed('proof', 'bad-signature', 'the signature does not match the content');
  return passed('proof', 'ok', 'eddsa-rdfc-2022 proof verified');
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
