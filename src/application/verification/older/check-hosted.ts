import type { JsonObject } from '../../../openbadges/json-value.ts';
import { findDisagreement } from '../../../openbadges/older/agreement.ts';
import {
  hostedAddressOf,
  type OlderBadge,
  recogniseOlder,
  statedKind,
} from '../../../openbadges/older/older-badge.ts';
import { isInScope, isSameAddress } from '../../../openbadges/older/older-scope.ts';
import { servedRevocation } from '../../../openbadges/older/revoked-assertions.ts';
import type { Step } from '../../../openbadges/report.ts';
import { failed, notChecked, passed, type Run } from '../run.ts';
import { fetchServed } from './fetch-served.ts';
import { type Gathered, gather } from './gather.ts';

/** What is known of the origin of an older badge: its proof, what was read, and what the proof says of a
 *  revocation. */
export interface Established {
  readonly proof: Step;
  /** Absent where a document could not be read. */
  readonly gathered?: Gathered;
  /** The reason of a revocation, empty where none was given; absent where there is no revocation. */
  readonly revoked?: string;
}

/** A hosted badge is what its issuer serves at its address (Open Badges 2.0, "Hosted Verification"). The file
 *  only leads there, and must not say otherwise. `found` is the address at which the badge was given. */
export async function establishHosted(
  badge: OlderBadge,
  found: string | undefined,
  run: Run,
): Promise<Established> {
  const { version } = badge;
  const address = version === '0.5' ? found : hostedAddressOf(badge);
  if (address === undefined) {
    return {
      proof: notChecked('proof', 'no-address', 'the assertion states no address at which it is served'),
    };
  }
  const served = await fetchServed(address, run);
  if (served.kind === 'none') return { proof: served.step };
  if (served.kind === 'withdrawn') return withdrawn(badge, [address], served.document, run);
  const recognised = recogniseOlder(served.document);
  const revoked = servedRevocation(served.document);
  if (recognised.kind !== 'older' && revoked !== undefined) {
    return withdrawn(badge, served.addresses, served.document, run);
  }
  const fault = findServedFault(badge, served.document, address);
  if (fault) return { proof: fault };
  const gathered = await gather(served.document, version, run);
  if ('step' in gathered) return { proof: gathered.step };
  const proof = findOutside(gathered, served.addresses) ?? hosted(gathered, address);
  return { proof, gathered, ...(proof.result === 'passed' && revoked !== undefined && { revoked }) };

  function hosted({ issuer }: Gathered, url: string): Step {
    return passed('proof', 'hosted', `served at ${url}, for which ${issuer.id} answers`, { url, version });
  }
}

/** The issuer serves nothing any more but that it is withdrawn. Whether it is that issuer is known from the file
 *  alone: the address must be in the scope of the issuer that it names. */
async function withdrawn(
  { version, assertion }: OlderBadge,
  addresses: readonly string[],
  document: JsonObject,
  run: Run,
): Promise<Established> {
  const gathered = await gather(assertion, version, run);
  const outside = 'step' in gathered ? undefined : findOutside(gathered, addresses);
  if (outside) return { proof: outside };
  const url = addresses[0] ?? '';
  const proof = notChecked('proof', 'withdrawn', `${url} says that the badge is withdrawn`, { url });
  return { proof, revoked: servedRevocation(document) ?? '', ...(!('step' in gathered) && { gathered }) };
}

/** Why what is served is not this badge. */
function findServedFault(badge: OlderBadge, served: JsonObject, url: string): Step | undefined {
  const recognised = recogniseOlder(served);
  const otherwise = (detail: string) => failed('proof', 'served-otherwise', detail, { url });
  if (recognised.kind !== 'older' || recognised.version !== badge.version) {
    return otherwise(`${url} serves no assertion of Open Badges ${badge.version}`);
  }
  const asServed = { version: badge.version, assertion: served };
  if (statedKind(asServed) !== 'hosted') return otherwise(`${url} serves an assertion that is not hosted`);
  if (badge.version !== '0.5' && !isSameAddress(hostedAddressOf(asServed), url)) {
    return otherwise(`the assertion at ${url} is hosted elsewhere`);
  }
  const member = findDisagreement(badge.assertion, served);
  if (member === undefined) return undefined;
  return failed('proof', 'differs-from-served', `${member} is not what ${url} serves`, { url, member });
}

/** Why the issuer does not answer for the addresses: its own profile decides. */
function findOutside({ issuer, classAddresses }: Gathered, addresses: readonly string[]): Step | undefined {
  const outside = addresses.find((address) => !isInScope(address, issuer));
  const params = { issuer: issuer.id };
  if (outside !== undefined) {
    return failed('proof', 'outside-issuer', `${issuer.id} does not answer for ${outside}`, {
      ...params,
      url: outside,
    });
  }
  return findClassOutside({ issuer, classAddresses });
}

/** The class says what was achieved: at another's address it could be changed by another. */
export function findClassOutside({
  issuer,
  classAddresses,
}: Pick<Gathered, 'issuer' | 'classAddresses'>): Step | undefined {
  const outside = classAddresses.find((address) => !isInScope(address, issuer));
  if (outside === undefined) return undefined;
  const params = { issuer: issuer.id, url: outside };
  return failed(
    'proof',
    'class-outside-issuer',
    `${issuer.id} does not answer for the class ${outside}`,
    params,
  );
}
