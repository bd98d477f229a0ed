import { authoriseKey, badHeader, type KeyAnswer, notAuthorised, unreachable } from '../keys/authorised.ts';
import type { KeySearch } from '../keys/controller.ts';
import { fetchText, referenceOf } from '../keys/fetch-served.ts';
import { fitsKey } from '../keys/jwt-algorithms.ts';
import { findOutside, type ServedIssuer } from '../keys/served-issuer.ts';
import { isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import { readJson } from '../reading/read-json.ts';
import { isWebAddress, type LegacyBadge, verificationOf } from './badge.ts';
import { readPem } from './pem-key.ts';
import { isSameAddress } from './verification-scope.ts';

/** A signed badge of an older version, and its issuer. */
export interface LegacySigned {
  readonly badge: Pick<LegacyBadge, 'assertion' | 'version'>;
  readonly alg: string;
  readonly issuer: ServedIssuer;
}

/** The key that the assertion names, or else the issuer's only key. From version 2.0 on, the key names the
 *  issuer as its owner and the issuer lists it (Open Badges 2.0, "Signed Verification"). */
export async function findLegacyKey(signed: LegacySigned, needs: KeySearch): Promise<KeyAnswer> {
  const answer = await find(signed, needs);
  if (answer.kind === 'refused' || fitsKey(signed.alg, answer.key.jwk)) return answer;
  return badHeader('alg does not fit the kind of key');
}

async function find({ badge, issuer }: LegacySigned, needs: KeySearch): Promise<KeyAnswer> {
  const verification = verificationOf(badge);
  if (badge.version !== '2.0') return findAtUrl(verification?.['url'], issuer, needs);
  const listed = listOf(issuer.profile['publicKey']);
  const named = verification?.['creator'];
  const address = named === undefined && listed.length === 1 ? referenceOf(listed[0]) : referenceOf(named);
  if (address === undefined) return notAuthorised('the assertion names no key');
  const entries = listed.filter((one) => isSameAddress(referenceOf(one), address));
  if (entries.length === 0) return notAuthorised(`${issuer.id} does not list the key ${address}`);
  const inside = entries.filter(isJsonObject).filter((one) => textOf(one, 'publicKeyPem') !== undefined);
  if (inside.length > 1) return notAuthorised(`${issuer.id} describes the key ${address} twice`);
  if (inside[0] !== undefined) return judge(inside[0], { address, issuer }, needs);
  // A key without a web address can only be in the profile.
  if (!isWebAddress(address)) return notAuthorised(`${address} is listed but nowhere described`);
  const text = await fetchText(address, needs);
  if (text === undefined) return noAnswer(address);
  const read = readJson(text);
  return read.kind === 'object'
    ? judge(read.object, { address, issuer }, needs)
    : notAuthorised(`${address} is not the document of a key`);
}

function judge(
  key: JsonObject,
  { address, issuer }: { readonly address: string; readonly issuer: ServedIssuer },
  needs: KeySearch,
): Promise<KeyAnswer> | KeyAnswer {
  if (!isSameAddress(textOf(key, 'id'), address))
    return notAuthorised(`the document at ${address} has another id`);
  if (!listOf(key['owner']).some((owner) => isSameAddress(referenceOf(owner), issuer.id)))
    return notAuthorised(`the owner of the key ${address} is not ${issuer.id}`);
  return ofPem(textOf(key, 'publicKeyPem') ?? '', { address, described: key }, needs);
}

/** The key at an address. Before 2.0 the address alone shows the owner of a key: it must be on the issuer's
 *  site. */
async function findAtUrl(address: unknown, issuer: ServedIssuer, needs: KeySearch): Promise<KeyAnswer> {
  if (!isWebAddress(address)) return notAuthorised('the assertion names no key');
  if (findOutside(issuer, [address]) !== undefined)
    return notAuthorised(`the key ${address} is not on the site of ${issuer.id}`);
  const text = await fetchText(address, needs);
  if (text === undefined) return noAnswer(address);
  const read = readJson(text);
  if (read.kind !== 'object') return ofPem(text, { address, described: {} }, needs);
  return ofPem(textOf(read.object, 'publicKeyPem') ?? '', { address, described: read.object }, needs);
}

/** The key of a PEM text and of the document around it, whose end it shares. */
async function ofPem(
  pem: string,
  { address, described }: { readonly address: string; readonly described: JsonObject },
  { now }: KeySearch,
): Promise<KeyAnswer> {
  const jwk = await readPem(pem);
  if (jwk === undefined) return notAuthorised(`${address} holds no public RSA key in PEM`);
  const { publicKeyPem: _, ...around } = described;
  return authoriseKey([jwk, around], now());
}

function noAnswer(address: string): KeyAnswer {
  return unreachable(`no answer from ${address}`);
}
