import { isJsonObject, type JsonObject } from '../../openbadges/json-value.ts';

/** The credential in the claim `vc`, completed with the members that VCDM 1.1 allows only as claims (§6.3.1,
 *  "JWT Decoding"). Members that are in both are compared later. */
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

/** The date of a claim in the form of the data model; undefined where it is not a date. */
function dateOf(claim: unknown): string | undefined {
  if (typeof claim !== 'number' || !(Math.abs(claim) <= 8.64e12)) return undefined;
  return new Date(Math.floor(claim) * 1000).toISOString().replace('.000Z', 'Z');
}
