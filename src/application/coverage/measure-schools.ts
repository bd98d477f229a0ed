import { measureCoverage } from '../../domain/coverage/measure.ts';
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

/** The day to measure, and the school year that contains it. */
function dayOf(command: MeasureCommand, today: LocalDate) {
  if (command.kind === 'measure-coverage-day') return { on: command.on, year: schoolYearOf(command.on) };
  const { schoolYear: year = schoolYearOf(today) } = command;
  return { on: year < schoolYearOf(today) ? lastDayOf(year) : today, year };
}

/** Measures the next schools in the order of their UAI. All schools on record are measured, not only those of
 *  the scope. */
export const measureSchools =
  ({ store, clock, catalogue }: Ports): TakeStep =>
  async ({ command, progress }) => {
    const at = clock.now();
    const today = localDateInParis(at);
    const requested = command as MeasureCommand;
    const { on, year } = dayOf(requested, today);
    const chosen = requested.kind === 'measure-coverage-day' ? { on } : {};
    const { after } = progress;
    const schools = await store.readSchoolPage({
      limit: STEP_SIZE,
      ...(after !== undefined && { after: after as Uai }),
    });
    const uais = schools.map(({ uai }) => uai);
    const [engagements, authorisations] = await Promise.all([
      store.readEngagementsAt(uais, { from: firstDayOf(year), to: lastDayOf(year) }),
      store.readAuthorisations(uais),
    ]);
    const engagementsOf = Map.groupBy(engagements, ({ uai }) => uai);
    const authorisationsOf = Map.groupBy(authorisations, ({ uai }) => uai);
    const coverages = uais.map((uai) => {
      const record = {
        uai,
        engagements: engagementsOf.get(uai) ?? [],
        authorisations: authorisationsOf.get(uai) ?? [],
      };
      return measureCoverage(record, on, catalogue.framework);
    });
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
