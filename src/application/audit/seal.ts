import type { StoredAuditEntry } from '../../domain/audit/entry.ts';
import { auditLeaf, digestOfEntry } from '../../issuing/audit-leaf.ts';
import { type AppendableLog, extendLog, signLog } from '../badge-log/append-log.ts';
import { type Allowance, UNLIMITED } from '../concurrency/query-budget.ts';
import type { Ports } from '../service-ports.ts';
import { sealDetails } from './audited-store.ts';

/** A line with its digest. */
type Digested = StoredAuditEntry & { readonly digest: string };

/** Gives waiting lines of the audit their places, then signs the new state of their log, which is the badge log's
 *  with another name. The timer calls it. */
export const sealAudit =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<void> => {
    const log = auditLogOf(ports);
    await extendLog(ports, log, allowance);
    await signLog(ports, log, allowance);
  };

const auditLogOf = ({ store, ids }: Ports): AppendableLog<Digested> => ({
  log: 'audit',
  // The tiles say how long the log is: what was deleted at its end leaves a gap, and nothing takes its place.
  readSize: () => store.readTreeSize('audit'),
  readWaiting: async (limit) => (await store.readUnsealedEntries(limit)).map((line) => digested(line, ids)),
  leafOf: ({ digest }) => auditLeaf(digest),
  place: ({ size, entries, tiles }) => [
    {
      kind: 'audit-sealed',
      lines: entries.map(({ id, digest, detailsSalt, detailsDigest }, at) => ({
        ...{ id, digest, position: size + at },
        ...(detailsDigest !== undefined && { detailsDigest }),
        ...(detailsSalt !== undefined && { detailsSalt }),
      })),
      tiles,
    },
  ],
});

/** A line from before digests is sealed as it is found. */
function digested(line: StoredAuditEntry, ids: Ports['ids']): Digested {
  const { digest } = line;
  if (digest !== undefined) return { ...line, digest };
  const whole = { ...line, ...sealDetails(line, ids) };
  return { ...whole, digest: digestOfEntry(whole) };
}
