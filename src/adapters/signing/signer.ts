import { digestsOf } from '../../application/badge-log/digests-of.ts';
import { asDomainError } from '../../application/open-badges-errors.ts';
import type { Clock, Signer } from '../../application/ports.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time/time.ts';
import { keyUrl, logOrigin } from '../../issuing/addresses.ts';
import { schoolDidOf } from '../../issuing/school-did.ts';
import { canonicalise } from '../../open-badges/canonicalization/canonical-form.ts';
import {
  type Canonicalise,
  type CanonicalRoad,
  portableRoad,
} from '../../open-badges/canonicalization/canonicalizer-choice.ts';
import { copyJson } from '../../open-badges/canonicalization/frozen-json.ts';
import type { NQuads } from '../../open-badges/canonicalization/serialise-dataset.ts';
import { checkIssuedRecord } from '../../open-badges/credential/clr.ts';
import { toJwtPayload } from '../../open-badges/credential/jwt-payload.ts';
import { checkCredentialShape, issuerIdOf } from '../../open-badges/input/credential-shape.ts';
import { didOf } from '../../open-badges/keys/did-web.ts';
import { fromEd25519Multikey } from '../../open-badges/keys/multibase.ts';
import { hasType, type JsonObject } from '../../open-badges/parsing/json-value.ts';
import type { Problem } from '../../open-badges/parsing/problem.ts';
import { checkIssuable } from '../../open-badges/proofs/check-issuable.ts';
import { createProof, type ProofRequest } from '../../open-badges/proofs/data-integrity.ts';
import { type Primitives, portablePrimitives } from '../../open-badges/proofs/primitives.ts';
import { createProofByReference } from '../../open-badges/proofs/reference-proof.ts';
import { createJws } from '../../open-badges/proofs/vc-jwt.ts';
import { checkEndorsement, checkIssuedBadge } from '../../open-badges/schema/conformance.ts';
import { checkpointText } from '../../open-badges/transparency-log/checkpoint.ts';
import type { KeySet } from './key-ring.ts';
import { deriveSchoolKey } from './school-key.ts';
import { signNote } from './sign-note.ts';

/** The form of the dates in our proofs, which N-Quads write unchanged. */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** The number of options kept: one for each key and list of contexts. A school that endorses has its own
 *  key. */
const MOST_KEPT = 1000;

const HIGH_BMP = /[\uE000-\uFFFF]/;

const SURROGATE = /[\uD800-\uDFFF]/;

export interface SignerParts {
  /** Public origin: our DID and the addresses of our keys are made from it. */
  readonly origin: string;
  /** Gives the current keys; it is called at each signature. */
  readonly keys: () => KeySet;
  /** Dates every proof: `created` and `iat` are the instant of signing, whatever the document says. */
  readonly clock: Clock;
  readonly road?: CanonicalRoad;
  readonly primitives?: Primitives;
}

/** A body that has passed every check. */
interface Checked {
  /** A copy, which neither the caller nor the receiver of the signed document can reach. */
  readonly body: JsonObject;
  /** Its canonical form; undefined where the reference implementation must sign it. */
  readonly nquads: NQuads | undefined;
}

/** Signs only credentials that are ours, conform to the standard and use no term outside their contexts.
 *  Every refusal is `unsafe-credential`, before any key is touched. The canonical form that was checked is
 *  the one that is signed. */
export function makeSigner(needs: SignerParts): Signer {
  const { origin, keys, clock, road = portableRoad, primitives = portablePrimitives } = needs;
  const did = didOf(origin);
  const tools = { canonicalise: datingOptions(road.own), primitives };

  const check = async (unsigned: JsonObject): Promise<Checked> => {
    const body = copyJson(unsigned) as JsonObject;
    return { body, nquads: await checkBody(body, { did, road }) };
  };

  const prove = (request: ProofRequest, nquads: NQuads | undefined): Promise<JsonObject | undefined> =>
    nquads === undefined ? createProofByReference(request) : createProof(request, nquads, tools);

  const embed = async ({ body, nquads }: Checked, created: Instant) => {
    const { kid, sign } = keys().ed25519;
    const proof = await prove({ document: body, verificationMethod: `${did}#${kid}`, created, sign }, nquads);
    if (proof === undefined) throw unsafe('unreadable-proof');
    return { document: copyJson({ ...body, proof: [proof] }) as JsonObject, kid };
  };

  return {
    signStatusList: async (unsigned) => {
      if (!hasType(unsigned, 'BitstringStatusListCredential')) throw unsafe('not-a-status-list');
      return embed(await check(unsigned), clock.now());
    },
    signDocument: async (unsigned) => {
      const { document, kid } = await embed(await check(unsigned), clock.now());
      return { document, keyIds: [kid], digests: await digestsOf(document, undefined, primitives.sha256Hex) };
    },
    signForms: async (unsigned) => {
      const checked = await check(unsigned);
      const at = clock.now();
      const { document, kid } = await embed(checked, at);
      const key = keys().rs256;
      const payload = asDomainError(() => toJwtPayload(checked.body, at));
      const jws = await createJws({ payload, kid: keyUrl(origin, key.kid), key });
      return {
        document,
        jws,
        keyIds: [kid, key.kid],
        digests: await digestsOf(document, jws, primitives.sha256Hex),
      };
    },
    signEndorsement: async (unsigned, uai) => {
      const body = copyJson(unsigned) as JsonObject;
      if (!hasType(body, 'EndorsementCredential')) throw unsafe('not-an-endorsement');
      const school = schoolDidOf(origin, uai);
      const nquads = await checkBody(body, { did: school, road });
      const { issuerKid, kid, publicKeyMultibase, sign } = await deriveSchoolKey(keys().ed25519, school);
      const verificationMethod = `${school}#${kid}`;
      const created = clock.now();
      const proof = await prove({ document: body, verificationMethod, created, sign }, nquads);
      if (proof === undefined) throw unsafe('unreadable-proof');
      const document = copyJson({ ...body, proof: [proof] }) as JsonObject;
      return { document, key: { kid, uai, publicKeyMultibase, issuerKid } };
    },
    signCheckpoint: async ({ log, size, root }) => {
      const { records, ed25519 } = keys();
      const name = logOrigin(origin, log);
      const signedAt = clock.now();
      const note = await signNote({
        name,
        text: checkpointText({ origin: name, size, root }),
        key: ed25519,
        publicKey: publicKeyOf(records, ed25519.kid),
        at: signedAt,
      });
      return { note, kid: ed25519.kid, signedAt };
    },
  };
}

