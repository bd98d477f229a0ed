import { reasonOf } from '../../application/observability/counting-logger.ts';
import type { Log } from '../../application/ports.ts';
import { DomainError, type DomainErrorCode } from '../../domain/errors.ts';

/** What is wrong with the keys themselves, so that nothing can be signed. */
const KEY_FAULTS: readonly DomainErrorCode[] = [
  'key-missing',
  'keys-lost',
  'keys-foreign',
  'key-unreadable',
  'signing-key-ended',
];

/** Keys that did not open are tried again after this time, or once they have changed: each try derives a key from
 *  the passphrase. */
const OPEN_AGAIN_MS = 60_000;

function isKeyError(error: unknown): error is DomainError {
  return error instanceof DomainError && KEY_FAULTS.includes(error.code);
}

/** What was read; undefined if something is wrong with the keys themselves. */
export async function readUnlessFaulty<Read>(reading: Promise<Read>): Promise<Read | undefined> {
  return reading.catch((error: unknown) => {
    if (isKeyError(error)) return undefined;
    throw error;
  });
}

/** What is wrong with the keys themselves; undefined if nothing is. */
export async function findKeyError(reading: Promise<unknown>): Promise<DomainError | undefined> {
  try {
    await reading;
  } catch (error) {
    if (isKeyError(error)) return error;
    throw error;
  }
  return undefined;
}

/** Whoever asks for a signature learns that there is none now. What is wrong with the keys is for the operator,
 *  because it names files. */
export function toUnavailable(error: unknown): never {
  throw isKeyError(error) ? new DomainError('signing-unavailable', {}, { cause: error }) : error;
}

/** Tries to load keys. */
export interface LoadAttempts {
  /** A failure is logged once, and is the answer for a while. */
  take<Loaded>(load: () => Promise<Loaded>): Promise<Loaded>;
  /** Forgets the last failure, so that the next try is made at once. */
  forgetFailure(): void;
}

export function makeLoadAttempts(log: Log): LoadAttempts {
  let failed: { readonly error: DomainError; readonly at: number } | undefined;
  let reported: string | undefined;
  return {
    forgetFailure: () => {
      failed = undefined;
    },
    async take(load) {
      if (failed && performance.now() - failed.at < OPEN_AGAIN_MS) throw failed.error;
      try {
        const loaded = await load();
        if (reported !== undefined) log.info('signing-again', {});
        failed = undefined;
        reported = undefined;
        return loaded;
      } catch (error) {
        if (!isKeyError(error)) throw error;
        failed = { error, at: performance.now() };
        if (reported !== error.message) log.error('signing-unavailable', { reason: reasonOf(error) });
        reported = error.message;
        throw error;
      }
    },
  };
}
