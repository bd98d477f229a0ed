import { canonicalise } from '../canonicalization/canonical-form.ts';
import { portableCanonicalizer } from '../canonicalization/canonicalizer-choice.ts';
import { copyJson } from '../canonicalization/frozen-json.ts';
import { OpenBadgesError } from '../errors.ts';
import type { IssuerKey } from '../keys/pair.ts';
import { exceedsDepth, isJsonObject, type JsonObject } from '../parsing/json-value.ts';
import { issuerIdOf } from '../reading/credential-shape.ts';
import { isValidDate, toInstant } from '../schema/rfc3339.ts';
import { VERIFICATION_LIMITS } from '../verification/limits.ts';
import { checkUnsigned } from './check-unsigned.ts';
import { createProof } from './data-integrity.ts';
import { portablePrimitives } from './primitives.ts';

export interface IssueOptions {
  readonly key: IssuerKey;
  /** The instant of signing, which the proof states in whole seconds; now by default. */
  readonly created?: Date | undefined;
}

/** Signs a credential of Open Badges 3.0 with an embedded proof `eddsa-rdfc-2022` (Data Integrity EdDSA Cryptosuites
 *  1.0, §3.2). Returns a new object and leaves its argument unchanged. Throws `OpenBadgesError` with the code
 *  `unsafe-credential`, and the place and reason in `params`, if the credential already has a proof, names another
 *  issuer than the key, does not follow the standard, or uses a term that its contexts do not define. Throws
 *  `invalid-request` with the name of the wrong argument in `params`. */
export async function issue(
  credential: Readonly<Record<string, unknown>>,
  options: IssueOptions,
): Promise<Record<string, unknown>> {
  const { key, created } = checkedArguments(credential, options);
  const body = copyJson(credential) as JsonObject;
  const issuer = issuerIdOf(body) ?? '';
  if (issuer !== key.issuer)
    throw new OpenBadgesError('unsafe-credential', { issuer, reason: 'foreign-issuer' });
  const { nquads } = await checkUnsigned(body, portableCanonicalizer);
  const request = {
    document: body,
    verificationMethod: key.verificationMethod,
    created: toInstant(created),
    sign: (data: Uint8Array<ArrayBuffer>) => key.sign(data),
  };
  const proof = await createProof(request, nquads, { canonicalise, primitives: portablePrimitives });
  if (proof === undefined) throw new OpenBadgesError('unsafe-credential', { reason: 'unreadable-proof' });
  return copyJson({ ...body, proof: [proof] }) as Record<string, unknown>;
}

function checkedArguments(credential: unknown, options: Partial<IssueOptions> | undefined) {
  const wrong = (argument: string) => new OpenBadgesError('invalid-request', { argument });
  const { key, created = new Date() } = options ?? {};
  if (!isJsonObject(credential)) throw wrong('credential');
  if (typeof key?.sign !== 'function') throw wrong('key');
  if (!isValidDate(created)) throw wrong('created');
  const limit = VERIFICATION_LIMITS.depth;
  if (exceedsDepth(credential, limit))
    throw new OpenBadgesError('unsafe-credential', { reason: 'too-deep', limit });
  return { key, created };
}
