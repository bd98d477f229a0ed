// The shape of credentials: types, contexts, media types, schemas and status lists.
export {
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  DATA_INTEGRITY_V2,
  DID_V1,
  JWK_V1,
  MULTIKEY_V1,
  OPEN_BADGES_EXTENSIONS,
  OPEN_BADGES_V3_0_3,
  STATUS_V1,
} from '../contexts/addresses.ts';
export { STATIC_CONTEXTS } from '../contexts/vendored.ts';
export { RECORD_CONTEXTS } from '../credential/clr.ts';
export { toJwtPayload } from '../credential/jwt-payload.ts';
export { BADGE_JSON_TYPES, BADGE_JWS_TYPES, MEDIA_TYPES } from '../credential/media-types.ts';
export { issuerFactsOf, type PublicFacts, publicFactsOf } from '../credential/public-facts.ts';
export type {
  Achievement,
  AchievementSubject,
  Alignment,
  BitstringStatusListEntry,
  Evidence,
  IdentityObject,
  Profile,
  Result,
  ResultDescription,
  UnsignedCredential,
  UnsignedStatusList,
} from '../credential/types.ts';
export { credentialKind } from '../credential/types.ts';
export { checkNulls, checkPeriod } from '../schema/data-model-checks.ts';
export { SUSPENSION, suspensionsBeside } from '../status/read-list.ts';
