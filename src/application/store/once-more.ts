import { DomainError } from '../../domain/errors.ts';

/** Runs a function that reads, decides and commits. If the records changed in the meantime, it runs once
 *  more. */
export async function onceMore<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
    return run();
  }
}
