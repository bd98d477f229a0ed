import { type AuthorisedKey, authoriseKey, fromBase64Url } from '#open-badges/keys';
import { isJsonObject, type JsonObject, listOf, textOf } from '#open-badges/parsing';
import type { Instant } from '../../domain/time/calendar.ts';
import { firstAhead } from '../../domain/time/clock-skew.ts';
import { keyIdOf, keyUrl } from '../../issuing/addresses.ts';
import { didDocument } from '../../issuing/did-document.ts';
import type { Ports } from '../service-ports.ts';

/** A key that signed for this service, by the public half in the database. */
interface OwnKey {
  /** Absent if the key is compromised, or where its public half is none. */
  readonly key?: AuthorisedKey;
  readonly isCompromised: boolean;
  /** From then on it signed nothing more. */
  readonly endedAt?: Instant | undefined;
}

export type OwnKeys = ReadonlyMap<string, OwnKey>;

/** The public halves in the database, by `kid`. */
export async function readOwnKeys({ store, origin, clock }: Ports): Promise<OwnKeys> {
  const records = await store.readPublicKeys();
  const methods = didDocument(origin, records).verificationMethod;
  const now = Date.parse(clock.now());
  return new Map(
    records.map(({ kid, state, retiredAt, compromised }) => {
      const method = methods.find(({ id }) => id === keyIdOf(origin, kid));
      const answer = method && authoriseKey([method as unknown as JsonObject], now);
      return [
        kid,
        {
          ...(answer?.kind === 'authorised' && { key: answer.key }),
          isCompromised: state === 'compromised',
          endedAt: retiredAt ?? compromised?.at,
        },
      ];
    }),
  );
}

/** Why a signature of ours does not hold; undefined if it does. */
export type SignatureError =
  | 'unreadable'
  | 'no-proof'
  | 'unknown-key'
  | 'compromised-key'
  | 'after-end-of-key'
  | 'wrong-signature';

/** Verifies the embedded proof of a document of ours. */
export async function findProofError(
  { proofs, origin }: Pick<Ports, 'proofs' | 'origin'>,
  keys: OwnKeys,
  text: string,
): Promise<SignatureError | undefined> {
  const document = parseObject(text);
  if (!document) return 'unreadable';
  const { proof: signed, ...secured } = document;
  const [proof, ...others] = listOf(signed);
  if (!isJsonObject(proof) || others.length > 0) return 'no-proof';
  const own = ownKeyOf(keys, textOf(proof, 'verificationMethod'), (kid) => keyIdOf(origin, kid));
  if (typeof own === 'string') return own;
  const created = textOf(proof, 'created') as Instant | undefined;
  if (own.endedAt !== undefined && (created ?? '') > firstAhead(own.endedAt)) return 'after-end-of-key';
  return (await proofs.verifyDataIntegrity({ secured, proof, key: own.key })) ? undefined : 'wrong-signature';
}

/** Verifies a compact JWS of ours. */
export async function findJwsError(
  { proofs, origin }: Pick<Ports, 'proofs' | 'origin'>,
  keys: OwnKeys,
  jws: string,
): Promise<SignatureError | undefined> {
  const header = readJws(jws)?.header;
  if (!header) return 'unreadable';
  const own = ownKeyOf(keys, textOf(header, 'kid'), (kid) => keyUrl(origin, kid));
  if (typeof own === 'string') return own;
  return (await proofs.verifyJws({ jws, key: own.key })) ? undefined : 'wrong-signature';
}

/** The key with this address, where it may still verify. */
function ownKeyOf(
  keys: OwnKeys,
  address: string | undefined,
  addressOf: (kid: string) => string,
): (Required<Pick<OwnKey, 'key'>> & OwnKey) | SignatureError {
  const kid = address?.split(/[#/]/).at(-1) ?? '';
  const own = keys.get(kid);
  if (!own || addressOf(kid) !== address) return 'unknown-key';
  if (own.isCompromised) return 'compromised-key';
  return own.key ? { ...own, key: own.key } : 'unknown-key';
}

/** Header and payload of a compact JWS; undefined if they are no JSON objects. */
export function readJws(
  jws: string,
): { readonly header: JsonObject; readonly payload: JsonObject } | undefined {
  const [header, payload] = jws.split('.', 2).map(parseJwsObject);
  return header && payload && { header, payload };
}

function parseJwsObject(part: string): JsonObject | undefined {
  try {
    return parseObject(new TextDecoder().decode(fromBase64Url(part)));
  } catch {
    return undefined;
  }
}

/** The JSON object in a text; undefined if there is none. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
