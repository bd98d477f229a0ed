import { audit } from '../../../domain/audit/entry.ts';
import { isAgainstCriteria } from '../../../domain/award/by-decision.ts';
import type { Award } from '../../../domain/award/types.ts';
import type { AwardId, PersonId } from '../../../domain/ids.ts';
import { localDateInParis } from '../../../domain/time/calendar.ts';
import type { Store } from '../../ports.ts';
import type { Ports } from '../../service-ports.ts';
import type { AwardWithCredential } from '../../store/badge-readers.ts';
import type { Table, TableCell, TableColumn } from './table.ts';

const PAGE_ROWS = 500;

const COLUMNS: readonly TableColumn[] = (
  [
    ['badge', 'text'],
    ['version', 'integer'],
    ['annee_scolaire', 'text'],
    ['destinataire', 'text'],
    ['attribue_le', 'date'],
    ['hors_criteres', 'text'],
    ['etat', 'text'],
    ['signe_le', 'date'],
    ['valable_jusqu_au', 'date'],
    ['revoque_le', 'date'],
  ] as const
).map(([key, kind]) => ({ key, title: key, kind }));

/** The register of awards, in the order of their grants. It contains no motives, and of people only the
 *  current address (empty for an erased person). Only one page is in memory at a time. An audit entry is
 *  written at the end. */
export const exportAwards = ({ store, clock }: Ports) =>
  async function* ({ actor }: { readonly actor: PersonId }): AsyncGenerator<Table> {
    let awards = 0;
    let after: AwardId | undefined;
    do {
      const page = await store.readAwardSlice({ limit: PAGE_ROWS, ...(after && { after }) });
      awards += page.length;
      after = page.at(-1)?.award.id;
      if (after || awards === 0)
        yield { name: 'attributions', columns: COLUMNS, rows: await toRows(store, page) };
    } while (after);
    await store.commit([
      audit('awards-exported', { at: clock.now(), actor, subject: 'all', details: { awards } }),
    ]);
  };

async function toRows(
  store: Store,
  page: readonly AwardWithCredential[],
): Promise<readonly (readonly TableCell[])[]> {
  const ids = page.flatMap(({ award: { recipient } }) =>
    recipient.kind === 'person' ? [recipient.personId] : [],
  );
  const people = await store.readPeople([...new Set(ids)]);
  const emailOf = new Map(people.map(({ id, emails: [email] }) => [id, email]));
  const nameOf = ({ recipient }: Award) =>
    recipient.kind === 'person' ? emailOf.get(recipient.personId) : recipient.uai;
  return page.map((line) => toRow(line, nameOf(line.award)));
}

function toRow(line: AwardWithCredential, recipient: string | undefined): readonly TableCell[] {
  const { award, credential } = line;
  return [
    award.achievement,
    award.version,
    `${award.schoolYear}-${award.schoolYear + 1}`,
    recipient,
    localDateInParis(award.grantedAt),
    isAgainstCriteria(award) ? 'oui' : 'non',
    stateOf(line),
    credential && localDateInParis(credential.validFrom),
    award.validUntil && localDateInParis(award.validUntil),
    credential?.revocation && localDateInParis(credential.revocation.at),
  ];
}

const ACCEPTANCE = { private: 'a-accepter', accepted: 'accepte', declined: 'decline' } as const;

function stateOf({ credential }: AwardWithCredential): string {
  if (!credential) return 'a-signer';
  if (credential.erasedAt) return 'efface';
  return credential.revocation ? 'revoque' : ACCEPTANCE[credential.choice.acceptance];
}
