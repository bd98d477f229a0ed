import type { CredentialId } from '../../domain/ids.ts';
import type { Uai } from '../../domain/uai.ts';

/** The pages that mails lead to. `origin` is PUBLIC_URL, without a slash at its end. */

/** Where a holder, or the principal for the school, accepts a badge or declines it. */
export function ownBadgeUrl(origin: string, id: CredentialId): string {
  return `${origin}/my/badges/${id}`;
}

/** Where a RUPN reads one of their segments. */
export function ownEngagementUrl(origin: string, reference: string): string {
  return `${origin}/my/engagements/${encodeURIComponent(reference)}`;
}

/** Where a teacher reads a contest of their engagement, and answers. */
export function ownContestUrl(origin: string, id: string): string {
  return `${origin}/my/contests/${id}`;
}

/** Where a principal answers what waits in one school. */
export function confirmationsUrl(origin: string, uai: Uai): string {
  return `${origin}/school/${uai}/confirmations`;
}

/** Where a principal reads a contest of one school. */
export function schoolContestUrl(origin: string, uai: Uai, id: string): string {
  return `${origin}/school/${uai}/contests/${id}`;
}

/** Where everyone chooses which mail they get. */
export function mailChoicesUrl(origin: string): string {
  return `${origin}/messages`;
}
