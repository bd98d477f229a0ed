import type { Clock, Signer } from '../../application/ports.ts';
import {
  checkCredentialShape,
  datesOf,
  issuerIdOf,
} from '../../application/verification/credential-shape.ts';
import { DomainError } from '../../domain/errors.ts';
import { type Instant, toInstant } from '../../domain/time/time.ts';
import { didOf, keyUrl } from '../../openbadges/addresses.ts';
import { checkEndorsement, checkIssuedBadge } from '../../openbadges/conformance.ts';
import { hasType, type JsonObject } from '../../openbadges/json-value.ts';
import { toJwtPayload } from '../../openbadges/jwt-payload.ts';
import type { Problem } from '../../openbadges/problem.ts';
import { parseDateTime } from '../../openbadges/rfc3339.ts';
import { canonicalise } from './canonical-form.ts';
import { hasOneOrder } from './code-point-order.ts';
import { createProof } from './data-integrity.ts';
import type { KeySet } from './key-ring.ts';
import { createJws } from './vc-jwt.ts';

export interface SignerNeeds {
  /** Public origin: our DID and the addresses of our keys are made from it. */
  readonly origin: string;
  /** Gives the current keys; it is called at each signature. */
  readonly keys: () => KeySet;
  /** Dates the proof of a credential without `validFrom`. */
  readonly clock: Clock;
}

/** Signs only credentials that are ours, conform to the standard and use no term outside their contexts.
 *  Every refusal is `unsafe-credential`, before any key is touched. Each signature is read back and checked
 *  again. */
export function makeSigner({ origin, keys, clock }: SignerNeeds): Signer {
  const did = didOf(origin);
  const lastChecked = new WeakMap<object, { readonly text: string; readonly body: JsonObject }>();

  /** One body is signed twice, as Data Integrity and as JWT; it is checked once, unless it has changed in
   *  between. */
  const check = async (unsigned: JsonObject): Promise<JsonObject> => {
    const text = JSON.stringify(unsigned);
    const known = lastChecked.get(unsigned);
    if (known?.text === text) return known.body;
    const body = await checkBody(JSON.parse(text), did);
    lastChecked.set(unsigned, { text, body });
    return body;
  };

  return {
    signDataIntegrity: async (unsigned) => {
      const body = await check(unsigned);
      const { kid, sign } = keys().ed25519;
      const proof = await createProof({
        document: body,
        verificationMethod: `${did}#${kid}`,
        created: creationOf(body, clock),
        sign,
      });
      const document = JSON.parse(JSON.stringify({ ...body, proof: [proof] }));
      refuse(checkSchema(document));
      await checkTerms(document);
      return { document, kid };
    },
    signJwt: async (unsigned) => {
      const body = await check(unsigned);
      const key = keys().rs256;
      const jws = await createJws({ payload: toJwtPayload(body), kid: keyUrl(origin, key.kid), key });
      return { jws, kid: key.kid };
    },
  };
}

async function checkBody(body: JsonObject, did: string): Promise<JsonObject> {
  if (issuerIdOf(body) !== did) throw unsafe('foreign-issuer', { issuer: issuerIdOf(body) ?? '' });
  if (body['proof'] !== undefined) throw unsafe('already-signed');
  refuse(checkSchema(body));
  const nquads = await checkTerms(body);
  if (!hasOneOrder(nquads)) throw unsafe('ambiguous-character-order');
  return body;
}

async function checkTerms(document: JsonObject): Promise<string> {
  const form = await canonicalise(document);
  if (form.kind === 'canonical') return form.nquads;
  const { kind, ...details } = form.fault;
  throw unsafe(kind, details);
}

function checkSchema(document: JsonObject): readonly Problem[] {
  if (hasType(document, 'OpenBadgeCredential') || hasType(document, 'AchievementCredential')) {
    return checkIssuedBadge(document);
  }
  if (hasType(document, 'EndorsementCredential')) return checkEndorsement(document);
  return checkCredentialShape(document);
}

function refuse([problem]: readonly Problem[]): void {
  if (problem !== undefined)
    throw unsafe(`${problem.pointer} ${problem.reason}`, { pointer: problem.pointer });
}

/** The proof has the date of the credential's `validFrom`, so that signing the same body again gives the same
 *  bytes. */
function creationOf(body: JsonObject, clock: Clock): Instant {
  const [from] = datesOf(body).beginnings;
  const time = typeof from === 'string' ? parseDateTime(from) : undefined;
  return time === undefined ? clock.now() : toInstant(new Date(time));
}

function unsafe(reason: string, details: Readonly<Record<string, string>> = {}): DomainError {
  return new DomainError('unsafe-credential', { ...details, reason });
}
