import { fetchServed, referenceOf } from '../keys/fetch-served.ts';
import { findOutside, readServedIssuer, type ServedIssuer } from '../keys/served-issuer.ts';
import { isJsonObject, type JsonObject } from '../parsing/json-value.ts';
import type { Step } from '../verification/report.ts';
import { failed, notChecked, passed, type Run } from '../verification/run.ts';
import {
  hostedAddressOf,
  isWebAddress,
  type LegacyBadge,
  type LegacyVersion,
  recogniseLegacyBadge,
  statedKind,
} from './badge.ts';
import { findDisagreement } from './compare-hosted.ts';
import { servedRevocation } from './revoked-assertions.ts';
import type { LegacyDocuments } from './schema.ts';
import { isSameAddress } from './verification-scope.ts';

/** The result of tracing an older badge to its issuer: its proof, the documents that were read, and a
 *  revocation if the proof states one. */
export interface Established {
  readonly proof: Step;
  /** Absent if a document could not be read. */
  readonly gathered?: Gathered;
  /** The reason of a revocation, empty if none was given; absent if the badge is not revoked. */
  readonly revoked?: string;
}

/** Verifies a hosted badge: the badge is the document that its issuer serves at its address (Open Badges 2.0,
 *  "Hosted Verification"). The file only names that address, and must not differ from the document. */
export async function establishHosted(badge: LegacyBadge, run: Run): Promise<Established> {
  const { version } = badge;
  const address = hostedAddressOf(badge);
  if (address === undefined) {
    return {
      proof: notChecked('proof', 'no-address', 'the assertion states no address at which it is served'),
    };
  }
  const served = await fetchServed(address, run);
  if (served.kind === 'none') return { proof: served.step };
  if (served.kind === 'withdrawn') return withdrawn(badge, [address], served.document, run);
  const recognised = recogniseLegacyBadge(served.document);
  const revoked = servedRevocation(served.document);
  if (recognised.kind !== 'older' && revoked !== undefined) {
    return withdrawn(badge, served.addresses, served.document, run);
  }
  const error = findServedError(badge, served.document, address);
  if (error) return { proof: error };
  const gathered = await gather(served.document, version, run);
  if ('step' in gathered) return { proof: gathered.step };
  const proof = checkScope(gathered, served.addresses) ?? hosted(gathered, address);
  return { proof, gathered, ...(proof.result === 'passed' && revoked !== undefined && { revoked }) };

  function hosted({ issuer }: Gathered, url: string): Step {
    return passed('proof', 'hosted', `served at ${url}, for which ${issuer.id} answers`, { url, version });
  }
}

/** The result where the issuer serves only a withdrawal. The issuer is then known from the file alone, so the
 *  address must be in the scope of the issuer that the file names. */
async function withdrawn(
  { version, assertion }: LegacyBadge,
  addresses: readonly string[],
  document: JsonObject,
  run: Run,
): Promise<Established> {
  const gathered = await gather(assertion, version, run);
  const outside = 'step' in gathered ? undefined : checkScope(gathered, addresses);
  if (outside) return { proof: outside };
  const url = addresses[0] ?? '';
  const proof = notChecked('proof', 'withdrawn', `${url} says that the badge is withdrawn`, { url });
  return { proof, revoked: servedRevocation(document) ?? '', ...(!('step' in gathered) && { gathered }) };
}

/** Why the served document is not this badge. */
function findServedError(badge: LegacyBadge, served: JsonObject, url: string): Step | undefined {
  const recognised = recogniseLegacyBadge(served);
  const otherwise = (detail: string) => failed('proof', 'served-otherwise', detail, { url });
  if (recognised.kind !== 'older' || recognised.version !== badge.version) {
    return otherwise(`${url} serves no assertion of Open Badges ${badge.version}`);
  }
  const asServed = { version: badge.version, assertion: served };
  if (statedKind(asServed) !== 'hosted') return otherwise(`${url} serves an assertion that is not hosted`);
  if (!isSameAddress(hostedAddressOf(asServed), url)) {
    return otherwise(`the assertion at ${url} is hosted elsewhere`);
  }
  const member = findDisagreement(badge.assertion, served);
  if (member === undefined) return undefined;
  return failed('proof', 'differs-from-served', `${member} is not what ${url} serves`, { url, member });
}

/** Why the issuer is not responsible for the addresses. Its own profile decides. */
function checkScope({ issuer, classAddresses }: Gathered, addresses: readonly string[]): Step | undefined {
  const outside = findOutside(issuer, addresses);
  const params = { issuer: issuer.id };
  if (outside !== undefined) {
    return failed('proof', 'outside-issuer', `${issuer.id} does not answer for ${outside}`, {
      ...params,
      url: outside,
    });
  }
  return findClassOutside({ issuer, classAddresses });
}

/** Why the class is not in the issuer's scope. The class says what was achieved; at an address of someone
 *  else, that person could change it. */
export function findClassOutside({
  issuer,
  classAddresses,
}: Pick<Gathered, 'issuer' | 'classAddresses'>): Step | undefined {
  const outside = findOutside(issuer, classAddresses);
  if (outside === undefined) return undefined;
  const params = { issuer: issuer.id, url: outside };
  return failed(
    'proof',
    'class-outside-issuer',
    `${issuer.id} does not answer for the class ${outside}`,
    params,
  );
}

/** The documents to which an assertion refers. */
interface Gathered extends LegacyDocuments {
  readonly issuer: ServedIssuer;
  /** Addresses of the class; empty if the assertion contains the class and it has no address of its
   *  own. */
  readonly classAddresses: readonly string[];
}

type Result<Value> = Value | { readonly step: Step };

/** Reads the class and the issuer of an assertion, each from its own address if it has one. The badge's
 *  statements about its issuer then do not count. */
export async function gather(
  assertion: JsonObject,
  version: LegacyVersion,
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
