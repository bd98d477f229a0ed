import { DomainError } from '../../domain/errors.ts';

/** Runs what reads, decides and commits; once more, on what stands by then, where somebody changed it in between. */
export async function onceMore<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
    return run();
  }
}
