import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import { isJsonObject, type JsonObject } from '../../openbadges/json-value.ts';
import { digestOf } from '../digest.ts';
import type { Clock, Signer, Store } from '../ports.ts';
import { findIssueFault, withProofTerms } from './find-issue-fault.ts';

interface Needs {
  readonly store: Pick<Store, 'commit'>;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly origin: string;
}

export interface SignGiven {
  readonly credential: unknown;
  readonly actor: string;
}

/** Signs a credential of our issuer that a program of the DANE composed (VC-API, "Issue Credential"). The
 *  audit keeps who asked and the digest of what was signed, and nothing of its content. Throws
 *  `invalid-request`. */
export const signGiven =
  ({ store, signer, clock, origin }: Needs) =>
  async ({ credential, actor }: SignGiven): Promise<JsonObject> => {
    if (!isJsonObject(credential)) throw refused('credential is not a JSON object');
    const fault = findIssueFault(credential, origin);
    if (fault !== undefined) throw refused(fault);
    const { document } = await signer.signDataIntegrity(withProofTerms(credential)).catch(toRefusal);
    const subject = await digestOf(document);
    await store.commit([audit('credential-signed', { at: clock.now(), actor, subject })]);
    return document;
  };

/** What cannot be signed is the fault of the request. */
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
