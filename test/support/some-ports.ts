import type { Ports } from '../../src/application/service-ports.ts';

type SomePorts = { readonly [Name in keyof Ports]?: Partial<Ports[Name]> | undefined };

/** The ports of a use case of which the test gives only what the use case reads. */
export const somePorts = (ports: SomePorts): Ports => ports as Ports;
