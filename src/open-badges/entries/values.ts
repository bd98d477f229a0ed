// Values and types that need no package: the only part of the library that the domain may import.
export { canonicalJson } from '../canonicalization/canonical-json.ts';
export { closeObjectPrototype, copyJson, deepFreeze } from '../canonicalization/frozen-json.ts';
export { OpenBadgesError } from '../errors.ts';
export { trimEndSigns, trimStartSigns } from '../parsing/trim-characters.ts';
export { CLOCK_SKEW_SECONDS, type Instant, parseDateTime, toInstant } from '../schema/rfc3339.ts';
