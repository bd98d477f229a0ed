import { requireUncounted } from '../../application/records/remove.ts';
import type { Ports } from '../../application/service-ports.ts';
import { useCases } from '../../application/use-cases.ts';
import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Instant, localDateInParis } from '../../domain/time/calendar.ts';
import { schoolYearOf } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import type { ReportAnswer, YearlyReport } from './feature.ts';
import { factOf, takeReportBack as takenBack, writeReport } from './feature-write.ts';

interface OwnReport {
  readonly personId: PersonId;
  readonly uai: Uai;
}

interface WriteReport extends OwnReport {
  readonly answers: readonly ReportAnswer[];
  /** False for a draft, which only its author reads. */
  readonly handsIn: boolean;
  /** The revision that the form showed; absent if it showed none. */
  readonly seen: string | undefined;
}

/** Keeps the draft of the report of the current school year, or hands it in. Throws the errors of `writeReport`,
 *  and `store-conflict` where the report was changed since the form was shown. */
const writeYearlyReport =
  (ports: Ports) =>
  async ({ personId, uai, answers, handsIn, seen }: WriteReport): Promise<void> => {
    const { store, clock } = ports;
    const at = clock.now();
    const { record, known } = await readCase(ports, { personId, uai }, at);
    if (String(known?.revision ?? '') !== (seen ?? '')) throw new DomainError('store-conflict');
    const report = writeReport({ record, uai, known }, { answers, handsIn, at });
    await store.commit([
      { kind: 'yearly-report-saved', report },
      ...(handsIn ? [audited('yearly-report-handed-in', report, at)] : []),
    ]);
  };

/** Makes the report of the current school year a draft again. Throws the errors of `takeReportBack`, and
 *  `counted-in-badge` where a standing badge counts it. */
const takeYearlyReportBack =
  (ports: Ports) =>
  async ({ personId, uai }: OwnReport): Promise<void> => {
    const at = ports.clock.now();
    const { record, known } = await readCase(ports, { personId, uai }, at);
    const changes = takenBack(known, { reviews: record.reviews, at });
    if (known?.receivedAt) {
      await requireUncounted(ports, record, { kind: 'review', review: factOf(known) });
    }
    await ports.store.commit([
      ...changes,
      ...(known ? [audited('yearly-report-taken-back', known, at)] : []),
    ]);
  };

async function readCase({ store }: Ports, { personId, uai }: OwnReport, at: Instant) {
  const schoolYear = schoolYearOf(localDateInParis(at));
  const [[record], known] = await Promise.all([
    store.readPersonRecords([personId]),
    store.readYearlyReport({ personId, uai, schoolYear }),
  ]);
  if (!record) throw new DomainError('review-outside-engagement');
  return { record, known };
}

function audited(action: AuditAction, { personId, uai, schoolYear }: YearlyReport, at: Instant) {
  return audit(action, { at, actor: personId, subject: personId, details: { uai, year: schoolYear } });
}

export const ownReportServices = useCases({ writeYearlyReport, takeYearlyReportBack });
