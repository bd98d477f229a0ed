import { DomainError } from '../errors.ts';
import { refuseNumen } from '../person/numen.ts';
import type { IssuedCredential, Suspension } from './types.ts';

/** The suspension of a badge, with its texts trimmed (docs/rules.md, Suspension). Throws `reason-required`,
 *  `numen-refused`, `already-revoked`, `already-suspended`. */
export function decideSuspension(credential: IssuedCredential, stated: Suspension): Suspension {
  const { note, ...suspension } = stated;
  const [reason, saved] = [stated.reason.trim(), note?.trim()];
  if (!reason) throw new DomainError('reason-required', { action: 'suspend' });
  refuseNumen(reason, saved);
  requireStanding(credential);
  if (credential.suspension) {
    throw new DomainError('already-suspended', { id: credential.id, at: credential.suspension.at });
  }
  return { ...suspension, reason, ...(saved && { note: saved }) };
}

/** The suspension that ends. Throws `already-revoked`, `not-suspended`. */
export function decideResumption(credential: IssuedCredential): Suspension {
  requireStanding(credential);
  if (!credential.suspension) throw new DomainError('not-suspended', { id: credential.id });
  return credential.suspension;
}

/** Throws where the badge is revoked. An erased badge is always revoked too. */
function requireStanding({ id, revocation }: IssuedCredential): void {
  if (revocation) throw new DomainError('already-revoked', { id, at: revocation.at });
}
