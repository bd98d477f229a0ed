import { canonicalise } from '../canonicalization/canonical-form.ts';
import { portableCanonicalizer } from '../canonicalization/canonicalizer-choice.ts';
import { copyJson } from '../canonicalization/frozen-json.ts';
import { OpenBadgesError } from '../errors.ts';
import type { IssuerKey } from '../keys/pair.ts';
import type { JsonObject } from '../parsing/json-value.ts';
import { issuerIdOf } from '../reading/credential-shape.ts';
import { toInstant } from '../schema/rfc3339.ts';
import { checkUnsigned } from './check-unsigned.ts';
import { createProof } from './data-integrity.ts';
import { portablePrimitives } from './primitives.ts';

/** How a credential is issued. */
export interface IssueOptions {
  readonly key: IssuerKey;
  /** The instant of signing, which the proof states in whole seconds; now by default. */
  readonly created?: Date | undefined;
}

/** Signs a credential of Open Badges 3.0 with an embedded proof `eddsa-rdfc-2022` (Data Integrity EdDSA Cryptosuites
 *  1.0, §3.2). Returns a new object and leaves its argument unchanged. Throws `OpenBadgesError` with the code
 *  `unsafe-credential`, and the place and reason in `params`, if the credential already has a proof, names another
 *  issuer than the key, does not follow the standard, or uses a term that its contexts do not define. */
export async function issue(
  credential: Readonly<Record<string, unknown>>,
  { key, created = new Date() }: IssueOptions,
): Promise<Record<string, unknown>> {
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
