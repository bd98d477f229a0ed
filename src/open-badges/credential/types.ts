import { hasType } from '../parsing/json-value.ts';
/** The classes of Open Badges 3.0 and VCDM 2.0 that we issue, under the names of the standards. They list
 *  only the members that we write. */

export type Image = { readonly id: string; readonly type: 'Image'; readonly caption?: string };

export type Profile = {
  readonly id: string;
  readonly type: readonly ['Profile'];
  readonly name: string;
  readonly url: string;
  readonly email?: string;
  readonly image?: Image;
};

export type IdentityObject = {
  readonly type: 'IdentityObject';
  readonly hashed: boolean;
  readonly identityHash: string;
  readonly identityType: string;
  readonly salt?: string;
};

export type Alignment = {
  readonly type: readonly ['Alignment'];
  readonly targetName: string;
  readonly targetUrl: string;
  readonly targetCode?: string;
  readonly targetFramework?: string;
  readonly targetType?: string;
};

export type Criteria = { readonly id: string; readonly narrative: string };

export type Related = {
  readonly id: string;
  readonly type: readonly ['Related'];
  readonly inLanguage: string;
  readonly version: string;
};

export type ResultDescription = {
  readonly id: string;
  readonly type: readonly ['ResultDescription'];
  readonly name: string;
  readonly resultType: string;
};

export type Achievement = {
  readonly id: string;
  readonly type: readonly ['Achievement'];
  readonly achievementType: string;
  readonly creator?: Profile;
  readonly criteria: Criteria;
  readonly description: string;
  readonly humanCode: string;
  readonly image: Image;
  readonly inLanguage: string;
  readonly name: string;
  readonly alignment: readonly Alignment[];
  readonly related?: readonly Related[];
  readonly resultDescription: readonly ResultDescription[];
  readonly version: string;
};

export type Result = {
  readonly type: readonly ['Result'];
  /** Id of a result description of the same achievement. */
  readonly resultDescription: string;
  readonly value: string;
};

export type AchievementSubject = {
  readonly id: string;
  readonly type: readonly ['AchievementSubject'];
  readonly identifier?: readonly IdentityObject[];
  readonly activityStartDate?: string;
  readonly activityEndDate?: string;
  readonly role: string;
  readonly term?: string;
  readonly result: readonly Result[];
  readonly achievement: Achievement;
};

export type Evidence = {
  readonly type: readonly ['Evidence'];
  readonly name: string;
  readonly narrative: string;
};

export type BitstringStatusListEntry = {
  readonly id: string;
  readonly type: 'BitstringStatusListEntry';
  readonly statusPurpose: 'revocation';
  /** A string of decimal digits, as the standard requires. */
  readonly statusListIndex: string;
  readonly statusListCredential: string;
};

/** The address of the newest version of a credential (1EdTech Credential Refresh 1.0). */
export type RefreshService = { readonly id: string; readonly type: '1EdTechCredentialRefresh' };

/** An OpenBadgeCredential without its proof: the body that is signed. */
export type UnsignedCredential = {
  readonly '@context': readonly [string, string, ...string[]];
  readonly id: string;
  readonly type: readonly ['VerifiableCredential', 'OpenBadgeCredential'];
  readonly name: string;
  readonly description: string;
  readonly issuer: Profile;
  readonly validFrom: string;
  readonly validUntil?: string;
  /** The instant of the grant. A re-issue raises `validFrom`, but not this date. */
  /** Absent from a nameless badge. */
  readonly awardedDate?: string;
  readonly credentialSubject: AchievementSubject;
  /** Absent if there is no evidence: an array is never empty. */
  readonly evidence?: readonly Evidence[];
  /** Signed EndorsementCredentials; absent if there is none. */
  readonly endorsement?: readonly Readonly<Record<string, unknown>>[];
  readonly credentialStatus: BitstringStatusListEntry;
  /** Only if the operator asks for it (docs/adr/0031). */
  readonly refreshService?: RefreshService;
};

/** A BitstringStatusListCredential without its proof. */
export type UnsignedStatusList = {
  readonly '@context': readonly [string];
  readonly id: string;
  readonly type: readonly ['VerifiableCredential', 'BitstringStatusListCredential'];
  readonly issuer: { readonly id: string; readonly name: string };
  readonly validFrom: string;
  readonly validUntil?: string;
  /** The list of suspensions next to this one (docs/adr/0024), with the digest of its bytes (VCDM 2.0
   *  §5.3). */
  readonly relatedResource?: {
    readonly id: string;
    readonly mediaType: string;
    readonly digestSRI: string;
  };
  readonly credentialSubject: {
    readonly id: string;
    readonly type: 'BitstringStatusList';
    readonly statusPurpose: 'revocation' | 'suspension';
    readonly encodedList: string;
    /** Milliseconds for which a reader may cache the list. */
    readonly ttl: number;
  };
};

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
