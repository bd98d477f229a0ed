import type { LineVerdict, Upload } from '../../../domain/upload/upload.ts';
import type { Store } from '../../ports.ts';

/** Stores the verdict on each line of an upload in order, some hundreds at a time, so that few are in
 *  memory. */
export function keepVerdicts(
  { commit }: Pick<Store, 'commit'>,
  { id, expiresAt }: Pick<Upload, 'id' | 'expiresAt'>,
): (verdicts: readonly LineVerdict[]) => Promise<void> {
  let kept = 0;
  return async (verdicts) => {
    if (verdicts.length === 0) return;
    const lines = verdicts.map((verdict, at) => ({ ...verdict, position: kept + at }));
    kept += lines.length;
    await commit([{ kind: 'upload-lines-added', uploadId: id, expiresAt, lines }]);
  };
}
