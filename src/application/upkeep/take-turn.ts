import { DomainError } from '../../domain/errors.ts';
import type { Log } from '../ports.ts';
import { reasonOf } from '../reason-of.ts';

/** Does one kind of the timer's work. A failure is logged and does not stop the others; only an unavailable
 *  database stops them, with `unavailable`. */
export async function takeTurn(log: Log, work: string, take: () => Promise<unknown>): Promise<void> {
  try {
    await take();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'unavailable') throw error;
    log.error('upkeep-failed', { work, reason: reasonOf(error) });
  }
}
