import { isJsonObject, type JsonObject } from '../../openbadges/json-value.ts';

/** The credential in the claim `vc`, with what VCDM 1.1 lets stand in the claims alone (§6.3.1, "JWT
 *  Decoding"). What stands in both is compared later. */
export function completedByClaims(vc: JsonObject, claims: JsonObject): JsonObject {
  const subject = vc['credentialSubject'];
  const members: readonly (readonly [string, unknown])[] = [
    ['issuer', claims['iss']],
    ['id', claims['jti']],
    ['issuanceDate', dateOf(claims['nbf'])],
    ['expirationDate', dateOf(claims['exp'])],
  ];
  const lacking = members.filter(([name, value]) => vc[name] === undefined && value !== undefined);
  const isNamed = !isJsonObject(subject) || subject['id'] !== undefined || claims['sub'] === undefined;
  return {
    ...vc,
    ...Object.fromEntries(lacking),
    ...(isNamed ? {} : { credentialSubject: { ...subject, id: claims['sub'] } }),
  };
}

/** A date in a claim as the data model writes it; undefined where it is none. */
function dateOf(claim: unknown): string | undefined {
  if (typeof claim !== 'number' || !(Math.abs(claim) <= 8.64e12)) return undefined;
  return new Date(Math.floor(claim) * 1000).toISOString().replace('.000Z', 'Z');
}
