import type { Uai } from '../../domain/uai.ts';

/** The pages that mails lead to. `origin` is PUBLIC_URL, without a slash at its end. */

/** Where a RUPN sees their engagements and badges. */
export function rupnPageUrl(origin: string): string {
  return `${origin}/my`;
}

/** Where a teacher reads a contest of their engagement, and answers. */
export function ownContestUrl(origin: string, id: string): string {
  return `${origin}/my/contests/${id}`;
}

/** Where a principal finds their schools. */
export function principalPageUrl(origin: string): string {
  return `${origin}/headship`;
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
