import type { LineVerdict, Upload } from '../../../domain/work/upload.ts';
import type { Store } from '../../ports.ts';

/** Keeps what an import does with each line of an upload, in the order in which it is said, some hundreds at a time: none
 *  is held longer than it takes to write it. */
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
