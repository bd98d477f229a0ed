import { audit } from '../../domain/audit.ts';
import type { ProgramCredential } from '../../domain/award/program-credential.ts';
import { DomainError } from '../../domain/errors.ts';
import { isJsonObject, type JsonObject, textOf } from '../../openbadges/json-value.ts';
import { statusListEntry } from '../../openbadges/status-list.ts';
import { makeEntryDrawer, type StatusEntry } from '../credentials/draw-entries.ts';
import { digestOf } from '../digest.ts';
import type { Clock, Ids, Signer, Store } from '../ports.ts';
import { onceMore } from '../store/once-more.ts';
import { findIssueFault, withProofTerms, withStatus } from './find-issue-fault.ts';

interface Needs {
  readonly store: Store;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly origin: string;
}

export interface SignGiven {
  readonly credential: unknown;
  /** Present where the program asks for a place in our status lists. A credential without an id is found
   *  again by `credentialId`. */
  readonly status?: { readonly credentialId?: string | undefined } | undefined;
  readonly actor: string;
}

/** The most characters of an id that is stored: an index of PostgreSQL takes no more. */
const LONGEST_ID = 512;

/** Signs a credential of our issuer that a program of the DANE composed (VC-API, "Issue Credential"). The
 *  audit records who asked and the digest of the signed document, but not its content. Throws
 *  `invalid-request`, `credential-id-taken`. */
export const signGiven =
  (needs: Needs) =>
  ({ credential, status, actor }: SignGiven): Promise<JsonObject> => {
    if (!isJsonObject(credential)) throw refused('credential is not a JSON object');
    const fault = findIssueFault(credential, needs.origin);
    if (fault !== undefined) throw refused(fault);
    const form = withProofTerms(credential);
    if (status === undefined) return sign(needs, form, actor);
    const id = idToKeep(credential, status.credentialId);
    return onceMore(() => signWithStatus(needs, { form, id, actor }));
  };

async function sign(
  { store, signer, clock }: Needs,
  unsigned: JsonObject,
  actor: string,
): Promise<JsonObject> {
  const { document, kid } = await signer.signDataIntegrity(unsigned).catch(toRefusal);
  const subject = await digestOf(document);
  await store.commit([
    { kind: 'keys-signed', keyIds: [kid] },
    audit('credential-signed', { at: clock.now(), actor, subject }),
  ]);
  return document;
}

interface WithStatus {
  readonly form: JsonObject;
  readonly id: string;
  readonly actor: string;
}

async function signWithStatus(needs: Needs, { form, id, actor }: WithStatus): Promise<JsonObject> {
  const { store, signer, clock, origin } = needs;
  if (await store.readProgramCredential(id)) throw new DomainError('credential-id-taken', { id });
  const [entry] = await makeEntryDrawer(needs, 'programs')(1);
  if (!entry) throw new DomainError('store-conflict', { constraint: 'status_index' });
  const unsigned = withStatus(form, statusListEntry(origin, entry));
  const { document, kid } = await signer.signDataIntegrity(unsigned).catch(toRefusal);
  const digest = await digestOf(document);
  const at = clock.now();
  const credential = { ...placedAt(entry), id, digest, signedAt: at, signedBy: actor };
  await store.commit([
    { kind: 'keys-signed', keyIds: [kid] },
    { kind: 'program-credential-signed', credential },
    audit('credential-signed', { at, actor, subject: digest }),
  ]);
  return document;
}

function placedAt({ listId, index }: StatusEntry): Pick<ProgramCredential, 'statusListId' | 'statusIndex'> {
  return { statusListId: listId, statusIndex: index };
}

/** The id by which the program can find the credential again. */
function idToKeep(credential: JsonObject, credentialId: string | undefined): string {
  if (credential['credentialStatus'] !== undefined) throw refused('/credentialStatus stands there already');
  const id = credentialId ?? textOf(credential, 'id');
  if (id === undefined) throw refused('a status needs /id or options.credentialId');
  if (id.length > LONGEST_ID || /\p{Cc}/u.test(id)) {
    throw refused(`the id of a status has at most ${LONGEST_ID} characters, without control characters`);
  }
  return id;
}

/** Throws `invalid-request` for a credential that cannot be signed, because the request is at fault. */
function toRefusal(error: unknown): never {
  if (error instanceof DomainError && error.code === 'unsafe-credential') {
    const { reason, ...details } = error.params;
    const said = Object.values(details).filter((value) => typeof value === 'string' && value !== '');
    throw refused([reason, ...said].join(' '));
  }
  throw error;
}

function refused(reason: string): DomainError {
  return new DomainError('invalid-request', { reason });
}
