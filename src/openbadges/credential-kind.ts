import { hasType } from './json-value.ts';

/** What a credential is, by its types: a badge, a record of badges (CLR 2.0), an endorsement, or any other. */
export type CredentialKind = 'badge' | 'record' | 'endorsement' | 'other';

/** A badge first: what says that it is one owes what a badge owes, whatever else it calls itself. */
export function credentialKind(credential: unknown): CredentialKind {
  const is = (type: string) => hasType(credential, type);
  if (is('OpenBadgeCredential') || is('AchievementCredential')) return 'badge';
  if (is('ClrCredential')) return 'record';
  return is('EndorsementCredential') ? 'endorsement' : 'other';
}
