import {
  type BitstringStatusListEntry,
  CREDENTIALS_V1,
  checkNulls,
  checkPeriod,
  DATA_INTEGRITY_V2,
  STATUS_V1,
} from '#open-badges/credential';
import { didOf } from '#open-badges/keys';
import {
  checkCredentialShape,
  checkRelatedResources,
  findExcess,
  findNotPlain,
  isJsonObject,
  type JsonObject,
  listOf,
  pointerTo,
  skeletonOf,
  textOf,
} from '#open-badges/parsing';
import { makeEntryDrawer, type StatusEntry } from '../../application/credentials/status-entries.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import { statusListEntry } from '../../issuing/status-list.ts';
import { makeOwnMarks } from '../trusted-lists/actions-own-marks.ts';
import type { ProgramCredential } from './feature.ts';

export interface SignGiven {
  readonly credential: unknown;
  /** The id by which a credential without an id of its own is found again. */
  readonly credentialId?: string | undefined;
  readonly actor: string;
}

/** The most characters of an id that is stored: an index of PostgreSQL takes no more. */
const LONGEST_ID = 512;

/** Signs a credential of our issuer that a program of the DANE composed (VC-API, "Issue Credential"), with a
 *  place in our status lists, so that it can be revoked. It names nothing of ours: badges of this service are
 *  signed through awards alone. The audit records who asked and the digest of the signed document, but not its
 *  content. Throws `invalid-request`, `credential-id-taken`. */
export const signGiven = (ports: Ports) => {
  const findOfOurs = makeOwnFinder(ports);
  return async ({ credential, credentialId, actor }: SignGiven): Promise<JsonObject> => {
    if (!isJsonObject(credential)) throw refused('credential is not a JSON object');
    const fault =
      findIssueError(credential, findOfOurs) ?? findOfOurs({ ...(credentialId && { credentialId }) });
    if (fault !== undefined) throw refused(fault);
    const id = externalId(credential, credentialId);
    const form = withProofTerms(credential);
    return retryOnConflict(() => signWithStatus(ports, { form, id, actor }));
  };
};

interface WithStatus {
  readonly form: JsonObject;
  /** Undefined if it is found again by its place. */
  readonly id: string | undefined;
  readonly actor: string;
}

async function signWithStatus(ports: Ports, { form, id, actor }: WithStatus): Promise<JsonObject> {
  const { store, signer, clock, origin } = ports;
  if (id !== undefined && (await store.readProgramCredential(id))) {
    throw new DomainError('credential-id-taken', { id });
  }
  const [entry] = await makeEntryDrawer(ports, 'programs')(1);
  if (!entry) throw new DomainError('store-conflict', { constraint: 'status_index' });
  const status = statusListEntry(origin, entry);
  const signed = await signer.signDocument(withStatus(form, status)).catch(toRejection);
  const { document, keyIds, digests } = signed;
  const digest = `sha256$${digests.document}`;
  const at = clock.now();
  const credential = { ...placedAt(entry), id: id ?? status.id, digest, signedAt: at, signedBy: actor };
  await store.commit([
    { kind: 'keys-signed', keyIds },
    { kind: 'program-credential-signed', credential, digests },
    audit('credential-signed', { at, actor, subject: digest }),
  ]);
  return document;
}

function placedAt({ listId, index }: StatusEntry): Pick<ProgramCredential, 'statusListId' | 'statusIndex'> {
  return { statusListId: listId, statusIndex: index };
}

/** The id by which the program can find the credential again; undefined if it gave none. */
function externalId(credential: JsonObject, credentialId: string | undefined): string | undefined {
  const id = credentialId ?? textOf(credential, 'id');
  if (id !== undefined && (id.length > LONGEST_ID || /\p{Cc}/u.test(id))) {
    throw refused(`the id of a credential has at most ${LONGEST_ID} characters, without control characters`);
  }
  return id;
}

/** Throws `invalid-request` for a credential that cannot be signed, because the request is at fault. */
function toRejection(error: unknown): never {
  if (error instanceof DomainError && error.code === 'unsafe-credential') {
    const { reason, ...details } = error.params;
    const stated = Object.values(details).filter((value) => typeof value === 'string' && value !== '');
    throw refused([reason, ...stated].join(' '));
  }
  throw error;
}

function refused(reason: string): DomainError {
  return new DomainError('invalid-request', { reason });
}

/** Why a credential sent by a program is not signed; undefined if its form is right. The signer then
 *  checks its terms, its issuer and its class. `findOfOurs` says what it names that only an award may name. */
