import { sql } from 'kysely';
import type { ProposalReader } from '../../application/store/badge-readers.ts';
import type { Recipient } from '../../domain/award/award-types.ts';
import type {
  Proposal,
  ProposalChange,
  ProposalFilter,
  ProposalSummary,
  Refusal,
} from '../../domain/award/proposal.ts';
import { fromRecipientColumns, toRecipientColumns } from './award-rows.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { dropProposals, noneRefused, noOtherAwards, recipientsKnown } from './decided.ts';
import { insertEach } from './insert.ts';
import { premise } from './premise.ts';
import { isPersonNamed, isSchoolNamed } from './search.ts';
import type { ProposalRefusalTable, ProposalTable } from './tables.ts';
import { premised, type Writers } from './writer.ts';

/** Reads proposals and refusals. */
export function makeProposalReader(database: Database): ProposalReader {
  const { db } = database;
  return {
    readProposals: async ({ after, limit, ...filter }) => {
      const found = matching(database, filter).selectAll('proposal').orderBy('proposal.id').limit(limit);
      const rows = await (after === undefined ? found : found.where('proposal.id', '>', after)).execute();
      return rows.map(fromProposalRow);
    },
    readProposal: async (id) => {
      const row = await db.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromProposalRow(row);
    },
    countProposals: async (filter) => {
      const counted = matching(database, filter).select((eb) => eb.fn.countAll().as('count'));
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },
    readRefusals: (recipients) => readRefusals(database, recipients),
  };
}

/** `text` is searched among people and schools first, because there are fewer of them than of proposals. */
function matching(
  database: Database,
  { achievement, departmentCode, uai, text, recipient, isClear }: ProposalFilter,
) {
  const { db } = database;
  const columns = recipient && toRecipientColumns(recipient);
  const people = db
    .selectFrom('person')
    .select('id')
    .where(isPersonNamed(database, text ?? ''));
  const schools = db
    .selectFrom('establishment')
    .select('uai')
    .where(isSchoolNamed(text ?? ''));
  return db
    .selectFrom('proposal')
    .$if(achievement !== undefined, (query) => query.where('achievement', '=', achievement ?? ''))
    .$if(departmentCode !== undefined, (query) =>
      query.where('proposal.department_code', '=', departmentCode ?? ''),
    )
    .$call((query) => (uai === undefined ? query : query.where('proposal.uai', '=', uai)))
    .$if(isClear !== undefined, (query) => query.where('to_look_at', '=', isClear ? 0 : 1))
    .$if(columns !== undefined, (query) =>
      query
        .where('proposal.recipient_kind', '=', columns?.recipient_kind ?? 'person')
        .where('proposal.recipient_id', '=', columns?.recipient_id ?? ''),
    )
    .$if(text !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('proposal.recipient_id', 'in', people), eb('proposal.uai', 'in', schools)]),
      ),
    );
}

async function readRefusals(
  { db, capabilities }: Database,
  recipients: readonly Recipient[],
): Promise<readonly Refusal[]> {
  if (recipients.length === 0) return [];
  const refusals = await db
    .selectFrom('proposal_refusal')
    .innerJoin(capabilities.objectsOf(recipients.map(toRecipientColumns)).as('recipient'), (join) =>
      join
        .onRef('proposal_refusal.recipient_id', '=', sql`recipient.value ->> 'recipient_id'`)
        .onRef('proposal_refusal.recipient_kind', '=', sql`recipient.value ->> 'recipient_kind'`),
    )
    .selectAll('proposal_refusal')
    .execute();
  return refusals.map(fromRefusalRow);
}

function fromProposalRow(row: ProposalTable): Proposal {
  return withoutNulls({
    id: row.id,
    recipient: fromRecipientColumns(row),
    achievement: row.achievement,
    version: row.version,
    judgedOn: row.judged_on,
    schoolYear: row.school_year,
    uai: row.uai,
    departmentCode: row.department_code,
    summary: toSummary(row.summary),
  });
}

