import { sha256 } from '@noble/hashes/sha2.js';
import { toBase64Url } from '#open-badges/keys';
import { type Hash, leafHash } from '#open-badges/transparency-log';

/** What the digest of a line of the audit covers. */
export interface AuditContent {
  /** Its random part keeps the rest from being guessed from the digest. */
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly road?: string;
  readonly request?: string;
  readonly terminal?: string;
  readonly detailsDigest?: string;
}

const HEAD = 'jalon-audit/v1';

/** SHA-256 over the line's values in this order, as a JSON list, in base64url. */
export function digestOfEntry(line: AuditContent): string {
  const { id, at, actor, action, subject, road, request, terminal, detailsDigest } = line;
  const values = [HEAD, id, at, actor, action, subject, road, request, terminal, detailsDigest];
  return digest(JSON.stringify(values));
}

/** SHA-256 over the salt and the details, as JSON in the order in which they were said, in base64url. */
export function digestOfDetails(details: object, salt: string): string {
  return digest(`${salt}\n${JSON.stringify(details)}`);
}

/** The hash of a line in the tree of the audit's log. */
export function auditLeaf(entryDigest: string): Hash {
  return leafHash(new TextEncoder().encode(`${HEAD}\n${entryDigest}\n`));
}

function digest(text: string): string {
  return toBase64Url(sha256(new TextEncoder().encode(text)));
}
