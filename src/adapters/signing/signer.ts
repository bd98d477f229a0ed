import { toJwtPayload } from '#open-badges/credential';
import { didOf, fromEd25519Multikey } from '#open-badges/keys';
import { hasType, issuerIdOf, type JsonObject } from '#open-badges/parsing';
import {
  type CanonicalizerChoice,
  checkUnsigned,
  createJws,
  createProof,
  datingOptions,
  type NQuads,
  type Primitives,
  type ProofRequest,
  portableCanonicalizer,
  portablePrimitives,
} from '#open-badges/proofs';
import { checkpointText } from '#open-badges/transparency-log';
import { copyJson } from '#open-badges/values';
import { digestsOf } from '../../application/badge-log/digests.ts';
import { asDomainError } from '../../application/open-badges-errors.ts';
import type { Clock, Signer } from '../../application/ports.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { keyUrl, logOrigin } from '../../issuing/addresses.ts';
import { schoolDidOf } from '../../issuing/school-did.ts';
import type { KeySet } from './key-ring.ts';
import { createProofByReference } from './reference-proof.ts';
import { deriveSchoolKey } from './school-key.ts';
import { signNote } from './sign-note.ts';

export interface SignerOptions {
  /** Public origin: our DID and the addresses of our keys are made from it. */
  readonly origin: string;
  /** Gives the current keys; it is called at each signature. */
  readonly keys: () => KeySet;
  /** Dates every proof: `created` and `iat` are the instant of signing, whatever the document says. */
  readonly clock: Clock;
  readonly road?: CanonicalizerChoice;
  readonly primitives?: Primitives;
}

/** A body that has passed every check. */
interface Checked {
  /** A copy, which neither the caller nor the receiver of the signed document can reach. */
  readonly body: JsonObject;
  /** Its canonical form; undefined if the reference implementation must sign it. */
  readonly nquads: NQuads | undefined;
}

/** Signs only credentials that are ours, conform to the standard and use no term outside their contexts.
 *  Every refusal is `unsafe-credential`, before any key is touched. The canonical form that was checked is
 *  the one that is signed. */
export function makeSigner(needs: SignerOptions): Signer {
  const { origin, keys, clock, road = portableCanonicalizer, primitives = portablePrimitives } = needs;
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

/** The canonical form of a body of ours that may be signed; undefined if the reference implementation must sign it. */
async function checkBody(
  body: JsonObject,
  { did, road }: { readonly did: string; readonly road: CanonicalizerChoice },
): Promise<NQuads | undefined> {
  if (issuerIdOf(body) !== did) throw unsafe('foreign-issuer', { issuer: issuerIdOf(body) ?? '' });
  const { nquads, isCompiled } = await asDomainError(() => checkUnsigned(body, road));
  return isCompiled ? nquads : undefined;
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
