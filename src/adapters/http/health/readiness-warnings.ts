import { isBehind } from '../../../application/upkeep/clock-guard.ts';
import { type Instant, secondsAfter } from '../../../domain/time/time.ts';
import type { AppDeps } from '../env.ts';

/** Warnings for the operator while everything still works. */
export type ReadinessWarning = 'disk-nearly-full' | 'clock-behind-signatures' | 'clock-off-database';

/** Room for a backup, the dry run of an import and the log of SQLite. */
const NEARLY_FULL_BYTES = 256 * 1024 * 1024;
const CLOCKS_APART_SECONDS = 60;

/** Compares the clock with the newest stored signature and, where there is one, with the database server's
 *  clock: without a network there is no other reference. */
export async function readWarnings({ ports }: AppDeps): Promise<readonly ReadinessWarning[]> {
  const { store, clock, readFreeBytes } = ports;
  const now = clock.now();
  const { signedAt, serverAt } = await store.readClocks();
  const free = await readFreeBytes?.();
  return [
    ...(free !== undefined && free < NEARLY_FULL_BYTES ? (['disk-nearly-full'] as const) : []),
    ...(signedAt && isBehind(now, signedAt) ? (['clock-behind-signatures'] as const) : []),
    ...(serverAt && areApart(now, serverAt) ? (['clock-off-database'] as const) : []),
  ];
}

function areApart(one: Instant, other: Instant): boolean {
  const [earlier, later] = one < other ? [one, other] : [other, one];
  return secondsAfter(earlier, CLOCKS_APART_SECONDS) < later;
}
