import { isJsonObject, type JsonObject } from '../../../openbadges/json-value.ts';
import { isWebAddress, type OlderVersion } from '../../../openbadges/older/older-badge.ts';
import type { OlderDocuments } from '../../../openbadges/older/older-form.ts';
import type { Step } from '../../../openbadges/report.ts';
import { fetchServed, referenceOf } from '../keys/fetch-served.ts';
import { readServedIssuer, type ServedIssuer } from '../keys/served-issuer.ts';
import { failed, type Run } from '../run.ts';

/** The documents to which an assertion refers. */
export interface Gathered extends OlderDocuments {
  readonly issuer: ServedIssuer;
  /** Addresses of the class; empty where the assertion contains the class and it has no address of its
   *  own. */
  readonly classAddresses: readonly string[];
}

type Result<Value> = Value | { readonly step: Step };

/** Reads the class and the issuer of an assertion, each from its own address if it has one. The badge's
 *  statements about its issuer then do not count. */
export async function gather(
  assertion: JsonObject,
  version: OlderVersion,
  run: Run,
): Promise<Result<Gathered>> {
  const found = await readClass(assertion, run);
  if ('step' in found) return found;
  const { badgeClass, classAddresses } = found;
  const issuer = await readServedIssuer(badgeClass['issuer'], run);
  if ('step' in issuer) return issuer;
  return { version, assertion, badgeClass, classAddresses, issuer, profile: issuer.profile };
}

async function readClass(
  { badge }: JsonObject,
  run: Run,
): Promise<Result<Pick<Gathered, 'badgeClass' | 'classAddresses'>>> {
  const address = referenceOf(badge);
  if (!isWebAddress(address)) {
    if (isJsonObject(badge)) return { badgeClass: badge, classAddresses: [] };
    return { step: failed('proof', 'served-otherwise', 'the class of the badge has no address') };
  }
  const served = await fetchServed(address, run);
  if (served.kind === 'none') return { step: served.step };
  if (served.kind === 'withdrawn') {
    return { step: failed('proof', 'not-served', `${address} answers 410`, { url: address }) };
  }
  return { badgeClass: served.document, classAddresses: served.addresses };
}
