import type { SignInDoubt } from '../../domain/access/account.ts';
import { TICKET_SECONDS } from '../../domain/access/newcomer.ts';
import type { SignedInIdentity } from '../../domain/access/signed-in-identity.ts';
import type { Change } from '../../domain/change/union.ts';
import { secondsAfter } from '../../domain/time/calendar.ts';
import { sha256Of } from '../digest.ts';
import type { Ids } from '../ports.ts';
import type { Ports } from '../service-ports.ts';

/** 256 random bits. */
export function makeSecret(ids: Pick<Ids, 'credentialId'>): string {
  return `${ids.credentialId()}${ids.credentialId()}`;
}

type Subject = Pick<SignedInIdentity, 'issuer' | 'subject'>;

/** Lets a browser speak for a subject that belongs to no person. It is kept as an attempt to sign in that no
 *  provider can finish, so the attempts of a network bound it. */
export async function makeTicket(
  { clock, ids }: Ports,
  { issuer, subject }: Subject,
  network: string,
): Promise<{ readonly secret: string; readonly changes: readonly Change[] }> {
  const secret = makeSecret(ids);
  const attempt = {
    secretHash: await sha256Of(secret),
    attempt: JSON.stringify({ newcomer: { issuer, subject } }),
    expiresAt: secondsAfter(clock.now(), TICKET_SECONDS),
  };
  return { secret, changes: [{ kind: 'sign-in-begun', network: await sha256Of(network), attempt }] };
}

/** The doubt of the browser's subject; undefined if the ticket has ended or the doubt was settled. */
export async function readTicket(
  { store, clock }: Ports,
  secret: string | undefined,
): Promise<SignInDoubt | undefined> {
  const attempt = secret === undefined ? undefined : await store.readSignInAttempt(await sha256Of(secret));
  if (!attempt || attempt.expiresAt <= clock.now()) return undefined;
  const { newcomer } = JSON.parse(attempt.attempt) as { readonly newcomer?: Subject };
  return newcomer && store.readSignInDoubtOf(newcomer.issuer, newcomer.subject);
}
