import { audit } from '../../domain/audit.ts';
import type { ProgramCredential } from '../../domain/award/program-credential.ts';
import { DomainError } from '../../domain/errors.ts';
import { isJsonObject, type JsonObject, textOf } from '../../openbadges/json-value.ts';
import { statusListEntry } from '../../openbadges/status-list.ts';
import { makeEntryDrawer, type StatusEntry } from '../credentials/draw-entries.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';
import { findIssueFault, withProofTerms, withStatus } from './find-issue-fault.ts';
import { makeOwnFinder } from './find-of-ours.ts';

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
      findIssueFault(credential, findOfOurs) ?? findOfOurs({ ...(credentialId && { credentialId }) });
    if (fault !== undefined) throw refused(fault);
    const id = idToKeep(credential, credentialId);
    const form = withProofTerms(credential);
    return onceMore(() => signWithStatus(ports, { form, id, actor }));
  };
};

interface WithStatus {
  readonly form: JsonObject;
  /** Undefined where it is found again by its place. */
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
  const signed = await signer.signDocument(withStatus(form, status)).catch(toRefusal);
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

/** The id by which the program can find the credential again; undefined where it gave none. */
function idToKeep(credential: JsonObject, credentialId: string | undefined): string | undefined {
  const id = credentialId ?? textOf(credential, 'id');
  if (id !== undefined && (id.length > LONGEST_ID || /\p{Cc}/u.test(id))) {
    throw refused(`the id of a credential has at most ${LONGEST_ID} characters, without control characters`);
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
