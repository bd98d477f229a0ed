import { makeMeter } from '../../../src/application/observability/meter.ts';
import type { Ports } from '../../../src/application/service-ports.ts';
import { audited } from '../audited.ts';

type SomePorts = { readonly [Name in keyof Ports]?: Partial<Ports[Name]> | undefined };

/** The ports of a use case of which the test gives only what the use case reads. Its store completes the audit, as
 *  that of every root. */
export const somePorts = (ports: SomePorts): Ports =>
  ({
    meter: makeMeter('test', () => 0),
    ...ports,
    ...(ports.store && { store: audited(ports.store as Ports['store']) }),
  }) as Ports;
