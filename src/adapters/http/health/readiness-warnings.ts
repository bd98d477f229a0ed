import { readNewestCheckpoint } from '../../../application/badge-log/read.ts';
import { isListAhead, isListOld } from '../../../application/credentials/status-lists.ts';
import { reasonOf } from '../../../application/observability/counting-logger.ts';
import { DomainError, isSigningAway } from '../../../domain/errors.ts';
import { hasDamage, isClockLeftover } from '../../../domain/integrity/invariant.ts';
import { forbidsToSign, type Witness } from '../../../domain/time/clock-evidence.ts';
import { firstAhead } from '../../../domain/time/clock-skew.ts';
import type { AppDeps } from '../env.ts';

/** Warnings for the operator while everything still works. */
export type ReadinessWarning =
  | 'catching-up'
  | 'database-not-writable'
  | 'disk-nearly-full'
  | 'signing-unavailable'
  | 'keys-missing'
  | (typeof BY_WITNESS)[Witness]
  | 'clock-far-from-record'
  | 'badge-dated-ahead'
  | 'status-list-dated-ahead'
  | 'status-list-ends-soon'
  | 'checkpoint-dated-ahead'
  | 'job-set-aside'
  | 'job-not-moving'
  | 'invariant-broken'
  | 'clock-leftovers'
  | 'invariant-not-looked-at';

const BY_WITNESS = {
  database: 'clock-off-database',
  'identity-provider': 'clock-off-identity-provider',
  fetched: 'clock-off-fetched',
  version: 'clock-before-version',
  process: 'clock-jumped',
  signatures: 'clock-behind-signatures',
  'lived-days': 'clock-behind-lived-days',
} as const satisfies Record<Witness, string>;

/** Room for a backup and the log of SQLite. */
const NEARLY_FULL_BYTES = 256 * 1024 * 1024;
/** With less, a write may fail. */
const FULL_BYTES = 4 * 1024 * 1024;

export interface Readiness {
  readonly warnings: readonly ReadinessWarning[];
  /** Why nothing can be written or signed; absent if both can be. */
  readonly refusal?: 'database' | 'disk' | 'clock' | 'keys' | 'status-lists';
  /** Why the database cannot be written, as `causeOf` names it. */
  readonly cause?: string;
}

/** The cause of a database that cannot be used, as the engine names it (`standby`, `connections`, `silent`, `locked`);
 *  undefined if it is unknown. */
export function causeOf(error: unknown): string | undefined {
  const cause = error instanceof DomainError ? error.cause : undefined;
  if (!(cause instanceof DomainError) || cause.code !== 'database-unusable') return undefined;
  return String(cause.params['because']);
}

/** Whether the database can be written, whether the keys sign, what the keeper of time says of the clock, the dates of
 *  what was signed, and the room on the disk. Throws where the database cannot be read. */
export async function readReadiness({ ports }: AppDeps): Promise<Readiness> {
  const writable = canWrite(ports);
  const [judgment, free, isAway, ahead, jobs, broken] = await Promise.all([
    ports.time.look(),
    ports.readFreeBytes?.() ?? Number.POSITIVE_INFINITY,
    areKeysAway(ports),
    datedAhead(ports),
    stoppedJobs(ports),
    brokenInvariants(ports),
  ]);
  const forbidden = forbidsToSign(judgment) !== undefined;
  const { isWritable, cause } = await writable;
  const against = {
    disk: free < FULL_BYTES,
    database: !isWritable,
    clock: forbidden,
    keys: isAway,
    'status-lists': ahead.includes('status-list-ends-soon'),
  };
  const refusal = (Object.keys(against) as (keyof typeof against)[]).find((reason) => against[reason]);
  return {
    warnings: [
      ...(ports.meter.isCatchingUp() ? (['catching-up'] as const) : []),
      ...(isWritable ? [] : (['database-not-writable'] as const)),
      ...(free < NEARLY_FULL_BYTES ? (['disk-nearly-full'] as const) : []),
      ...(isAway ? (['signing-unavailable'] as const) : []),
      // A running process still signs with a key whose file is gone.
      ...(ports.keys.missing().length > 0 && !isAway ? (['keys-missing'] as const) : []),
      ...judgment.contradictions.map(({ witness }) => BY_WITNESS[witness]),
      ...(judgment.isFarFromRecord ? (['clock-far-from-record'] as const) : []),
      ...ahead,
      ...jobs,
      ...broken,
    ],
    ...(refusal && { refusal }),
    ...(cause && { cause }),
  };
}

async function canWrite({ store, log }: AppDeps['ports']) {
  try {
    await store.ping();
    return { isWritable: true };
  } catch (error) {
    log.error('database-not-writable', { reason: reasonOf(error) });
    return { isWritable: false, cause: causeOf(error) };
  }
}

async function areKeysAway({ checkKeys }: AppDeps['ports']): Promise<boolean> {
  try {
    await checkKeys();
    return false;
  } catch (error) {
    if (isSigningAway(error)) return true;
    throw error;
  }
}

async function stoppedJobs({ store, clock }: AppDeps['ports']): Promise<readonly ReadinessWarning[]> {
  const { setAside, stuck } = await store.countFailingJobs(clock.now());
  return [
    ...(setAside > 0 ? (['job-set-aside'] as const) : []),
    ...(stuck > 0 ? (['job-not-moving'] as const) : []),
  ];
}

/** What the last look of the service at itself found (`/dane/settings/doctor`). */
async function brokenInvariants({ store }: AppDeps['ports']): Promise<readonly ReadinessWarning[]> {
  const answers = await store.readInvariantAnswers();
  return [
    ...(answers.some(hasDamage) ? (['invariant-broken'] as const) : []),
    ...(answers.some(({ found }) => found.some(isClockLeftover)) ? (['clock-leftovers'] as const) : []),
    ...(answers.some(({ failure }) => failure !== undefined) ? (['invariant-not-looked-at'] as const) : []),
  ];
}

async function datedAhead(ports: AppDeps['ports']): Promise<readonly ReadinessWarning[]> {
  const { store, clock } = ports;
  const now = clock.now();
  const ends = (await store.readStatusLists()).flatMap(({ published }) => published?.validUntil ?? []);
  const badges = await store.readCredentialsDatedAfter(firstAhead(now), 1);
  const checkpoint = await readNewestCheckpoint(ports);
  return [
    ...(badges.length > 0 ? (['badge-dated-ahead'] as const) : []),
    ...(ends.some((end) => isListAhead(end, now)) ? (['status-list-dated-ahead'] as const) : []),
    ...(ends.some((end) => isListOld(end, now)) ? (['status-list-ends-soon'] as const) : []),
    ...(checkpoint !== undefined && checkpoint.signedAt > firstAhead(now)
      ? (['checkpoint-dated-ahead'] as const)
      : []),
  ];
}