/** The canonical form of a body that may be signed; undefined where only the library can make it. */
async function checkBody(
  body: JsonObject,
  { did, road }: { readonly did: string; readonly road: CanonicalRoad },
): Promise<NQuads | undefined> {
  if (issuerIdOf(body) !== did) throw unsafe('foreign-issuer', { issuer: issuerIdOf(body) ?? '' });
  if (body['proof'] !== undefined) throw unsafe('already-signed');
  refuse(checkSchema(body));
  refuse(checkIssuable(body));
  const compiled = await road.compiled(body);
  const nquads = compiled.kind === 'canonical' ? compiled.nquads : await checkTerms(body);
  if (!hasOneOrder(nquads)) throw unsafe('ambiguous-character-order');
  return compiled.kind === 'canonical' ? nquads : undefined;
}

async function checkTerms(document: JsonObject): Promise<NQuads> {
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
  const shape = checkCredentialShape(document);
  return hasType(document, 'ClrCredential') ? [...shape, ...checkIssuedRecord(document)] : shape;
}

function refuse([problem]: readonly Problem[]): void {
  if (problem !== undefined)
    throw unsafe(`${problem.pointer} ${problem.reason}`, { pointer: problem.pointer });
}

function publicKeyOf(records: KeySet['records'], kid: string): Uint8Array {
  const record = records.find((one) => one.kid === kid);
  const publicKey = fromEd25519Multikey(record?.publicKeyMultibase ?? '');
  if (publicKey === undefined) throw new Error(`the public half of ${kid} is missing`);
  return publicKey;
}

function unsafe(reason: string, details: Readonly<Record<string, string>> = {}): DomainError {
  return new DomainError('unsafe-credential', { ...details, reason });
}

/** Whether every implementation gets the same canonical form. RDFC-1.0 §5 sorts by code point; the library
 *  sorts by UTF-16 unit. The two orders differ only between a character past U+FFFF and one of U+E000–U+FFFF.
 *  Where they order the lines differently, a signature would verify here and fail elsewhere. */
function hasOneOrder(nquads: NQuads): boolean {
  const has = (characters: RegExp) => nquads.some((text) => characters.test(text));
  if (!has(SURROGATE) || !has(HIGH_BMP)) return true;
  const lines = nquads.join('').trimEnd().split('\n');
  const byCodePoint = lines.toSorted(compareCodePoints);
  return byCodePoint.every((line, at) => line === lines[at]);
}

function compareCodePoints(one: string, other: string): number {
  const [left, right] = [Array.from(one), Array.from(other)];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Canonicalises the options of our own proofs. With the same key and contexts they differ only in their
 *  date, so each date is put in the place of the first one. The order of the lines does not change: no other
 *  line has this predicate, and the proof is the only blank node. */
export function datingOptions(canonicalise: Canonicalise): Canonicalise {
  const kept = new Map<string, readonly [before: string, after: string]>();
  return async (options) => {
    const { created } = options;
    if (typeof created !== 'string' || !DATE.test(created)) return canonicalise(options);
    const undated = JSON.stringify({ ...options, created: '' });
    const known = kept.get(undated);
    if (known) return { kind: 'canonical', nquads: [known[0], created, known[1]] };
    const form = await canonicalise(options);
    if (form.kind === 'fault') return form;
    const [before, after, more] = form.nquads.join('').split(created);
    if (kept.size >= MOST_KEPT) kept.clear();
    // Where the date occurs twice, its place is ambiguous, and nothing is kept.
    if (before && after && more === undefined) kept.set(undated, [before, after]);
    return form;
  };
}
