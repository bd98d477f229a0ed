import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { SchoolInYear } from '../../application/school/read-year.ts';
import { fullName } from '../../domain/person/name.ts';
import { ReportDetails } from './components.tsx';

/** The reports that were handed in for a school year, as the principal reads them among the progress reviews. */
export async function renderReportsOfSchool(
  { store, wording, t: texts }: PageRequest,
  { establishment, schoolYear, people }: SchoolInYear,
) {
  const t = texts.yearlyReports.school;
  const reports = await store.readYearlyReportsAt(establishment.uai, schoolYear);
  const named = reports.flatMap((report) => {
    const person = people.find(({ id }) => id === report.personId);
    return person ? [{ ...report, name: fullName(person) }] : [];
  });
  return (
    <>
      <h2 id="reports">{t.heading}</h2>
      <p class="note">{t.lede}</p>
      {named.length === 0 && <p>{t.none}</p>}
      {named.map(({ name, answers, handedInAt, changedAt, receivedAt }) => (
        <ReportDetails
          title={name}
          note={t.state(texts.day(handedInAt ?? changedAt), receivedAt && texts.day(receivedAt))}
          answers={answers}
          wording={wording}
        />
      ))}
    </>
  );
}
