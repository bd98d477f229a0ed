import { checkInvariants } from '../../src/application/invariants/services.ts';
import type { Ports } from '../../src/application/service-ports.ts';
import type { Depth, InvariantAnswer } from '../../src/domain/integrity/invariant.ts';

/** What contradicts the invariants of a service; nothing if it is sound. */
export async function contradictionsOf(
  { ports }: { readonly ports: Ports },
  depth: Depth = 'whole',
): Promise<readonly InvariantAnswer[]> {
  const answers = await Array.fromAsync(checkInvariants(ports)({ depth }));
  return answers.filter(({ count, failure }) => count > 0 || failure !== undefined);
}
