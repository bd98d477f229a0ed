import type { LineRemark } from '../../../../domain/upload.ts';
import type { PageFrame } from '../../pages/page-frame.ts';

/** Lines with what is said of them. */
export function RemarkTable({
  frame,
  remarks,
  caption,
}: {
  frame: PageFrame;
  remarks: readonly LineRemark[];
  caption: string;
}) {
  const t = frame.t.dane.data.imports;
  const columns = ['file', 'line', 'column', 'value', 'reason', 'fix'] as const;
  return (
    <table class="table-cards">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{t[column]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {remarks.map((remark) => (
          <tr>
            <th scope="row">{remark.file}</th>
            <td data-label={t.line}>{remark.line}</td>
            <td data-label={t.column}>{remark.column || t.wholeLine}</td>
            <td data-label={t.value}>{remark.value || '—'}</td>
            <td data-label={t.reason}>{remark.reason}</td>
            <td data-label={t.fix}>{remark.fix}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
