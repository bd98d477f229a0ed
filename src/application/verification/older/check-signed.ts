import { isJsonObject, type JsonObject, listOf, textOf } from '../../../openbadges/json-value.ts';
import { isWebAddress, type OlderBadge, verificationOf } from '../../../openbadges/older/older-badge.ts';
import { isInScope, isSameAddress, type OlderIssuer } from '../../../openbadges/older/older-scope.ts';
import { readPem } from '../../../openbadges/older/pem-key.ts';
import type { Step } from '../../../openbadges/report.ts';
import { ALGORITHMS } from '../jwt-algorithms.ts';
import { readJson } from '../read-json.ts';
import { failed, notChecked, passed, type Run } from '../run.ts';
import { type Established, findClassOutside } from './check-hosted.ts';
import { fetchText, referenceOf } from './fetch-served.ts';
import { gather } from './gather.ts';

type Signed = NonNullable<OlderBadge['signed']>;
type KeyFound = { readonly jwk: JsonObject } | { readonly step: Step };

/** Verifies a signed badge: a JWS made with a key of its issuer. The key must name the issuer as its owner,
 *  and the issuer must list the key (Open Badges 2.0, "Signed Verification"). */
export async function establishSigned(badge: OlderBadge, signed: Signed, run: Run): Promise<Established> {
  const header = checkHeader(signed.header);
  if (header) return { proof: header };
  const gathered = await gather(badge.assertion, badge.version, run);
  if ('step' in gathered) return { proof: gathered.step };
  const { issuer } = gathered;
  const key = await findKey(badge, issuer, run);
  if ('step' in key) return { proof: key.step, gathered };
  const alg = textOf(signed.header, 'alg') ?? '';
  if (ALGORITHMS[alg] !== key.jwk['kty']) {
    return { proof: failed('proof', 'bad-header', 'alg does not fit the kind of key') };
  }
  if (!(await run.proofs.verifyJws({ jws: signed.jws, jwk: key.jwk }))) {
    return { proof: failed('proof', 'bad-signature', 'the signature does not match the content') };
  }
  const detail = `${alg} signature verified with a key of ${issuer.id}`;
  const proof = findClassOutside(gathered) ?? passed('proof', 'ok', detail, { suite: alg });
  return { proof, gathered };
}

/** The fault of a header, for example an extension that must be understood but is not. */
function checkHeader(header: JsonObject): Step | undefined {
  const alg = textOf(header, 'alg') ?? '';
  if (alg === 'none') return failed('proof', 'no-proof', 'alg none: the JWS is not signed');
  if (!Object.hasOwn(ALGORITHMS, alg)) return failed('proof', 'unsupported-proof', `alg ${alg}`, { alg });
  if (header['crit'] !== undefined || header['b64'] !== undefined) {
    return failed('proof', 'bad-header', 'the header asks for an extension');
  }
  return undefined;
}

/** The key that the assertion names, or else the issuer's only key. */
async function findKey(badge: OlderBadge, issuer: OlderIssuer, run: Run): Promise<KeyFound> {
  const verification = verificationOf(badge);
  if (badge.version !== '2.0') return findKeyAtUrl(verification?.['url'], issuer, run);
  const listed = listOf(issuer.profile['publicKey']);
  const named = verification?.['creator'];
  const address = named === undefined && listed.length === 1 ? referenceOf(listed[0]) : referenceOf(named);
  if (address === undefined) return refuse('the assertion names no key');
  const entry = listed.find((one) => isSameAddress(referenceOf(one), address));
  if (entry === undefined) return refuse(`${issuer.id} does not list the key ${address}`);
  const document = await readKeyDocument(address, entry, run);
  if ('step' in document) return document;
  return checkKey(document.key, address, issuer);
}

/** The document of a key. Its own address takes precedence over the issuer's profile; a key without a web
 *  address can only be in the profile. */
async function readKeyDocument(
  address: string,
  entry: unknown,
  run: Run,
): Promise<{ readonly key: JsonObject } | { readonly step: Step }> {
  const isInside = isJsonObject(entry) && textOf(entry, 'publicKeyPem') !== undefined;
  if (isInside) return { key: entry };
  if (!isWebAddress(address)) return refuse(`${address} is listed but nowhere described`);
  const text = await fetchText(address, run);
  if (text === undefined) return unreachable(address);
  const read = readJson(text);
  return read.kind === 'object' ? { key: read.object } : refuse(`${address} is not the document of a key`);
}

async function checkKey(key: JsonObject, address: string, issuer: OlderIssuer): Promise<KeyFound> {
  if (!isSameAddress(textOf(key, 'id'), address)) return refuse(`the document at ${address} has another id`);
  if (!listOf(key['owner']).some((owner) => isSameAddress(referenceOf(owner), issuer.id))) {
    return refuse(`the owner of the key ${address} is not ${issuer.id}`);
  }
  return toJwk(textOf(key, 'publicKeyPem') ?? '', address);
}

/** The key at an address. Before 2.0 the address alone shows the owner of a key: it must be on the issuer's
 *  site. */
async function findKeyAtUrl(address: unknown, issuer: OlderIssuer, run: Run): Promise<KeyFound> {
  if (!isWebAddress(address)) return refuse('the assertion names no key');
  if (!isInScope(address, issuer)) return refuse(`the key ${address} is not on the site of ${issuer.id}`);
  const text = await fetchText(address, run);
  if (text === undefined) return unreachable(address);
  const read = readJson(text);
  return toJwk(read.kind === 'object' ? (textOf(read.object, 'publicKeyPem') ?? '') : text, address);
}

async function toJwk(pem: string, address: string): Promise<KeyFound> {
  const jwk = await readPem(pem);
  return jwk === undefined ? refuse(`${address} holds no public RSA key in PEM`) : { jwk };
}

function refuse(detail: string): { readonly step: Step } {
  return { step: failed('proof', 'key-not-authorised', detail) };
}

function unreachable(address: string): { readonly step: Step } {
  return { step: notChecked('proof', 'key-unreachable', `no answer from ${address}`) };
}
