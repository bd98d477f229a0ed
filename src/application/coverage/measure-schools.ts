import { type MeasuredCoverage, measureCoverage } from '../../domain/coverage/measure.ts';
import { DomainError } from '../../domain/errors.ts';
import type { JobCommand } from '../../domain/job/types.ts';
import { isWithin, type LocalDate, localDateInParis, secondsAfter } from '../../domain/time/calendar.ts';
import { firstDayOf, lastDayOf, schoolYearOf } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { SYSTEM_ACTOR } from '../audit/context.ts';
import { beginJob } from '../jobs/begin.ts';
import { counted, type TakeStep } from '../jobs/step.ts';
import type { Ports } from '../service-ports.ts';

const STEP_SIZE = 25;

type MeasureCommand = Extract<JobCommand, { readonly kind: 'measure-coverage' | 'measure-coverage-day' }>;

/** Seconds for which the coverage of a chosen day is kept. */
const COVERAGE_RETENTION_SECONDS = 30 * 86_400;

/** Number of earlier school years that are computed if they were not measured while they ran. */
const COMPUTED_YEARS = 4;

/** The days to measure, each in another school year. The daily measure also computes the earlier years, from the
 *  first one on with an engagement on record. The store never replaces what was measured while a year ran. */
async function daysOf({ store }: Ports, command: MeasureCommand, today: LocalDate) {
  if (command.kind === 'measure-coverage-day') return [command.on];
  const current = schoolYearOf(today);
  const { schoolYear } = command;
  if (schoolYear !== undefined) return [schoolYear < current ? lastDayOf(schoolYear) : today];
  const first = await store.readFirstEngagementDay();
  const earlier = Array.from({ length: COMPUTED_YEARS }, (_, before) => lastDayOf(current - 1 - before));
  return [today, ...earlier.filter((day) => first !== undefined && first <= day)];
}

/** Measures the next schools in the order of their UAI. All schools on record are measured, not only those of
 *  the scope. */
export const measureSchools =
  (ports: Ports): TakeStep =>
  async ({ command, progress }) => {
    const { store, clock } = ports;
    const at = clock.now();
    const requested = command as MeasureCommand;
    const days = await daysOf(ports, requested, localDateInParis(at));
    const chosen = requested.kind === 'measure-coverage-day' ? { on: requested.on } : {};
    const { after } = progress;
    const schools = await store.readSchoolPage({
      limit: STEP_SIZE,
      ...(after !== undefined && { after: after as Uai }),
    });
    const uais = schools.map(({ uai }) => uai);
    const coverages = await measureEach(ports, uais, days);
    const last = uais.length === STEP_SIZE ? uais.at(-1) : undefined;
    const counts = counted(
      progress.counts,
      uais.map(() => 'measured'),
    );
    return {
      progress: { phase: 0, counts, ...(last !== undefined && { after: last }) },
      advanced: uais.length,
      finished: last === undefined,
      changes: [
        { kind: 'coverage-days-forgotten' as const, before: secondsAfter(at, -COVERAGE_RETENTION_SECONDS) },
        ...(coverages.length > 0 ? [{ kind: 'coverage-measured' as const, coverages, at, ...chosen }] : []),
      ],
    };
  };

async function measureEach(
  { store, catalogue }: Ports,
  uais: readonly Uai[],
  days: readonly LocalDate[],
): Promise<readonly MeasuredCoverage[]> {
  const years = days.map(schoolYearOf);
  const [engagements, authorisations] = await Promise.all([
    store.readEngagementsAt(uais, {
      from: firstDayOf(Math.min(...years)),
      to: lastDayOf(Math.max(...years)),
    }),
    store.readAuthorisations(uais),
  ]);
  const engagementsOf = Map.groupBy(engagements, ({ uai }) => uai);
  const authorisationsOf = Map.groupBy(authorisations, ({ uai }) => uai);
  return uais.flatMap((uai) => {
    const record = {
      uai,
      engagements: engagementsOf.get(uai) ?? [],
      authorisations: authorisationsOf.get(uai) ?? [],
    };
    return days.map((day) => measureCoverage(record, day, catalogue.framework));
  });
}

const OLD_SECONDS = 86_400;

/** Begins a job that measures every school, where the last measure is a day old. The id of the job contains
 *  the day, so that several processes begin only one job. */
export const measureWhenOld = (ports: Ports) => async (): Promise<void> => {
  const { store, clock } = ports;
  const now = clock.now();
  const latest = await store.readLatestJob('measure-coverage');
  if (latest && isWithin(now, latest.madeAt, OLD_SECONDS)) return;
  const ids = { ...ports.ids, uuid: () => `measure-coverage-${localDateInParis(now)}` };
  try {
    await beginJob({ ...ports, ids })({ kind: 'measure-coverage' }, SYSTEM_ACTOR);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
  }
};
