import { CREDENTIALS_V1, DATA_INTEGRITY_V2, STATUS_V1 } from '../../openbadges/context-addresses.ts';
import { checkNulls, checkPeriod } from '../../openbadges/data-model-checks.ts';
import { findExcess } from '../../openbadges/document-bounds.ts';
import { isJsonObject, type JsonObject, listOf } from '../../openbadges/json-value.ts';
import { findNotPlain } from '../../openbadges/plain-form.ts';
import { checkRelatedResources } from '../../openbadges/related-resources.ts';
import type { BitstringStatusListEntry } from '../../openbadges/types.ts';
import { checkCredentialShape } from '../verification/credential-shape.ts';

/** Why a credential sent by a program is not signed; undefined where its form is right. The signer then
 *  checks its terms, its issuer and its class. `findOfOurs` says what it names that only an award may name. */
export function findIssueFault(
  credential: JsonObject,
  findOfOurs: (document: JsonObject) => string | undefined,
): string | undefined {
  if (credential['proof'] !== undefined) return '/proof stands there already';
  // The service gives each credential its place, so that each can be revoked.
  if (credential['credentialStatus'] !== undefined) return '/credentialStatus stands there already';
  const [problem] = [
    ...checkCredentialShape(credential),
    ...checkNulls(credential),
    ...checkPeriod(credential),
    ...checkRelatedResources(credential),
  ];
  if (problem) return `${problem.pointer || 'the credential'} ${problem.reason}`;
  const fault = findExcess(credential) ?? findNotPlain(credential);
  if (fault) return fault.reason;
  return findBadText(credential) ?? findOfOurs(credential);
}

/** The fault of a name or description that is neither a text nor a list of texts with their languages. */
function findBadText(credential: JsonObject): string | undefined {
  const isText = (value: unknown) => typeof value === 'string' || isJsonObject(value);
  const bad = ['name', 'description'].find((member) => !listOf(credential[member]).every(isText));
  return bad && `/${bad} is no text`;
}

/** The credential in the form that is signed. The context of the data model 1.1 lacks the terms of a proof,
 *  so another context is added. The credential that was sent is not changed. */
export function withProofTerms(credential: JsonObject): JsonObject {
  const contexts = listOf(credential['@context']);
  const isOld = contexts[0] === CREDENTIALS_V1;
  const isThere = contexts.some(
    (one) => typeof one === 'string' && one.includes('/security/data-integrity/'),
  );
  return isOld && !isThere ? { ...credential, '@context': [...contexts, DATA_INTEGRITY_V2] } : credential;
}

/** The credential with its place in our lists. The context of the data model 1.1 lacks the terms for this
 *  too. */
export function withStatus(credential: JsonObject, credentialStatus: BitstringStatusListEntry): JsonObject {
  const contexts = listOf(credential['@context']);
  const lacksTerms = contexts[0] === CREDENTIALS_V1 && !contexts.includes(STATUS_V1);
  return {
    ...credential,
    ...(lacksTerms && { '@context': [...contexts, STATUS_V1] }),
    credentialStatus: { ...credentialStatus },
  };
}
