import type { Table, TableColumn } from '../../application/files/export/table.ts';
import { mailAbout } from '../../application/mail/queue.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { PersonId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import type { Person, School } from '../../domain/records.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import { schoolYearLabel } from '../../domain/time/school-year.ts';
import { typographic } from '../../texts/grammar.ts';
import type { ReportSearch, YearlyReport } from './feature.ts';
import { receiveReport } from './feature-write.ts';

/** Number of reports read or acknowledged together. */
const PIECE = 200;

/** A report that was handed in, with its author and school as far as they are on record. */
export interface ReadReport {
  readonly report: YearlyReport;
  readonly person: Person | undefined;
  readonly school: School | undefined;
}

/** All reports that match, piece by piece. */
export async function* piecesOfReports(
  { store }: Pick<Ports, 'store'>,
  search: ReportSearch,
): AsyncGenerator<readonly YearlyReport[]> {
  for (let after: YearlyReport | undefined; ; ) {
    const piece = await store.readYearlyReports(search, { limit: PIECE, ...(after && { after }) });
    if (piece.length > 0) yield piece;
    after = piece.length === PIECE ? piece.at(-1) : undefined;
    if (!after) return;
  }
}

/** The reports of a school year that were handed in, by school and name. */
const readReports =
  ({ store }: Ports) =>
  async (search: ReportSearch): Promise<readonly ReadReport[]> => {
    const found: ReadReport[] = [];
    for await (const piece of piecesOfReports({ store }, search)) {
      const [people, schools] = await Promise.all([
        store.readPeople([...new Set(piece.map(({ personId }) => personId))]),
        store.readSchoolsByUai([...new Set(piece.map(({ uai }) => uai))]),
      ]);
      const personOf = new Map(people.map((one) => [one.id, one]));
      const schoolOf = new Map(schools.map((one) => [one.uai, one]));
      found.push(
        ...piece.map((report) => ({
          report,
          person: personOf.get(report.personId),
          school: schoolOf.get(report.uai),
        })),
      );
    }
    return found.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b), 'fr'));
  };

function orderOf({ report, person, school }: ReadReport): string {
  const place = [school?.departmentCode, school?.commune, school?.name, report.uai];
  return [...place, person?.familyName, person?.givenName].join('\t');
}

/** Acknowledges the reports that match and were not acknowledged yet, but never the agent's own. Each then counts as
 *  the self-report of its year, and its author gets a mail. */
const receiveReports =
  (ports: Ports) =>
  ({ actor, ...search }: ReportSearch & { readonly actor: PersonId }): Promise<void> =>
    retryOnConflict(async () => {
      const { store, clock } = ports;
      for await (const piece of piecesOfReports(ports, search)) {
        const waiting = piece.filter((one) => !one.receivedAt && one.personId !== actor);
        if (waiting.length === 0) continue;
        const records = await store.readPersonRecords(waiting.map(({ personId }) => personId));
        const reviewsOf = new Map(records.map(({ personId, reviews }) => [personId, reviews]));
        const at = clock.now();
        const changes = waiting.flatMap((one) =>
          receiveReport(one, { reviews: reviewsOf.get(one.personId) ?? [], by: actor, at }),
        );
        const mails = waiting.flatMap(({ personId, uai, schoolYear }) => {
          const subjectIds = [formatSubject({ kind: 'report', id: `${schoolYear} ${uai}` })];
          return mailAbout(ports, { kind: 'decision', personId, subjectIds, at });
        });
        await store.commit([
          ...Object.values(Object.groupBy([...changes, ...mails], ({ kind }) => kind)).flat(),
          ...waiting.map(({ personId, uai, schoolYear }) =>
            audit('yearly-report-received', {
              ...{ at, actor, subject: personId },
              details: { uai, year: schoolYear },
            }),
          ),
        ]);
      }
    });

const COLUMNS: readonly TableColumn[] = (
  [
    ['annee_scolaire', 'text'],
    ['departement', 'text'],
    ['uai', 'text'],
    ['etablissement', 'text'],
    ['prenom', 'text'],
    ['nom', 'text'],
    ['adresse', 'text'],
    ['remis_le', 'date'],
    ['accuse_reception_le', 'date'],
    ['question', 'text'],
    ['famille', 'text'],
    ['reponse', 'text'],
  ] as const
).map(([key, kind]) => ({ key, title: key, kind }));

/** The reports as a table, with a row for each answer. */
const exportReports =
  (ports: Ports) =>
  async ({ actor, ...search }: ReportSearch & { readonly actor: PersonId }): Promise<Table> => {
    const reports = await readReports(ports)(search);
    const { families } = ports.catalogue.framework;
    const rows = reports.flatMap(({ report, person, school }) =>
      report.answers.map(({ asked, family, text }) => [
        schoolYearLabel(report.schoolYear),
        school?.departmentCode,
        report.uai,
        school?.name,
        person?.givenName,
        person?.familyName,
        person?.emails[0],
        report.handedInAt && localDateInParis(report.handedInAt),
        report.receivedAt && localDateInParis(report.receivedAt),
        typographic(asked.fr),
        families.find(({ code }) => code === family)?.label.fr,
        text,
      ]),
    );
    const stated = { at: ports.clock.now(), actor, subject: 'bilans', details: { rows: rows.length } };
    await ports.store.commit([audit('records-exported', stated)]);
    return { name: 'bilans', columns: COLUMNS, rows };
  };

export const yearlyReportServices = useCases({ readReports, receiveReports, exportReports });
