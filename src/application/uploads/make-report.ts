import type { FileCounts, LineRemark, UploadReport } from '../../domain/upload.ts';
import type { ImportEntry } from '../import/entry.ts';
import type { ImportOptions } from '../import/options.ts';

/** Remarks of each kind that are kept to be shown; a file to correct has all of the refused lines. */
const KEPT_REMARKS = 200;

/** Hears an import and keeps what is shown of it; `before` are refusals that this import does not meet again. */
export function makeReport(before: readonly LineRemark[] = []): {
  readonly options: Pick<ImportOptions, 'onEntry' | 'onFile'>;
  report(): UploadReport;
} {
  const files: FileCounts[] = [];
  const refused: LineRemark[] = [...before];
  const notices: LineRemark[] = [];
  const totals = { refused: before.length, notice: 0 };
  return {
    options: {
      onFile: (counts) => void files.push(counts),
      onEntry: (entry) => {
        totals[entry.kind] += 1;
        const kept = entry.kind === 'refused' ? refused : notices;
        if (kept.length < KEPT_REMARKS) kept.push(toRemark(entry));
      },
    },
    report: () => ({
      files,
      refused,
      refusedTotal: totals.refused,
      notices,
      noticesTotal: totals.notice,
    }),
  };
}

function toRemark({ file, line, column, value, reason, fix }: ImportEntry): LineRemark {
  return { file, line, column, value, reason, fix };
}
