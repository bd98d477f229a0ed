import type { Fetched } from '../fetching/fetcher.ts';
import { type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import { fetchedObject } from '../reading/read-json.ts';
import { failed } from '../verification/run.ts';
import { authoriseKey, type KeyAnswer, notAuthorised, type Rejection, unreachable } from './authorised.ts';
import { type KeySearch, resolveController, webOriginOf } from './controller.ts';
import { findListedMethod, listedDescriptions, type ProofPurpose } from './listed-methods.ts';
import { holdsKey, isSameKey, publicMaterialOf } from './public-material.ts';

/** A verification method, named by its id, of an issuer or a holder. */
export interface NamedMethod {
  readonly methodId: string;
  /** The identifier in whose name something was signed. */
  readonly issuer: string;
  readonly purpose: ProofPurpose;
}

/** The key of a verification method, from the issuer's own controller document (Controlled Identifiers 1.0
 *  §3.3). Where that document lists the method and does not describe its key, the document at the method's own
 *  address does. */
export async function findByMethod(named: NamedMethod, needs: KeySearch): Promise<KeyAnswer> {
  const { methodId, issuer, purpose } = named;
  const controller = await resolveController(issuer, needs);
  if (controller.kind === 'unreachable') return unreachable(controller.reason, controller);
  if (controller.kind === 'mismatch') return notAuthorised(controller.reason);
  const { isListed, described } = findListedMethod(controller.document, methodId, purpose);
  if (!isListed) {
    const compromised = await findCompromise(methodId, issuer, needs);
    return compromised ?? notAuthorised(`${issuer} does not list ${methodId} for ${purpose}`);
  }
  const [first, ...more] = described;
  const around = { issuer, listed: listedDescriptions(controller.document, purpose) };
  if (first !== undefined && described.some(holdsKey)) return judge([first, ...more], around, needs);
  return findElsewhere(named, described, { around, needs });
}

/** The issuer, and every description of the methods that it lists. */
interface Around {
  readonly issuer: string;
  readonly listed: readonly JsonObject[];
}

/** A key that has a document of its own, and that the issuer lists by its address. */
async function findElsewhere(
  { methodId, issuer }: NamedMethod,
  described: readonly JsonObject[],
  { around, needs }: { readonly around: Around; readonly needs: KeySearch },
): Promise<KeyAnswer> {
  if (!/^https?:/.test(methodId)) return notAuthorised(`${methodId} is listed but nowhere described`);
  const fetched = await fetchKeyDocument(methodId, issuer, needs);
  if (fetched.kind === 'refused') return fetched;
  if (fetched.document['id'] !== methodId) return notAuthorised(`the document at ${methodId} has another id`);
  return judge([fetched.document, ...described], around, needs);
}

/** Judges every description of one method: the controller of each is the issuer, and all have one key. A key
 *  that the issuer ended under one name has ended under the others. */
function judge(
  descriptions: readonly [JsonObject, ...JsonObject[]],
  { issuer, listed }: Around,
  { now }: KeySearch,
): KeyAnswer {
  if (!descriptions.every((one) => isControlledBy(one, issuer)))
    return notAuthorised(`the controller of the key is not ${issuer}`);
  const [first = descriptions[0], ...others] = descriptions.filter(holdsKey);
  if (others.some((other) => publicMaterialOf(other) === undefined || !isSameKey(first, other)))
    return notAuthorised('one method is described with two keys');
  const underOtherNames = listed.filter((one) => isSameKey(one, first));
  return authoriseKey([first, ...descriptions, ...underOtherNames], now());
}

export function isControlledBy(method: JsonObject, issuer: string): boolean {
  return listOf(method['controller']).includes(issuer);
}

const ACCEPT = 'application/jwk+json, application/ld+json, application/json';

/** What stands at the address of a key, or the reason why nothing is read there. */
export type KeyDocument = { readonly kind: 'fetched'; readonly document: JsonObject } | Rejection;

/** The document at the address of a key. It is only compared with what the issuer lists: it never shows by
 *  itself for whom the key speaks. */
export async function fetchKeyDocument(url: string, issuer: string, needs: KeySearch): Promise<KeyDocument> {
  const fetched = await needs.fetch(url, ACCEPT);
  if (fetched.kind === 'unreachable') return unreachable(`${url}: ${fetched.reason}`, fetched);
  const compromised = isOfIssuer(url, issuer, needs) ? toCompromise(fetched) : undefined;
  if (compromised) return compromised;
  if (fetched.kind === 'status') return unreachable(`${url} answers ${fetched.status}`);
  const document = fetchedObject(fetched);
  return document ? { kind: 'fetched', document } : unreachable(`${url} is not a JSON document`);
}

/** Reads the address of a key that its issuer does not list any more, because the issuer's own site may answer
 *  that the key is compromised. */
async function findCompromise(
  methodId: string,
  issuer: string,
  needs: KeySearch,
): Promise<Rejection | undefined> {
  const fragment = methodId.split('#')[1];
  const origin = webOriginOf(issuer, needs.ownOrigin);
  if (origin === undefined) return undefined;
  const address = fragment === undefined ? methodId : `${origin}/keys/${encodeURIComponent(fragment)}`;
  return isOfIssuer(address, issuer, needs) ? toCompromise(await needs.fetch(address, ACCEPT)) : undefined;
}

/** Whether the address is on the site of the issuer. Another site cannot call its key stolen. */
function isOfIssuer(url: string, issuer: string, { ownOrigin }: KeySearch): boolean {
  return URL.canParse(url) && new URL(url).origin === webOriginOf(issuer, ownOrigin);
}

/** The answer of our own service for a compromised key: 410, and problem details with the date and the
 *  reason. */
function toCompromise(fetched: Fetched): Rejection | undefined {
  if (fetched.kind !== 'status' || fetched.status !== 410) return undefined;
  const problem = fetchedObject(fetched);
  if (problem?.['code'] !== 'key-compromised') return undefined;
  const at = textOf(problem, 'compromisedAt') ?? '';
  const reason = textOf(problem, 'reason') ?? '';
  const detail = `the key was declared compromised on ${at}: ${reason}`;
  return { kind: 'refused', step: failed('proof', 'key-compromised', detail, { at, reason }) };
}
