/** The pages that mails lead to. `origin` is PUBLIC_URL, without a slash at its end. */

/** Where a RUPN sees their engagements and badges. */
export function rupnPageUrl(origin: string): string {
  return `${origin}/my`;
}

/** Where a principal sees what waits in their school. */
export function principalPageUrl(origin: string): string {
  return `${origin}/headship`;
}

/** Where the DANE sees what it has to decide. */
export function danePageUrl(origin: string): string {
  return `${origin}/dane`;
}

/** Where everyone chooses which mail they get. */
export function mailChoicesUrl(origin: string): string {
  return `${origin}/messages`;
}
