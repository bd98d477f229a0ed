import type { SchoolInYear } from '../../../application/school/read-year.ts';
import { fullName } from '../../../domain/person/name.ts';
import type { Visit } from '../routing/page-request.ts';
import { FoldedReport } from './yearly-report.tsx';

/** The reports that were handed in for a school year, as the principal reads them among the progress reviews. */
export async function drawReportsOfSchool(
  { store, wording, t: words }: Visit,
  { establishment, schoolYear, people }: SchoolInYear,
) {
  const t = words.yearlyReports.school;
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
        <FoldedReport
          title={name}
          note={t.state(words.day(handedInAt ?? changedAt), receivedAt && words.day(receivedAt))}
          answers={answers}
          wording={wording}
        />
      ))}
    </>
  );
}
