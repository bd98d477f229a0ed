import { isJsonObject, type JsonObject, listOf, textOf } from '../../openbadges/json-value.ts';
import type { Step } from '../../openbadges/report.ts';
import { parseDateTime } from '../../openbadges/rfc3339.ts';
import type { Fetched } from '../ports.ts';
import { findListedMethod, type ProofPurpose, resolveController, webOriginOf } from './controller.ts';
import { isPublishedTestKey } from './published-test-key.ts';
import { fetchedObject } from './read-json.ts';
import { failed, notChecked, type Run } from './run.ts';

/** A key that its controller lists for signing, or the proof step with the reason why there is none. */
export type KeyLookup =
  | { readonly kind: 'found'; readonly method: JsonObject }
  | { readonly kind: 'refused'; readonly step: Step };

const ACCEPT = 'application/jwk+json, application/ld+json, application/json';

/** The verification method with an id, from the controller's own document (Controlled Identifiers 1.0 §3.3).
 *  A key that only names the issuer in its fragment or `controller` is not trusted: the issuer must list
 *  it. */
export async function findKey(
  methodId: string,
  controllerId: string,
  run: Run,
  purpose: ProofPurpose = 'assertionMethod',
): Promise<KeyLookup> {
  const controller = await resolveController(controllerId, run);
  if (controller.kind === 'unreachable') return unreachable(controller.reason, controller.isGone);
  if (controller.kind === 'mismatch') return notAuthorised(controller.reason);
  const listed = findListedMethod(controller.document, methodId, purpose);
  if (!listed.isListed) {
    const compromised = await findCompromise(methodId, controllerId, run);
    return compromised ?? notAuthorised(`${controllerId} does not list ${methodId} for ${purpose}`);
  }
  if (listed.method) return checkMethod(listed.method, controllerId, run);
  return findKeyDocument(methodId, controllerId, run);
}

/** A key that has a document of its own, and that the controller lists by its address. */
async function findKeyDocument(methodId: string, controllerId: string, run: Run): Promise<KeyLookup> {
  if (!/^https?:/.test(methodId)) return notAuthorised(`${methodId} is listed but nowhere described`);
  const key = await fetchKey(methodId, run);
  if (key.kind === 'refused') return key;
  if (key.method['id'] !== methodId) return notAuthorised(`the document at ${methodId} has another id`);
  return checkMethod(key.method, controllerId, run);
}

/** The JSON document of one key. If its address answers that the key is compromised, the compromise is
 *  returned. */
export async function fetchKey(url: string, run: Run): Promise<KeyLookup> {
  const fetched = await run.fetch(url, ACCEPT);
  if (fetched.kind === 'unreachable') return unreachable(`${url}: ${fetched.reason}`);
  const compromised = toCompromise(fetched);
  if (compromised) return compromised;
  if (fetched.kind === 'status') return unreachable(`${url} answers ${fetched.status}`);
  const method = fetchedObject(fetched);
  return method ? { kind: 'found', method } : unreachable(`${url} is not a JSON document`);
}

/** Reads the address of a key that its controller no longer lists, because it may answer that the key is
 *  compromised. */
async function findCompromise(
  methodId: string,
  controllerId: string,
  run: Run,
): Promise<KeyLookup | undefined> {
  const fragment = methodId.split('#')[1];
  const origin = webOriginOf(controllerId, run.ownOrigin);
  if (origin === undefined) return undefined;
  const address = fragment === undefined ? methodId : `${origin}/keys/${encodeURIComponent(fragment)}`;
  return toCompromise(await run.fetch(address, ACCEPT));
}

/** The answer of our own service for a compromised key: 410, and problem details with the date and the
 *  reason. */
function toCompromise(fetched: Fetched): KeyLookup | undefined {
  if (fetched.kind !== 'status' || fetched.status !== 410) return undefined;
  const problem = fetchedObject(fetched);
  if (problem?.['code'] !== 'key-compromised') return undefined;
  const at = textOf(problem, 'compromisedAt') ?? '';
  const reason = textOf(problem, 'reason') ?? '';
  const detail = `the key was declared compromised on ${at}: ${reason}`;
  return { kind: 'refused', step: failed('proof', 'key-compromised', detail, { at, reason }) };
}

function checkMethod(method: JsonObject, controllerId: string, run: Run): KeyLookup {
  const reason = whyUnusable(method, controllerId, run);
  return reason === undefined ? { kind: 'found', method } : notAuthorised(reason);
}

export const PUBLISHED = 'the key is the published one of the implementation guide';

/** Why a listed key cannot sign for this controller today; undefined where it can. */
export function whyUnusable(method: JsonObject, controllerId: string, run: Run): string | undefined {
  if (!listOf(method['controller']).includes(controllerId)) {
    return `the controller of the key is not ${controllerId}`;
  }
  if (isPublishedTestKey(method)) return PUBLISHED;
  return whyEnded(method, run);
}

/** The reason why a key has ended by its own description; undefined where it has not. */
export function whyEnded(method: JsonObject, run: Run): string | undefined {
  // Keys are read by their JSON names, so an end in the past under another spelling would be overlooked.
  const odd = Object.keys(method).find((name) => name !== '@context' && /^@|:/.test(name));
  if (odd !== undefined) return `the key is described in a way that can hide its end: ${odd}`;
  // Controlled Identifiers 1.0 §2.2: after either date, a key must not verify anything.
  const ended = ['expires', 'revoked'].find(
    (name) => method[name] !== undefined && !isAfter(method[name], run.now()),
  );
  return ended && `the key carries a past ${ended} date`;
}

function isAfter(date: unknown, now: number): boolean {
  const time = typeof date === 'string' ? parseDateTime(date) : undefined;
  return time !== undefined && time > now;
}

export function notAuthorised(detail: string): { readonly kind: 'refused'; readonly step: Step } {
  return { kind: 'refused', step: failed('proof', 'key-not-authorised', detail) };
}

export function unreachable(
  detail: string,
  isGone = false,
): { readonly kind: 'refused'; readonly step: Step } {
  const params = isGone ? { gone: 1 } : undefined;
  return { kind: 'refused', step: notChecked('proof', 'key-unreachable', detail, params) };
}

/** Whether two public keys are the same, whatever other members the JWKs have. */
export function isSameKey(one: unknown, other: unknown): boolean {
  const material = (jwk: unknown) =>
    isJsonObject(jwk)
      ? ['kty', 'crv', 'x', 'y', 'n', 'e'].map((name) => textOf(jwk, name) ?? '').join(' ')
      : '';
  const [left, right] = [material(one), material(other)];
  return left.trim() !== '' && left === right;
}