function findIssueError(
  credential: JsonObject,
  findOfOurs: (document: JsonObject) => string | undefined,
): string | undefined {
  if (credential['proof'] !== undefined) return '/proof stands there already';
  // The service gives each credential its place, so that each can be revoked.
  if (credential['credentialStatus'] !== undefined) return '/credentialStatus stands there already';
  const [problem] = [
    ...checkCredentialShape(credential),
    ...checkNulls(credential),
    ...checkPeriod(credential),
    ...checkRelatedResources(credential),
  ];
  if (problem) return `${problem.pointer || 'the credential'} ${problem.reason}`;
  const fault = findExcess(credential) ?? findNotPlain(credential);
  if (fault) return fault.reason;
  return findBadText(credential) ?? findOfOurs(credential);
}

/** The fault of a name or description that is neither a text nor a list of texts with their languages. */
function findBadText(credential: JsonObject): string | undefined {
  const isText = (value: unknown) => typeof value === 'string' || isJsonObject(value);
  const bad = ['name', 'description'].find((member) => !listOf(credential[member]).every(isText));
  return bad && `/${bad} is no text`;
}

/** The credential in the form that is signed. The context of the data model 1.1 lacks the terms of a proof,
 *  so another context is added. The credential that was sent is not changed. */
function withProofTerms(credential: JsonObject): JsonObject {
  const contexts = listOf(credential['@context']);
  const isOld = contexts[0] === CREDENTIALS_V1;
  const isThere = contexts.some(
    (one) => typeof one === 'string' && one.includes('/security/data-integrity/'),
  );
  return isOld && !isThere ? { ...credential, '@context': [...contexts, DATA_INTEGRITY_V2] } : credential;
}

/** The credential with its place in our lists. The context of the data model 1.1 lacks the terms for this
 *  too. */
function withStatus(credential: JsonObject, credentialStatus: BitstringStatusListEntry): JsonObject {
  const contexts = listOf(credential['@context']);
  const lacksTerms = contexts[0] === CREDENTIALS_V1 && !contexts.includes(STATUS_V1);
  return {
    ...credential,
    ...(lacksTerms && { '@context': [...contexts, STATUS_V1] }),
    credentialStatus: { ...credentialStatus },
  };
}

/** Titles shorter than this may occur inside another name by chance. */
const SHORTEST_INSIDE = 8;
/** Members by which an achievement or a credential is named. */
const NAMES: ReadonlySet<string> = new Set(['name', 'humanCode']);

/** The fault of a document for a program that names something of ours: an achievement, its criteria or image, a
 *  status list, the issuer's page or any other address of this service, or the title or code of a badge of ours.
 *  Only an award may name them, because whoever reads such a credential takes it for a badge of ours. */
function makeOwnFinder({ origin, issuer, catalogue }: Ports) {
  const marks = makeOwnMarks(origin, issuer);
  const did = didOf(origin);
  return (document: JsonObject): string | undefined => {
    const titles = titlesOf(catalogue);
    for (const { pointer, text, isName } of textsIn(document, '')) {
      const isIssuer = text === did && (pointer === '/issuer' || pointer === '/issuer/id');
      if (!isIssuer && marks.namesOwnOrigin(text)) {
        return `${pointer} names an address of this service, which only badges that it awarded do`;
      }
      if (isName && isTitle(skeletonOf(text), titles)) {
        return `${pointer} is the title or code of a badge that this service awards`;
      }
    }
    return undefined;
  };
}

/** The titles and codes of all badges that were ever defined, in the form in which names are compared. */
function titlesOf(catalogue: Ports['catalogue']): readonly string[] {
  const definitions = catalogue.versions().flatMap(({ achievements }) => achievements);
  const names = definitions.flatMap(({ code, name, titles }) => [
    code,
    name.fr,
    ...(name.en ? [name.en] : []),
    ...(titles ? [titles.feminine, titles.masculine] : []),
  ]);
  return [...new Set(names.map(skeletonOf))].filter((name) => name !== '');
}

function isTitle(name: string, titles: readonly string[]): boolean {
  return titles.some((title) => name === title || (title.length >= SHORTEST_INSIDE && name.includes(title)));
}

interface FoundText {
  readonly pointer: string;
  readonly text: string;
  /** Whether it stands in a member that names something, in any language. */
  readonly isName: boolean;
}

function* textsIn(value: unknown, pointer: string, isName = false): Generator<FoundText> {
  if (typeof value === 'string') yield { pointer, text: value, isName };
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) yield* textsIn(one, pointerTo(pointer, at), isName);
  }
  if (!isJsonObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    const names = NAMES.has(key) || (isName && key === '@value');
    yield* textsIn(member, pointerTo(pointer, key), names);
  }
}
