import { fromEd25519Multikey } from '#open-badges/keys';
import { verifierKey } from '#open-badges/transparency-log';
import type { KeyDirectory } from '../../../../application/ports.ts';
import type { LogCheckpoint } from '../../../../domain/badge-log/entries.ts';
import { logOrigin } from '../../../../issuing/addresses.ts';

/** The number of days on the page. */
const DAYS_SHOWN = 14;

interface Context {
  readonly checkpoints: readonly LogCheckpoint[];
  readonly keys: KeyDirectory;
  readonly origin: string;
}

/** The state of the log, the last days, and the data that a monitor needs. */
export function logView({ checkpoints, keys, origin }: Context) {
  return {
    last: checkpoints[0],
    days: checkpoints.slice(0, DAYS_SHOWN),
    verifierKeys: keys
      .list()
      .filter(({ algorithm, state }) => algorithm === 'Ed25519' && state === 'active')
      .flatMap(({ publicKeyMultibase = '' }) => {
        const publicKey = fromEd25519Multikey(publicKeyMultibase);
        return publicKey ? [verifierKey(logOrigin(origin), publicKey)] : [];
      }),
    command: `npm run -s jalon -- monitor ${origin} --state journal.json`,
  };
}

export type LogView = ReturnType<typeof logView>;
