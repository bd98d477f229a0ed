import type { Ports } from './service-ports.ts';

type Cases = Readonly<Record<string, (ports: Ports) => unknown>>;

/** The use cases of a subject, all made with the same ports. */
export const useCases =
  <Made extends Cases>(cases: Made) =>
  (ports: Ports) =>
    Object.fromEntries(Object.entries(cases).map(([name, make]) => [name, make(ports)])) as {
      readonly [Name in keyof Made]: ReturnType<Made[Name]>;
    };