/** Older summaries have the member `justMet`, which holds only figures. */
function toSummary(json: string): ProposalSummary {
  const { justMet = [], ...summary } = JSON.parse(json) as ProposalSummary & {
    readonly justMet?: ProposalSummary['cautions'];
  };
  return { ...summary, cautions: summary.cautions ?? justMet };
}

function fromRefusalRow(row: ProposalRefusalTable): Refusal {
  return {
    recipient: fromRecipientColumns(row),
    achievement: row.achievement,
    schoolYear: row.school_year,
    at: row.refused_at,
    by: row.refused_by,
    reason: row.reason,
    ...(row.reopened_at && { reopened: { at: row.reopened_at, by: row.reopened_by ?? row.refused_by } }),
  };
}

/** Writes the queue of proposals and the refusals. A badge that was decided never comes back into the queue. */
export const proposals = {
  'proposals-replaced': premised(['choice-as-read'], (database, { recipients, proposals, awards }) => {
    const { db, capabilities } = database;
    const ids = recipients.map((recipient) => toRecipientColumns(recipient).recipient_id);
    const gone = db.deleteFrom('proposal').where('recipient_id', 'in', capabilities.listOf(ids)).compile();
    if (proposals.length === 0) return [gone];
    return [
      ...recipientsKnown(
        database,
        proposals.map(({ recipient }) => recipient),
      ),
      ...noneRefused(database, proposals),
      ...noOtherAwards(database, proposals, awards),
      gone,
      ...insertEach(proposals.map(toProposalRow), (row) => db.insertInto('proposal').values(row)),
    ];
  }),
  'proposal-refused': premised(['choice-as-read'], (database, { refusal, proposal }) => {
    const { recipient, achievement, schoolYear, at, by, reason } = refusal;
    const row = {
      ...toRecipientColumns(recipient),
      achievement,
      school_year: schoolYear,
      refused_at: at,
      refused_by: by,
      reason,
      reopened_at: null,
      reopened_by: null,
    };
    return [
      premise(database, 'choice-as-read', stillWaiting(database, proposal)),
      ...noneRefused(database, [refusal]),
      ...dropProposals(database, [refusal]),
      database.db.insertInto('proposal_refusal').values(row).compile(),
    ];
  }),
  'refusal-reopened': premised(['choice-as-read'], (database, { recipient, achievement, by, at }) => {
    const { recipient_kind: kind, recipient_id: id } = toRecipientColumns(recipient);
    const standing = database.db
      .selectFrom('proposal_refusal')
      .select('recipient_id')
      .where('recipient_kind', '=', kind)
      .where('recipient_id', '=', id)
      .where('achievement', '=', achievement)
      .where('reopened_at', 'is', null);
    const reopened = database.db
      .updateTable('proposal_refusal')
      .set({ reopened_at: at, reopened_by: by })
      .where('recipient_kind', '=', kind)
      .where('recipient_id', '=', id)
      .where('achievement', '=', achievement)
      .where('reopened_at', 'is', null);
    return [premise(database, 'choice-as-read', standing), reopened.compile()];
  }),
} satisfies Writers<ProposalChange>;

/** Finds the proposal where it still waits as it was read. A grant, a refusal or a new judgment takes it away. */
function stillWaiting({ db }: Database, { id, version, judgedOn }: Proposal) {
  return db
    .selectFrom('proposal')
    .select('id')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('judged_on', '=', judgedOn);
}

function toProposalRow(it: Proposal) {
  return {
    id: it.id,
    ...toRecipientColumns(it.recipient),
    achievement: it.achievement,
    version: it.version,
    judged_on: it.judgedOn,
    school_year: it.schoolYear,
    uai: it.uai ?? null,
    department_code: it.departmentCode ?? null,
    summary: JSON.stringify(it.summary),
    to_look_at: it.summary.cautions.length > 0 ? (1 as const) : (0 as const),
  };
}
