// Reading of documents from outside: JSON, texts for display, limits.

export { findNotPlain } from '../parsing/compacted-form.ts';
export { mixesAlphabets, skeletonOf } from '../parsing/confusables.ts';
export { findExcess } from '../parsing/document-limits.ts';
export {
  exceedsDepth,
  hasType,
  isJsonObject,
  type JsonObject,
  listOf,
  pointerTo,
  textOf,
} from '../parsing/json-value.ts';
export { checkRelatedResources } from '../parsing/related-resources.ts';
export { quotable, shownAddress, shownText } from '../parsing/safe-display-text.ts';
export { findTextError } from '../parsing/strict-json.ts';
export { checkCredentialShape, issuerIdOf } from '../reading/credential-shape.ts';
export { decodeText, fetchedObject, readJson, readJwsObject } from '../reading/read-json.ts';
export { spelledAddress } from '../reading/spelled-address.ts';
