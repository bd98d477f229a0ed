import { hasType } from '../parsing/json-value.ts';

/** The kind of a credential, by its types: a badge, a record of badges (CLR 2.0), an endorsement, or
 *  another. */
export type CredentialKind = 'badge' | 'record' | 'endorsement' | 'other';

/** The kind of a credential. With the type of a badge, it is judged as a badge, whatever its other types
 *  are. */
export function credentialKind(credential: unknown): CredentialKind {
  const is = (type: string) => hasType(credential, type);
  if (is('OpenBadgeCredential') || is('AchievementCredential')) return 'badge';
  if (is('ClrCredential')) return 'record';
  return is('EndorsementCredential') ? 'endorsement' : 'other';
}
