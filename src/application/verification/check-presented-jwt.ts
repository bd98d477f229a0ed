import { hasType, type JsonObject, listOf, textOf } from '../../openbadges/json-value.ts';
import type { Step } from '../../openbadges/report.ts';
import { findSigningKey } from './keys/find-signing-key.ts';
import { ALGORITHMS, fitsKey } from './keys/jwt-algorithms.ts';
import { readPart } from './presented.ts';
import { failed, passed, type Run } from './run.ts';

/** The challenge and domain that the verifier gave to the holder. */
export interface Asked {
  readonly challenge: string;
  readonly domain?: string | undefined;
}

/** A presentation that its holder signed as JWT (Securing Verifiable Credentials using JOSE and COSE §3.1.2). */
export interface PresentedJwt {
  readonly jws: string;
  readonly header: JsonObject;
  readonly presentation: JsonObject;
}

const ENVELOPE = 'data:application/vp+jwt,';

/** Members of an envelope. Whatever stands beside them is signed by nobody. */
const OF_AN_ENVELOPE = new Set(['@context', 'id', 'type']);

/** The JWT in an EnvelopedVerifiablePresentation (VCDM 2.0 §4.13); undefined where the envelope holds something
 *  else besides, or its JWT is no presentation itself. */
export function readEnvelope(envelope: JsonObject): PresentedJwt | undefined {
  const id = textOf(envelope, 'id') ?? '';
  const isPlain =
    Object.keys(envelope).every((name) => OF_AN_ENVELOPE.has(name)) && listOf(envelope['type']).length === 1;
  if (!isPlain || !id.startsWith(ENVELOPE)) return undefined;
  const jws = id.slice(ENVELOPE.length);
  const [header, payload] = jws.split('.').slice(0, 2).map(readPart);
  if (header?.kind !== 'object' || payload?.kind !== 'object') return undefined;
  if (hasType(payload.object, 'EnvelopedVerifiablePresentation') || payload.object['vp'] !== undefined)
    return undefined;
  return { jws, header: header.object, presentation: payload.object };
}

/** Checks that the holder signed the JWT, for authentication, with the challenge as `nonce` and the domain as
 *  `aud`. */
export async function checkPresentedJwt(
  { jws, header, presentation }: PresentedJwt,
  asked: Asked,
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
  const unasked = findUnasked(presentation, asked, run.now());
  return unasked === undefined
    ? { step: passed('proof', 'ok', 'the holder signed'), holder }
    : refuse('bad-claims', unasked);
}

/** The claim that does not answer the verifier's request, or whose time is over. */
function findUnasked(payload: JsonObject, { challenge, domain }: Asked, now: number): string | undefined {
  const { iss, aud, nonce, exp, nbf } = payload;
  if (nonce !== challenge) return 'nonce is not the challenge that was asked';
  if (iss !== undefined && payload['holder'] !== undefined && iss !== textOf(payload, 'holder'))
    return 'iss is not the holder';
  if ((aud !== undefined || domain !== undefined) && !(domain !== undefined && listOf(aud).includes(domain)))
    return `aud is made for ${JSON.stringify(aud)?.slice(0, 200) ?? 'nobody'}, and ${domain ?? 'no domain'} was asked`;
  if (exp !== undefined && !(typeof exp === 'number' && exp * 1000 > now)) return 'exp is past';
  return nbf !== undefined && !(typeof nbf === 'number' && nbf * 1000 <= now) ? 'nbf is to come' : undefined;
}
