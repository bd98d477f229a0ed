import { readLastBackup } from '../../../application/backup.ts';
import { readNewestCheckpoint } from '../../../application/badge-log/read.ts';
import { listDates } from '../../../application/credentials/status-lists.ts';
import { reasonOf } from '../../../application/observability/counting-logger.ts';
import type { MetricName, Sample } from '../../../application/observability/metrics.ts';
import { hasDamage } from '../../../domain/integrity/invariant.ts';
import { type Instant, secondsBetween } from '../../../domain/time/calendar.ts';
import { healthTexts } from '../../../texts/en/public/health.ts';
import type { AppDeps } from '../env.ts';
import { readReadiness } from './readiness-warnings.ts';

const DAY_SECONDS = 86_400;

/** Every figure: those of this process, and those of the database, whichever process is asked. Where the database does
 *  not answer, one figure shows it, and those of the process stay. */
export async function readFigures(deps: AppDeps): Promise<readonly Sample[]> {
  const { meter, processFigures, about, ports } = deps;
  const ofProcess: readonly Sample[] = [
    { name: 'jalon_up', value: 1 },
    { name: 'jalon_build', labels: about, value: 1 },
    ...gauges(processFigures?.() ?? {}),
    ...meter.read(),
  ];
  try {
    return [...ofProcess, { name: 'jalon_database_up', value: 1 }, ...(await databaseFigures(deps))];
  } catch (error) {
    ports.log.error('not-counted', { reason: reasonOf(error) });
    return [...ofProcess, { name: 'jalon_database_up', value: 0 }];
  }
}

function gauges(values: Readonly<Partial<Record<MetricName, number | undefined>>>): readonly Sample[] {
  return (Object.entries(values) as [MetricName, number | undefined][]).flatMap(([name, value]) =>
    value === undefined ? [] : { name, value },
  );
}

async function databaseFigures(deps: AppDeps): Promise<readonly Sample[]> {
  return [
    ...(await countFigures(deps)),
    ...(await listFigures(deps)),
    ...(await checkpointFigures(deps)),
    ...keyFigures(deps),
    ...(await nightlyFigures(deps)),
    ...(await readinessFigures(deps)),
  ];
}

async function countFigures({ ports, services }: AppDeps): Promise<readonly Sample[]> {
  const { store, clock } = ports;
  const now = clock.now();
  const counts = await store.countRows();
  const outbox = await services.readOutboxState();
  const mail = await store.countMail(now);
  const oldest = await store.readOldestTask(now);
  const jobs = await store.countFailingJobs(now);
  return gauges({
    jalon_people: counts.people,
    jalon_engagements: counts.engagements,
    jalon_establishments: counts.establishments,
    jalon_credentials: counts.credentials,
    jalon_credentials_issued: counts.credentials,
    jalon_credentials_revoked: await store.countRevoked(),
    jalon_awards_unsigned: await store.countUnsignedAwards(),
    jalon_outbox_waiting: outbox.waiting,
    jalon_outbox_overdue: outbox.overdue,
    jalon_outbox_oldest_age_seconds: oldest === undefined ? 0 : secondsBetween(oldest, now),
    jalon_jobs_failing: jobs.failing,
    jalon_jobs_set_aside: jobs.setAside,
    jalon_jobs_not_moving: jobs.stuck,
    jalon_mail_waiting: mail.waiting,
    jalon_mail_gathered: mail.gathered,
    jalon_mail_refused: mail.refused,
  });
}

/** Of several lists the one that is worst off. None if nothing was published. */
async function listFigures({ ports }: AppDeps): Promise<readonly Sample[]> {
  const now = ports.clock.now();
  const ends = (await ports.store.readStatusLists()).flatMap(({ published }) => published?.validUntil ?? []);
  const first = ends.toSorted()[0];
  if (first === undefined) return [];
  const { signedAt, renewedAt } = listDates(first);
  return gauges({
    jalon_status_list_age_seconds: secondsBetween(signedAt, now),
    jalon_status_list_renewal_seconds: secondsBetween(now, renewedAt),
    jalon_status_list_end_seconds: secondsBetween(now, first),
  });
}

async function checkpointFigures({ ports }: AppDeps): Promise<readonly Sample[]> {
  const now = ports.clock.now();
  const samples: Sample[] = [];
  for (const log of ['badges', 'audit'] as const) {
    const newest = await readNewestCheckpoint(ports, log);
    if (!newest) continue;
    const due = secondsBetween(`${newest.day}T00:00:00Z` as Instant, now) - DAY_SECONDS;
    samples.push(
      { name: 'jalon_checkpoint_age_seconds', labels: { log }, value: secondsBetween(newest.signedAt, now) },
      { name: 'jalon_checkpoint_renewal_seconds', labels: { log }, value: -due },
    );
  }
  return samples;
}

function keyFigures({ ports: { keys, clock } }: AppDeps): readonly Sample[] {
  const active = keys.list().filter(({ state }) => state === 'active');
  const ages = [...Map.groupBy(active, ({ algorithm }) => algorithm)].map(([algorithm, of]): Sample => {
    const oldest = of.map(({ createdAt }) => createdAt).toSorted()[0] ?? clock.now();
    const value = secondsBetween(oldest, clock.now());
    return { name: 'jalon_key_age_seconds', labels: { algorithm }, value };
  });
  return [...ages, { name: 'jalon_keys_missing', value: keys.missing().length }];
}

/** The last look of the night, and the last backup. */
async function nightlyFigures({ ports: { store } }: AppDeps): Promise<readonly Sample[]> {
  const answers = await store.readInvariantAnswers();
  const last = answers
    .map(({ lookedAt }) => lookedAt)
    .toSorted()
    .at(-1);
  const backup = await readLastBackup(store);
  return gauges({
    jalon_doctor_last_timestamp_seconds: last && toUnix(last),
    jalon_doctor_contradictions: answers.filter(hasDamage).reduce((sum, { count }) => sum + count, 0),
    jalon_doctor_unread: answers.filter(({ failure }) => failure !== undefined).length,
    jalon_backup_last_timestamp_seconds: backup && toUnix(backup.at),
    jalon_backup_size_bytes: backup?.bytes,
  });
}

async function readinessFigures(deps: AppDeps): Promise<readonly Sample[]> {
  const { warnings, refusal } = await readReadiness(deps);
  const free = await deps.ports.readFreeBytes?.();
  const isReported = new Set<string>(warnings);
  return [
    ...Object.keys(healthTexts.warnings).map((warning): Sample => {
      return { name: 'jalon_warning', labels: { warning }, value: isReported.has(warning) ? 1 : 0 };
    }),
    ...Object.keys(healthTexts.refusals).map((reason): Sample => {
      return { name: 'jalon_writing_refused', labels: { reason }, value: reason === refusal ? 1 : 0 };
    }),
    ...gauges({ jalon_disk_free_bytes: free }),
  ];
}

function toUnix(instant: Instant): number {
  return Date.parse(instant) / 1000;
}
