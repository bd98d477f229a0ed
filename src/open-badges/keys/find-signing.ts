import { findLegacyKey, type LegacySigned } from '../legacy/find-key.ts';
import { isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import { fetchedObject } from '../reading/read-json.ts';
import { authoriseKey, badHeader, type KeyAnswer, notAuthorised, unreachable } from './authorised.ts';
import { type Controller, type KeySearch, resolveController, webOriginOf } from './controller.ts';
import {
  fetchKeyDocument,
  findByMethod,
  isControlledBy,
  type KeyDocument,
  type NamedMethod,
} from './find-by-method.ts';
import { fitsKey } from './jwt-algorithms.ts';
import { findListedMethod, listedIds, statesMethods } from './listed-methods.ts';
import { isSameKey } from './public-material.ts';
import { findKeyError } from './rejection.ts';

/** The ways in which a document names the key that signed it: an embedded proof by a verification method, a
 *  VC-JWT by its header, a badge of an older version by its assertion. */
export type KeyQuestion =
  | ({ readonly kind: 'method' } & NamedMethod)
  | ({ readonly kind: 'header' } & NamedByHeader)
  | ({ readonly kind: 'older' } & LegacySigned);

/** The key that signed a document, if it speaks for this issuer, for this purpose, now (docs/adr/0035). This
 *  question is asked here for every credential, list, newer version and presentation, in every form. Only what
 *  the issuer's own address serves can answer it: a document never vouches for itself. */
export function findSigningKey(question: KeyQuestion, needs: KeySearch): Promise<KeyAnswer> {
  switch (question.kind) {
    case 'method':
      return findByMethod(question, needs);
    case 'header':
      return findByHeader(question, needs);
    case 'older':
      return findLegacyKey(question, needs);
  }
}

/** The header of a VC-JWT, and the issuer in whose name it was signed. */
interface NamedByHeader {
  readonly header: JsonObject;
  readonly issuer: string;
}

/** The key of a VC-JWT (Open Badges 3.0, "JSON Web Token Proof Format"). The header names the key in several
 *  ways: `kid` as a method that the issuer lists, `kid` as the address of a document, `jwk`. The two last only
 *  say which key is meant: the issuer must list the same bytes. */
async function findByHeader(named: NamedByHeader, needs: KeySearch): Promise<KeyAnswer> {
  const answer = await find(named, needs);
  if (answer.kind === 'refused') return answer;
  const { alg, jwk } = named.header;
  if (isJsonObject(jwk) && !isSameKey(answer.key.jwk, jwk)) return badHeader('kid and jwk are two keys');
  const fits = typeof alg === 'string' && fitsKey(alg, answer.key.jwk);
  return fits ? answer : badHeader('alg does not fit the kind of key');
}

async function find({ header, issuer }: NamedByHeader, needs: KeySearch): Promise<KeyAnswer> {
  const written = textOf(header, 'kid');
  // A fragment alone means a key of the issuer.
  const kid = written?.startsWith('#') ? `${issuer}${written}` : written;
  const controller = await resolveController(issuer, needs);
  if (controller.kind === 'mismatch') return notAuthorised(controller.reason);
  if (kid !== undefined && isMethodOf(controller, kid, issuer))
    return findByMethod({ methodId: kid, issuer, purpose: 'assertionMethod' }, needs);
  const read = kid === undefined ? undefined : await readKid(kid, issuer, needs);
  if (read?.kind === 'refused') return read;
  const meant = read?.document ?? header['jwk'];
  if (!isJsonObject(meant)) return badHeader('jwk is no key');
  const error = findKeyError(meant, needs.now());
  if (error !== undefined) return notAuthorised(error);
  const { jwk } = header;
  if (isJsonObject(jwk) && !isSameKey(meant, jwk)) return badHeader('kid and jwk are two keys');
  return findEqual(meant, { issuer, controller }, needs);
}

function isMethodOf(controller: Controller, kid: string, issuer: string): boolean {
  if (kid.startsWith(`${issuer}#`)) return true;
  return (
    controller.kind === 'found' && findListedMethod(controller.document, kid, 'assertionMethod').isListed
  );
}

/** The description of a key at an address that the issuer does not list: a JWK, or a method that states this
 *  address and this issuer. */
async function readKid(kid: string, issuer: string, needs: KeySearch): Promise<KeyDocument> {
  if (!/^https?:\/\//.test(kid)) return notAuthorised(`${kid} is not a key of ${issuer}`);
  const fetched = await fetchKeyDocument(kid, issuer, needs);
  if (fetched.kind === 'refused') return fetched;
  const { document } = fetched;
  if (document['id'] !== undefined && document['id'] !== kid)
    return notAuthorised(`the document at ${kid} has another id`);
  if (document['controller'] !== undefined && !isControlledBy(document, issuer))
    return notAuthorised(`the controller of the key is not ${issuer}`);
  return fetched;
}

interface ControllerQuery {
  readonly issuer: string;
  readonly controller: Exclude<Controller, { kind: 'mismatch' }>;
}

/** The listed key with the same bytes. Where the issuer's own document states no method at all, the key set of
 *  its origin is its list; where it states some, the key set adds nothing. */
async function findEqual(
  meant: JsonObject,
  requested: ControllerQuery,
  needs: KeySearch,
): Promise<KeyAnswer> {
  const { issuer, controller } = requested;
  const document = controller.kind === 'found' ? controller.document : undefined;
  const methodId = document && findMethodOf(meant, document, issuer);
  if (methodId !== undefined) return findByMethod({ methodId, issuer, purpose: 'assertionMethod' }, needs);
  if (document !== undefined && statesMethods(document)) return notAuthorised(`${issuer} lists no such key`);
  if (controller.kind === 'unreachable' && !isSilent(controller, issuer))
    return unreachable(controller.reason, controller);
  return findInKeySet(meant, requested, needs);
}

/** The id of a listed method with this key: one that the issuer controls, where there are several. */
function findMethodOf(meant: JsonObject, document: JsonObject, issuer: string): string | undefined {
  const describe = (id: string) =>
    findListedMethod(document, id, 'assertionMethod').described.filter((one) => isSameKey(one, meant));
  const ids = listedIds(document, 'assertionMethod').filter((id) => describe(id).length > 0);
  return ids.find((id) => describe(id).some((one) => isControlledBy(one, issuer))) ?? ids[0];
}

/** Whether an issuer with a web address has no document there, or a page for people. A DID without a document
 *  names no one. */
function isSilent({ isGone, isPage }: Extract<Controller, { kind: 'unreachable' }>, issuer: string): boolean {
  return /^https?:\/\//.test(issuer) && (isGone === true || isPage === true);
}

/** The key in the key set of the issuer's origin (1EdTech's list of allowed keys). An entry with `iss` is that
 *  issuer's alone. */
async function findInKeySet(
  meant: JsonObject,
  { issuer, controller }: ControllerQuery,
  needs: KeySearch,
): Promise<KeyAnswer> {
  const origin = webOriginOf(issuer, needs.ownOrigin);
  if (origin === undefined) return notAuthorised(`${issuer} lists no such key`);
  const url = `${origin}/.well-known/jwks.json`;
  const fetched = await needs.fetch(url, 'application/jwk-set+json, application/json');
  const keys = listOf(fetchedObject(fetched)?.['keys']).filter(isJsonObject);
  const isOf = ({ iss }: JsonObject) => iss === undefined || iss === issuer;
  const [first, ...more] = keys.filter((key) => isSameKey(key, meant) && isOf(key));
  if (first !== undefined) return authoriseKey([first, ...more], needs.now());
  return controller.kind === 'unreachable' && fetched.kind !== 'ok'
    ? unreachable(controller.reason, controller)
    : notAuthorised(`${issuer} lists no such key`);
}
