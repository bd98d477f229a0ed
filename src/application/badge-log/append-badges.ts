import { readJson } from '#open-badges/parsing';
import { leafHash } from '#open-badges/transparency-log';
import type { SignedDigests } from '../../domain/badge-log/entries.ts';
import { formatLogEntry } from '../../issuing/log-entry.ts';
import { type Allowance, UNLIMITED } from '../concurrency/query-budget.ts';
import type { Ports } from '../service-ports.ts';
import { type AppendableLog, AT_ONCE, EXTEND_QUERIES, extendLog, signLog } from './append-log.ts';
import { digestsOf } from './digests.ts';

/** Enters waiting badges into the log, then signs the new state of the log. The timer calls it. */
export const appendBadgeLog =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<void> => {
    await extendBadgeLog(ports)(allowance);
    await signLog(ports, badgeLogOf(ports), allowance);
  };

/** Gives each waiting document its place at the end of the log. Returns the number of documents entered. */
export const extendBadgeLog =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<number> => {
    await readUnread(ports.store, allowance);
    return extendLog(ports, badgeLogOf(ports), allowance);
  };

const badgeLogOf = ({ store }: Ports): AppendableLog<SignedDigests> => ({
  log: 'badges',
  readSize: store.readLogSize,
  readWaiting: store.readWaitingDigests,
  leafOf: (digests) => leafHash(new TextEncoder().encode(formatLogEntry(digests))),
  place: ({ size, entries, tiles }) => [
    {
      kind: 'badge-log-extended',
      entries: entries.map((digests, at) => ({ position: size + at, digests })),
      tiles,
    },
  ],
});

/** Makes the digests of documents that an earlier version stored without any. */
async function readUnread(store: Ports['store'], allowance: Allowance): Promise<void> {
  while (allowance.has(EXTEND_QUERIES)) {
    const unread = await store.readUnreadForms(AT_ONCE);
    if (unread.length === 0) return;
    const read = await Promise.all(
      unread.map(async ({ id, signed }) => {
        const document = signed && readJson(signed.document);
        return {
          id,
          ...(signed &&
            document?.kind === 'object' && { digests: await digestsOf(document.object, signed.jws) }),
        };
      }),
    );
    await store.commit([{ kind: 'badge-log-read', read }]);
  }
}
