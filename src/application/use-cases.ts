import { DomainError } from '../domain/errors.ts';
import type { Ports } from './service-ports.ts';

/** Runs a function that reads, decides and commits. If the records changed in the meantime, it runs once
 *  more. */
export async function retryOnConflict<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
    return run();
  }
}

type Cases = Readonly<Record<string, (ports: Ports) => unknown>>;

/** The use cases of a subject, all made with the same ports. */
export const useCases =
  <Made extends Cases>(cases: Made) =>
  (ports: Ports) =>
    Object.fromEntries(Object.entries(cases).map(([name, make]) => [name, make(ports)])) as {
      readonly [Name in keyof Made]: ReturnType<Made[Name]>;
    };
