import { DomainError, type DomainErrorCode } from '../../domain/errors.ts';
import type { SaidChoice } from '../../domain/holder/holder-acts.ts';
import type { CredentialId } from '../../domain/ids.ts';
import type { Ports } from '../service-ports.ts';
import { acceptCredential } from './accept-credential.ts';

export interface AcceptNewBadges extends SaidChoice {
  readonly ids: readonly CredentialId[];
  readonly actor: string;
}

/** The result for one badge: it was accepted, or the reason why not. */
export interface BadgeAnswer {
  readonly id: CredentialId;
  readonly refused?: DomainErrorCode;
}

/** Accepts several new badges with one choice, one by one: a badge that was answered in the meantime or
 *  cannot be signed does not stop the others. Sending the form again changes nothing. A failure of the
 *  service is thrown after every badge was tried. */
export const acceptNewBadges =
  (ports: Ports) =>
  async ({ ids, ...said }: AcceptNewBadges): Promise<readonly BadgeAnswer[]> => {
    const answers: BadgeAnswer[] = [];
    const failures: unknown[] = [];
    for (const id of new Set(ids)) {
      try {
        await acceptCredential(ports)({ ...said, id, onlyNew: true });
        answers.push({ id });
      } catch (error) {
        if (error instanceof DomainError) answers.push({ id, refused: error.code });
        else failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return answers;
  };
