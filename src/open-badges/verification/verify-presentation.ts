import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../contexts/addresses.ts';
import { cryptosuiteOf } from '../keys/cryptosuites.ts';
import { findSigningKey } from '../keys/find-signing.ts';
import { ALGORITHMS, fitsKey } from '../keys/jwt-algorithms.ts';
import { findNotPlain } from '../parsing/compacted-form.ts';
import { findExcess } from '../parsing/document-limits.ts';
import { hasType, isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import { checkOne, controllerOf, type ProofLink, sortProofs } from '../proofs/check-embedded.ts';
import { documentStep, readPresented } from '../reading/presented.ts';
import { readJwsObject } from '../reading/read-json.ts';
import type { KnownLists } from '../status/known-lists.ts';
import type { Step, VerificationReport } from './report.ts';
import { failed, passed, type Run, startRun, type VerifierDeps } from './run.ts';
import { type VerifyPresented, verifyPresented } from './verify-credential.ts';

export interface PresentationReport {
  readonly verified: boolean;
  /** The verified signer of the presentation; absent if there is none. */
  readonly holder?: string;
  /** The steps of the presentation itself. */
  readonly steps: readonly Step[];
  readonly credentials: readonly VerificationReport[];
}

export type VerifyPresentation = (
  presentation: unknown,
  requested: PresentationChallenge,
) => Promise<PresentationReport>;

/** Verifies the holder who presents, and every credential that is presented. The presentation must contain
 *  the given challenge and domain, and its holder must be its signer. */
export function makeVerifyPresentation(needs: VerifierDeps): VerifyPresentation {
  const lists: KnownLists = new WeakMap();
  return async (presentation, requested) => {
    const { run, end } = startRun(needs, lists);
    try {
      return await judge(presentation, requested, run);
    } finally {
      end();
    }
  };
}

async function judge(
  value: unknown,
  requested: PresentationChallenge,
  run: Run,
): Promise<PresentationReport> {
  const read = readPresentation(value);
  if ('step' in read) return { verified: false, steps: [read.step], credentials: [] };
  const { presentation, jwt } = read;
  const checking = jwt ? checkPresentedJwt(jwt, requested, run) : checkHolder(presentation, requested, run);
  const signed = await run.inTime(checking).catch(tooSlow);
  const { step } = signed;
  const holder = 'holder' in signed ? signed.holder : undefined;
  if (step.result !== 'passed') return { verified: false, steps: [step], credentials: [] };
  const presented = listOf(presentation['verifiableCredential']);
  if (!run.admit('badges', presented.length)) {
    const many = failed('endorsements', 'too-many-badges', 'too many credentials are presented');
    return { verified: false, steps: [step, many], credentials: [] };
  }
  const credentials = await Promise.all(presented.map((one) => verifyOne(one, run, verifyPresented)));
  const verified = credentials.every((report) => report.verified);
  return { verified, ...(holder && { holder }), steps: [step], credentials };
}

function tooSlow(error: unknown): { readonly step: Step } {
  return { step: failed('proof', 'too-slow', error instanceof Error ? error.message : 'too slow') };
}

type Read = { readonly presentation: JsonObject; readonly jwt?: PresentedJwt } | { readonly step: Step };

function readPresentation(value: unknown): Read {
  const refuse = (code: Step['code'], detail: string): Read => ({ step: failed('document', code, detail) });
  if (!isJsonObject(value)) return refuse('not-a-credential', 'a presentation is a JSON object');
  if (hasType(value, 'EnvelopedVerifiablePresentation')) {
    const jwt = readEnvelope(value);
    if (!jwt) return refuse('not-a-credential', 'the envelope holds no presentation as JWT');
    const inside = readPresentation(jwt.presentation);
    return 'step' in inside ? inside : { ...inside, jwt };
  }
  const contexts = value['@context'];
  const first: unknown = Array.isArray(contexts) ? contexts[0] : undefined;
  if (first !== CREDENTIALS_V1 && first !== CREDENTIALS_V2)
    return refuse('not-a-credential', 'the first context is not that of a data model');
  if (!hasType(value, 'VerifiablePresentation'))
    return refuse('not-a-credential', 'there is no type VerifiablePresentation');
  const fault = findExcess(value) ?? findNotPlain(value);
  if (fault) return refuse(fault.code, fault.reason);
  for (const name of ['id', 'holder']) {
    const member = value[name];
    const url = isJsonObject(member) ? textOf(member, 'id') : member;
    if (member !== undefined && !(typeof url === 'string' && URL.canParse(url)))
      return refuse('schema-mismatch', `${name} is not a URL`);
  }
  return { presentation: value };
}

/** Checks the proofs of the presentation: each must verify, for authentication, with the challenge. */
async function checkHolder(
  presentation: JsonObject,
  requested: PresentationChallenge,
  run: Run,
): Promise<{ readonly step: Step; readonly holder?: string }> {
  const { proof: _, ...secured } = presentation;
  const sorted = sortProofs(listOf(presentation['proof']));
  if (sorted.kind === 'fault') return { step: failed('proof', sorted.code, sorted.reason) };
  const [first] = sorted.links;
  if (first === undefined) return { step: failed('proof', 'no-proof', 'no proof can be read') };
  const named = textOf(presentation, 'holder') ?? textOf(presentation['holder'], 'id');
  const holder = named ?? controllerOf(first.proof, '');
  if (!sorted.links.some(({ proof }) => controllerOf(proof, holder) === holder)) {
    return { step: failed('proof', 'key-not-authorised', `${holder} did not sign`) };
  }
  const fault = await run.proofs.checkTerms(secured);
  if (fault && sorted.links.some(({ proof }) => cryptosuiteOf(proof)?.form !== 'json')) {
    return { step: failed('proof', 'bad-signature', `part of it has no meaning: ${JSON.stringify(fault)}`) };
  }
  for (const link of sorted.links) {
    const unasked = findUnasked(link, requested);
    if (unasked !== undefined) return { step: failed('proof', 'bad-signature', unasked) };
    const controller = controllerOf(link.proof, holder);
    const step = await checkOne({ link, secured, controller, run, purpose: 'authentication' });
    if (step.result !== 'passed') return { step };
  }
  return { step: passed('proof', 'ok', 'the holder signed'), holder };
}

/** The fault of a proof that does not answer the verifier's request. A proof with a domain is meant only for
 *  that domain, so it proves nothing to a verifier without one. */
function findUnasked({ proof }: ProofLink, { challenge, domain }: PresentationChallenge): string | undefined {
  if (proof['challenge'] !== challenge) return 'the challenge is not the one that was asked';
  const named = proof['domain'];
  if (named === undefined && domain === undefined) return undefined;
  return domain !== undefined && listOf(named).includes(domain)
    ? undefined
    : `the proof is made for ${JSON.stringify(named)?.slice(0, 200) ?? 'no domain'}, and ${domain ?? 'no domain'} was asked`;
}

async function verifyOne(value: unknown, run: Run, verify: VerifyPresented): Promise<VerificationReport> {
  const refuse = (code: Step['code'], detail: string): VerificationReport => {
    return { verified: false, verdict: 'not-verifiable', steps: [failed('document', code, detail)] };
  };
  if (!isJsonObject(value)) return refuse('not-a-credential', 'a credential is a JSON object');
  const envelope = findEnvelopeError(value);
  if (envelope !== undefined) return refuse('not-a-credential', envelope);
  const reading = readPresented(value);
  if (reading.kind === 'no-credential') return refuse('not-a-credential', 'no verifiable credential');
  if (reading.kind === 'refused') return refuse(reading.fault.code, reading.fault.reason);
  // The presented version is judged, not a newer one.
  return verify(reading.presented, { ...run, isRefreshed: true }, documentStep(reading.presented));
}

/** The challenge and domain that the verifier gave to the holder. */
interface PresentationChallenge {
  readonly challenge: string;
  readonly domain?: string | undefined;
}

/** A presentation that its holder signed as JWT (Securing Verifiable Credentials using JOSE and COSE §3.1.2). */
interface PresentedJwt {
  readonly jws: string;
  readonly header: JsonObject;
  readonly presentation: JsonObject;
}

const ENVELOPE = 'data:application/vp+jwt,';

/** Members of an envelope. Whatever stands next to them is signed by no one. */
const OF_AN_ENVELOPE = new Set(['@context', 'id', 'type']);

/** The JWT in an EnvelopedVerifiablePresentation (VCDM 2.0 §4.13); undefined if the envelope holds something
 *  else besides, or its JWT is no presentation itself. */
function readEnvelope(envelope: JsonObject): PresentedJwt | undefined {
  const id = textOf(envelope, 'id') ?? '';
  const isPlain =
    Object.keys(envelope).every((name) => OF_AN_ENVELOPE.has(name)) && listOf(envelope['type']).length === 1;
  if (!isPlain || !id.startsWith(ENVELOPE)) return undefined;
  const jws = id.slice(ENVELOPE.length);
  const [header, payload] = jws.split('.').slice(0, 2).map(readJwsObject);
  if (header?.kind !== 'object' || payload?.kind !== 'object') return undefined;
  if (hasType(payload.object, 'EnvelopedVerifiablePresentation') || payload.object['vp'] !== undefined)
    return undefined;
  return { jws, header: header.object, presentation: payload.object };
}

/** Checks that the holder signed the JWT, for authentication, with the challenge as `nonce` and the domain as
 *  `aud`. */
async function checkPresentedJwt(
  { jws, header, presentation }: PresentedJwt,
  requested: PresentationChallenge,
  run: Run,
): Promise<{ readonly step: Step; readonly holder?: string }> {
  const refuse = (code: Step['code'], detail: string) => ({ step: failed('proof', code, detail) });
  const alg = textOf(header, 'alg') ?? '';
  if (!Object.hasOwn(ALGORITHMS, alg)) return refuse('unsupported-proof', `alg ${alg}`);
  if (header['crit'] !== undefined || header['b64'] !== undefined || textOf(header, 'typ') !== 'vp+jwt')
    return refuse('bad-header', 'typ is not vp+jwt, or crit is not understood');
  const kid = textOf(header, 'kid') ?? '';
  const holder =
    textOf(presentation, 'holder') ?? textOf(presentation['holder'], 'id') ?? textOf(presentation, 'iss');
  if (holder === undefined) return refuse('key-not-authorised', 'there is no holder');
  const methodId = kid.startsWith('#') ? `${holder}${kid}` : kid;
  const question = { kind: 'method', methodId, issuer: holder, purpose: 'authentication' } as const;
  const answer = await findSigningKey(question, run);
  if (answer.kind === 'refused') return { step: answer.step };
  if (!fitsKey(alg, answer.key.jwk)) return refuse('bad-header', 'alg does not fit the kind of key');
  if (!(await run.proofs.verifyJws({ jws, key: answer.key })))
    return refuse('bad-signature', 'the signature does not match the content');
  const unasked = findUnaskedClaim(presentation, requested, run.now());
  return unasked === undefined
    ? { step: passed('proof', 'ok', 'the holder signed'), holder }
    : refuse('bad-claims', unasked);
}

/** The claim that does not answer the verifier's request, or whose time is over. */
function findUnaskedClaim(
  payload: JsonObject,
  { challenge, domain }: PresentationChallenge,
  now: number,
): string | undefined {
  const { iss, aud, nonce, exp, nbf } = payload;
  if (nonce !== challenge) return 'nonce is not the challenge that was asked';
  if (iss !== undefined && payload['holder'] !== undefined && iss !== textOf(payload, 'holder'))
    return 'iss is not the holder';
  if ((aud !== undefined || domain !== undefined) && !(domain !== undefined && listOf(aud).includes(domain)))
    return `aud is made for ${JSON.stringify(aud)?.slice(0, 200) ?? 'nobody'}, and ${domain ?? 'no domain'} was asked`;
  if (exp !== undefined && !(typeof exp === 'number' && exp * 1000 > now)) return 'exp is past';
  return nbf !== undefined && !(typeof nbf === 'number' && nbf * 1000 <= now) ? 'nbf is to come' : undefined;
}

const TYPE = 'EnvelopedVerifiableCredential';
const SCHEME = 'data:application/vc+jwt,';

/** The fault of an `EnvelopedVerifiableCredential` (VCDM 2.0 §4.13); undefined if it has none or where the
 *  object is something else. */
export function findEnvelopeError(value: JsonObject): string | undefined {
  if (!hasType(value, TYPE)) return undefined;
  const contexts = listOf(value['@context']);
  if (contexts.length !== 1 || contexts[0] !== CREDENTIALS_V2) return 'the context of an envelope is another';
  if (listOf(value['type']).length !== 1) return 'an envelope has one type only';
  return textOf(value, 'id')?.startsWith(SCHEME) ? undefined : `the id of an envelope begins with ${SCHEME}`;
}
