import type { LineRemark, Upload } from '../../../../domain/upload.ts';
import { inLanguage } from '../../pages/in-language.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { RemarkTable } from './import-remark-table.tsx';

/** `/dane/imports/{id}`: what the import would change, or what it changed. */
export function ImportReportPage({ frame, upload }: { frame: PageFrame; upload: Upload }) {
  const t = frame.t.dane.data.imports;
  const { report, importedAt } = upload;
  const written = report.files.reduce((sum, { created, updated }) => sum + created + updated, 0);
  const lede = importedAt ? t.doneLede : t.checkedLede;
  const isKnown = written === 0 && report.refusedTotal === 0 && report.files.length > 0;
  return (
    <DaneLayout frame={frame} section="imports" title={importedAt ? t.doneTitle : t.checkedTitle}>
      <p class="lede">{isKnown && !importedAt ? t.nothingNew : lede(written, report.refusedTotal)}</p>
      <div class="actions">
        {!importedAt && written > 0 && (
          <form method="post" action={inLanguage(frame, `/dane/imports/${upload.id}`)}>
            <button type="submit">{t.confirm}</button>
          </form>
        )}
        <a class="button-secondary" href={inLanguage(frame, '/dane/imports')}>
          {t.again}
        </a>
      </div>
      <p class="note">{t.until(frame.t.moment(upload.expiresAt))}</p>
      {report.files.length > 0 && <Counts frame={frame} upload={upload} />}
      {report.refusedTotal > 0 && <Refused frame={frame} upload={upload} />}
      {report.noticesTotal > 0 && (
        <section>
          <h2>{t.noticesTitle(report.noticesTotal)}</h2>
          <p>{t.noticesText}</p>
          <Shown words={t.noticesShown} remarks={report.notices} total={report.noticesTotal} />
          <RemarkTable frame={frame} remarks={report.notices} caption={t.noticesTitle(report.noticesTotal)} />
        </section>
      )}
    </DaneLayout>
  );
}

function Shown({
  words,
  remarks,
  total,
}: {
  words: (shown: number, total: number) => string;
  remarks: readonly LineRemark[];
  total: number;
}) {
  return total > remarks.length ? <p>{words(remarks.length, total)}</p> : null;
}

function Refused({ frame, upload }: { frame: PageFrame; upload: Upload }) {
  const t = frame.t.dane.data.imports;
  const { refused, refusedTotal, files } = upload.report;
  const path = `/dane/imports/${upload.id}/corrections`;
  const faulty = files.filter((file) => file.refused > 0);
  return (
    <section>
      <h2>{t.refusedTitle(refusedTotal)}</h2>
      {faulty.length > 0 && (
        <>
          <p>{t.correctionsText}</p>
          <p>
            <a class="button-secondary" href={`${path}.xlsx?lang=${frame.locale}`} download>
              {t.correctionsXlsx}
            </a>
          </p>
          <ul class="links">
            {faulty.map(({ file }) => (
              <li>
                <a href={`${path}.csv?${new URLSearchParams({ file, lang: frame.locale })}`} download>
                  {t.correctionsCsv(file)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Shown words={t.shown} remarks={refused} total={refusedTotal} />
      <RemarkTable frame={frame} remarks={refused} caption={t.refusedTitle(refusedTotal)} />
    </section>
  );
}

function Counts({ frame, upload }: { frame: PageFrame; upload: Upload }) {
  const t = frame.t.dane.data.imports;
  const columns = ['created', 'updated', 'unchanged', 'refused'] as const;
  return (
    <section>
      <h2>{t.byFile}</h2>
      <table class="table-cards">
        <thead>
          <tr>
            <th scope="col">{t.file}</th>
            {columns.map((column) => (
              <th scope="col">{t[column]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {upload.report.files.map((counts) => (
            <tr>
              <th scope="row">{counts.file}</th>
              {columns.map((column) => (
                <td data-label={t[column]}>{counts[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
