import { audit, type StoredAuditEntry } from '../../domain/audit/entry.ts';
import type { LogCheckpoint } from '../../domain/badge-log/entries.ts';
import type { PersonId } from '../../domain/ids.ts';
import { readNewestCheckpoint } from '../badge-log/read.ts';
import type { Ports } from '../service-ports.ts';
import type { AuditQuery } from '../store/service-readers.ts';
import { useCases } from '../use-cases.ts';

/** How far the audit is sealed. */
export interface AuditSeal {
  readonly sealed: number;
  readonly waiting: number;
  /** The newest signed state; absent until the first one. */
  readonly checkpoint: LogCheckpoint | undefined;
}

const readAuditSeal = (ports: Ports) => async (): Promise<AuditSeal> => {
  const { store } = ports;
  const [sealed, waiting, checkpoint] = await Promise.all([
    store.readTreeSize('audit'),
    store.countUnsealedEntries(),
    readNewestCheckpoint(ports, 'audit'),
  ]);
  return { sealed, waiting, checkpoint };
};

/** The most people whom a name or an address may mean. */
const PEOPLE = 20;

/** The ids by which the audit names the people with these words in their name or address: themselves, their
 *  awards and their badges. Empty if no one has them. */
const findAudited =
  ({ store }: Ports) =>
  async (text: string): Promise<readonly string[]> => {
    const people = await store.searchPeople({ text, limit: PEOPLE });
    const awards = await store.readAwardsOf(people.map(({ id }) => ({ kind: 'person', personId: id })));
    const ids = awards.flatMap(({ award, credential }) => [award.id, credential?.id ?? []].flat());
    return [...people.map(({ id }) => id), ...ids];
  };

/** Lines in memory while a file is written. */
const PAGE_ENTRIES = 500;

interface ExportAudit {
  readonly query: Omit<AuditQuery, 'limit' | 'after'>;
  readonly actor: PersonId;
}

/** The lines that a query finds, page by page. A line of the audit is written at the end. */
const exportAudit = ({ store, clock }: Ports) =>
  async function* ({ query, actor }: ExportAudit): AsyncGenerator<readonly StoredAuditEntry[]> {
    let after: StoredAuditEntry | undefined;
    let rows = 0;
    do {
      const lines = await store.searchAudit({ ...query, limit: PAGE_ENTRIES, ...(after && { after }) });
      rows += lines.length;
      yield lines;
      after = lines.length === PAGE_ENTRIES ? lines.at(-1) : undefined;
    } while (after);
    await store.commit([
      audit('register-exported', { at: clock.now(), actor, subject: 'audit', details: { rows } }),
    ]);
  };

export const auditServices = useCases({ readAuditSeal, findAudited, exportAudit });
