import type { LineVerdict, Upload } from '../../../domain/upload/upload.ts';
import type { Store } from '../../ports.ts';

/** Writing so many takes some ten milliseconds, during which nobody else is served. */
const LINES_AT_ONCE = 250;

/** Stores the verdict on each line of an upload in order, some hundreds at a time, so that few are in
 *  memory. */
export function keepVerdicts(
  { commit }: Store,
  { id, expiresAt }: Pick<Upload, 'id' | 'expiresAt'>,
): (verdicts: readonly LineVerdict[]) => Promise<void> {
  let kept = 0;
  return async (verdicts) => {
    for (let first = 0; first < verdicts.length; first += LINES_AT_ONCE) {
      const some = verdicts.slice(first, first + LINES_AT_ONCE);
      const lines = some.map((verdict, at) => ({ ...verdict, position: kept + at }));
      kept += lines.length;
      await commit([{ kind: 'upload-lines-added', uploadId: id, expiresAt, lines }]);
    }
  };
}
