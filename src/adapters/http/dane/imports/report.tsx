import { DomainError } from '../../../../domain/errors.ts';
import type { FileCounts, Upload, UploadLine } from '../../../../domain/upload/types.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ActionButton } from '../../forms/elements.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { linesHref, REMARKED, renderLines } from './line-table.tsx';

/** Number of refused lines that stand above all lines. */
const FIRST_REFUSED = 10;

/** The upload that the address names. Only its owner can find it: for all others it does not exist. */
export async function requiredUpload({ store, ports, me, param }: PageRequest): Promise<Upload> {
  const upload = await store.readUpload(param('id'), ports.clock.now());
  if (upload?.ownerId !== me) throw new DomainError('not-found');
  return upload;
}

/** `/dane/imports/{id}`: the changes that the import would make, or has made, line by line. */
export async function renderReport(request: PageRequest) {
  const upload = await requiredUpload(request);
  const t = request.t.dane.data.imports;
  const { report, importedAt } = upload;
  const refused = await request.store.readUploadLines(upload.id, {
    outcome: 'refused',
    limit: FIRST_REFUSED,
  });
  const written = report.files.reduce((sum, { created, updated }) => sum + created + updated, 0);
  const lede = importedAt ? t.doneLede : t.checkedLede;
  const isRead = report.unread.every(({ why }) => why === 'blank');
  const isKnown = written === 0 && report.refusedTotal === 0 && report.files.length > 0 && isRead;
  return (
    <DaneLayout section="imports" title={importedAt ? t.doneTitle : t.checkedTitle}>
      <Unread upload={upload} />
      <p class="lede">{isKnown && !importedAt ? t.nothingNew : lede(written, report.refusedTotal)}</p>
      <div class="actions">
        {!importedAt && written > 0 && (
          <ActionButton action={`/dane/imports/${upload.id}`}>{t.confirm}</ActionButton>
        )}
        <a class="button-secondary" href="/dane/imports">
          {t.again}
        </a>
      </div>
      {importedAt && written > 0 && (
        <p>
          {request.t.undo.fromReport} <a href="/dane/imports#past">{request.t.undo.toPast}</a>
        </p>
      )}
      <p class="note">{t.until(request.t.moment(upload.expiresAt))}</p>
      {report.files.length > 0 && <Counts upload={upload} />}
      <Refused upload={upload} lines={refused} />
      <Matchable upload={upload} />
      {await renderLines(request, upload)}
    </DaneLayout>
  );
}

/** Tables that were not read are listed first. */
function Unread({ upload: { report } }: { upload: Upload }) {
  const t = usePageContext().t.dane.data.imports;
  const { unread } = report;
  if (unread.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="unread">
      <h2 id="unread">{t.unread(unread.length)}</h2>
      <ul>
        {unread.map(({ file, why, lines }) => (
          <li>{t.unreadTable(file, why, lines)}</li>
        ))}
      </ul>
    </section>
  );
}

/** The tables whose columns can be matched by hand, where some are not read. */
function Matchable({ upload: { id, report } }: { upload: Upload }) {
  const t = usePageContext().t.dane.data.sheets;
  const { headers = [], unread } = report;
  const open = headers.filter(({ file, titles, columns }) => {
    const isUnread = unread.some((table) => table.file === file);
    return isUnread || titles.filter(Boolean).length > Object.keys(columns).length;
  });
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{t.match}</h2>
      <p>{t.matchText}</p>
      <ul class="links">
        {open.map(({ file }) => (
          <li>
            <a href={`/dane/imports/${id}/columns?${new URLSearchParams({ file })}`}>{t.matchOf(file)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The refused lines, with a file for their correction where their file is readable. */
function Refused({ upload, lines }: { upload: Upload; lines: readonly UploadLine[] }) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.data.sheets;
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{t.refused(upload.report.refusedTotal)}</h2>
      <ul>
        {lines.map(({ file, line, remarks }) => (
          <li>
            {t.refusedLine(file, line)} {remarks.map(({ reason }) => reason).join(' ')}
          </li>
        ))}
      </ul>
      {upload.report.refusedTotal > lines.length && (
        <p>
          <a href={linesHref(upload, { outcome: 'refused' })}>{t.refusedAll}</a>
        </p>
      )}
      <Corrections upload={upload} />
    </section>
  );
}

function Corrections({ upload }: { upload: Upload }) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.data.imports;
  const path = `/dane/imports/${upload.id}/corrections`;
  const faulty = upload.report.files.filter((file) => file.refused > 0);
  if (faulty.length === 0) return null;
  return (
    <>
      <h3>{t.corrections}</h3>
      <p>{t.correctionsText}</p>
      <p>
        <a class="button-secondary" href={`${path}.xlsx?lang=${pageContext.locale}`} download>
          {t.correctionsXlsx}
        </a>
      </p>
      <ul class="links">
        {faulty.map(({ file }) => (
          <li>
            <a href={`${path}.csv?${new URLSearchParams({ file, lang: pageContext.locale })}`} download>
              {t.correctionsCsv(file)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const COUNTED = ['created', 'updated', 'unchanged', 'refused'] as const;

/** The numbers of lines of each file; each number is a link to those lines. */
function Counts({ upload }: { upload: Upload }) {
  const t = usePageContext().t.dane.data.imports;
  return (
    <section>
      <h2>{t.byFile}</h2>
      <CardTable
        compact
        rows={upload.report.files}
        columns={[
          { heading: t.file, cell: ({ file }) => file, names: true },
          { heading: t.lineCount, cell: ({ lines }) => lines },
          ...COUNTED.map((outcome) => ({
            heading: t[outcome],
            cell: (counts: FileCounts) => <Count upload={upload} counts={counts} outcome={outcome} />,
            class: (counts: FileCounts) => (counts[outcome] === 0 ? 'zero' : undefined),
          })),
        ]}
      />
      {upload.report.noticesTotal > 0 && (
        <p>
          <a href={linesHref(upload, { outcome: REMARKED })}>{t.noticesTitle(upload.report.noticesTotal)}</a>{' '}
          {t.noticesText}
        </p>
      )}
    </section>
  );
}

function Count({
  upload,
  counts,
  outcome,
}: {
  upload: Upload;
  counts: FileCounts;
  outcome: (typeof COUNTED)[number];
}) {
  const t = usePageContext().t.dane.data.imports;
  const { file } = counts;
  if (counts[outcome] === 0) return <>0</>;
  return (
    <a href={linesHref(upload, { outcome, file })}>
      {counts[outcome]}
      <span class="visually-hidden"> {t.show(t[outcome], file)}</span>
    </a>
  );
}
