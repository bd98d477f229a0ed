import { LINE_OUTCOMES, type Upload, type UploadLine } from '../../../../domain/upload/types.ts';
import { CardTable } from '../../components/card-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Paging, pageOf } from '../../components/pagination.tsx';
import { Filter } from '../../forms/filter.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';

const PAGE_SIZE = 25;

/** A filter for lines with a remark, whatever their outcome. */
export const REMARKED = 'remarked';

/** The address of the lines of one outcome, in one file or in all. */
export function linesHref({ id }: Upload, chosen: Readonly<Record<string, string>>): string {
  return `/dane/imports/${id}?${new URLSearchParams(chosen)}#lines`;
}

/** Every line of an import with its outcome, filtered by outcome and by file, page by page. */
export async function renderLines(request: PageRequest, upload: Upload) {
  const { outcome = '', file = '', after = '' } = request.c.req.query();
  const t = request.t.dane.data.imports;
  const known = LINE_OUTCOMES.find((one) => one === outcome);
  const found = await request.store.readUploadLines(upload.id, {
    limit: PAGE_SIZE + 1,
    ...(known && { outcome: known }),
    ...(outcome === REMARKED && { remarked: true }),
    ...(file && { file }),
    ...(/^\d{1,9}$/.test(after) && { after: Number(after) }),
  });
  const { rows, last } = pageOf(found, PAGE_SIZE);
  const { files, unread, unreadable } = upload.report;
  const names = [...new Set([...files, ...unread, ...unreadable].map((one) => one.file))];
  const outcomes = LINE_OUTCOMES.map((value) => ({ value, label: t.outcomes[value] }));
  return (
    <section id="lines">
      <h2>{t.lines}</h2>
      <Filter
        action={`/dane/imports/${upload.id}#lines`}
        form={{ values: { outcome: [outcome], file: [file] }, faults: {} }}
        labels={{ outcome: t.verdict, file: t.file }}
        fields={[
          {
            kind: 'choice',
            name: 'outcome',
            choices: [...outcomes, { value: REMARKED, label: t.remarked }],
          },
          { kind: 'choice', name: 'file', choices: names.map((name) => ({ value: name, label: name })) },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState>{request.t.forms.nothing}</EmptyState>
      ) : (
        <UploadLineRows lines={rows} />
      )}
      <Paging next={last && linesHref(upload, { outcome, file, after: String(last.position) })} />
    </section>
  );
}

function UploadLineRows({ lines }: { lines: readonly UploadLine[] }) {
  const t = usePageContext().t.dane.data.imports;
  return (
    <CardTable
      compact
      caption={t.lines}
      rows={lines}
      columns={[
        { heading: t.line, cell: ({ line }) => line, names: true, label: true },
        { heading: t.file, cell: ({ file }) => file, label: false },
        { heading: t.verdict, cell: ({ outcome }) => t.outcomes[outcome], label: false },
        {
          heading: t.detail,
          cell: (line) => <LineChanges {...line} />,
          label: false,
          class: ({ differences, remarks }) =>
            differences.length + remarks.length > 0 ? 'block' : undefined,
        },
      ]}
    />
  );
}

function LineChanges({ differences, remarks }: Pick<UploadLine, 'differences' | 'remarks'>) {
  const t = usePageContext().t.dane.data.imports;
  return (
    <>
      {differences.map(({ column, before, after }) => (
        <span class="block">{t.difference(column, before, after)}</span>
      ))}
      {remarks.map(({ column, value, reason, fix }) => (
        <span class="block">
          {column && <strong>{t.cell(column, value)}</strong>} {reason} <span class="note">{fix}</span>
        </span>
      ))}
    </>
  );
}
