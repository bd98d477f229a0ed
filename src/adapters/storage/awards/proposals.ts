import { type SelectQueryBuilder, sql } from 'kysely';
import type { ProposalReader } from '../../../application/store/badge-readers.ts';
import {
  type Proposal,
  type ProposalChange,
  type ProposalFilter,
  type ProposalSummary,
  parseProposalId,
  type Rejection,
} from '../../../domain/award/proposal.ts';
import type { Recipient } from '../../../domain/award/types.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Uai } from '../../../domain/uai.ts';
import { type Writers, withPrecondition } from '../commit/change-writer.ts';
import { precondition } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { insertEach } from '../mapping/insert.ts';
import { isAfter } from '../mapping/keyset-by-name.ts';
import { countRows, readAll, readFirst, sliceBy } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { Tables } from '../mapping/tables.ts';
import { isPersonNamed, isSchoolNamed } from '../mapping/text-search.ts';
import { dropProposals, noneRefused, noOtherAwards, recipientsKnown } from './decision-preconditions.ts';
import { fromRecipientColumns, toRecipientColumns } from './rows.ts';

const table = recordTable<Omit<Proposal, 'recipient'>>()('proposal', ['id'], {
  columns: [...(['id', 'achievement', 'version', 'judgedOn', 'schoolYear', 'uai'] as const), 'summary'],
  json: ['summary'],
});

const rejectionTable = recordTable<Omit<Rejection, 'recipient'>>()('proposal_refusal', [], {
  columns: ['achievement', 'schoolYear', 'at', 'by', 'reason', 'reopened'],
});

export function makeProposalReader(database: Database): ProposalReader {
  const { db } = database;
  return {
    readProposals: ({ after, limit, ...filter }) => {
      const found = matching(database, filter).selectAll('proposal');
      return readAll(sliceBy(found, 'proposal.id', { after, limit }), fromProposalRow);
    },
    readProposalsByName: ({ after, limit, ...filter }) => {
      const page = named(matching(database, filter))
        .selectAll('proposal')
        .$call((query) => (after === undefined ? query : query.where(isNamedAfterProposal(after))))
        .orderBy(NAME)
        .orderBy('proposal.id')
        .limit(limit);
      return readAll(page, fromProposalRow);
    },
    readProposal: (id) => readFirst(table.select(db).where('id', '=', id), fromProposalRow),
    countProposals: (filter) => countRows(matching(database, filter)),
    readRefusals: (recipients) => readRejections(database, recipients),
  };
}

const NAME = sql<string>`coalesce(named_person.folded_name, named_school.folded_name, '')`;

/** Joins whoever receives the badge: a person, or a school. */
function named<It>(query: SelectQueryBuilder<Tables, 'proposal', It>) {
  return query
    .leftJoin('person as named_person', (join) =>
      join.on('named_person.id', '=', sql.ref<PersonId>('proposal.recipient_id')),
    )
    .leftJoin('establishment as named_school', (join) =>
      join.on('named_school.uai', '=', sql.ref<Uai>('proposal.recipient_id')),
    );
}

/** Whether a proposal comes after this one in the order of names, be that one decided in the meantime. */
function isNamedAfterProposal(id: string) {
  const recipient = parseProposalId(id)?.recipient;
  const of = recipient && toRecipientColumns(recipient).recipient_id;
  const name = sql`coalesce((select it.folded_name from person it where it.id = ${of ?? ''}), (select it.folded_name from establishment it where it.uai = ${of ?? ''}))`;
  return isAfter([NAME, 'proposal.id'], [name, id]);
}

/** `text` is searched among people and schools first, because there are fewer of them than of proposals. */
function matching(
  database: Database,
  { achievement, departmentCode, uai, text, recipient, isClear, except = [] }: ProposalFilter,
) {
  const { db, capabilities } = database;
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
      query.where('proposal.uai', 'in', (eb) =>
        eb
          .selectFrom('establishment')
          .select('establishment.uai')
          .where('establishment.department_code', '=', departmentCode ?? ''),
      ),
    )
    .$call((query) => (uai === undefined ? query : query.where('proposal.uai', '=', uai)))
    .$if(except.length > 0, (query) => query.where('proposal.id', 'not in', capabilities.listOf(except)))
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

async function readRejections(
  { db, capabilities }: Database,
  recipients: readonly Recipient[],
): Promise<readonly Rejection[]> {
  if (recipients.length === 0) return [];
  const rejections = await db
    .selectFrom('proposal_refusal')
    .innerJoin(capabilities.objectsOf(recipients.map(toRecipientColumns)).as('recipient'), (join) =>
      join
        .onRef('proposal_refusal.recipient_id', '=', sql`recipient.value ->> 'recipient_id'`)
        .onRef('proposal_refusal.recipient_kind', '=', sql`recipient.value ->> 'recipient_kind'`),
    )
    .selectAll('proposal_refusal')
    .execute();
  return rejections.map(fromRejectionRow);
}

function fromProposalRow(row: Tables['proposal']): Proposal {
  const { summary, ...proposal } = table.fromRow(row);
  return { ...proposal, recipient: fromRecipientColumns(row), summary: toSummary(summary) };
}

/** Older summaries have the member `justMet`, which holds only figures. */
function toSummary({
  justMet = [],
  ...summary
}: ProposalSummary & { readonly justMet?: ProposalSummary['cautions'] }): ProposalSummary {
  return { ...summary, cautions: summary.cautions ?? justMet };
}

function fromRejectionRow(row: Tables['proposal_refusal']): Rejection {
  return { recipient: fromRecipientColumns(row), ...rejectionTable.fromRow(row) };
}

/** Writes the queue of proposals and the refusals. A badge that was decided never comes back into the queue. */
export const proposals = {
  'proposals-replaced': withPrecondition(
    ['choice-as-read'],
    (database, { recipients, proposals, awards }) => {
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
    },
  ),
  'proposal-refused': withPrecondition(['choice-as-read'], (database, { refusal, proposal }) => [
    precondition(database, 'choice-as-read', stillWaiting(database, proposal)),
    ...noneRefused(database, [refusal]),
    ...dropProposals(database, [refusal]),
    rejectionTable.insert(database.db, refusal, toRecipientColumns(refusal.recipient)),
  ]),
  'refusal-reopened': withPrecondition(['choice-as-read'], (database, { recipient, achievement, by, at }) => {
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
    return [precondition(database, 'choice-as-read', standing), reopened.compile()];
  }),
} satisfies Writers<ProposalChange>;

/** Finds the proposal where it still waits as it was read. A grant, a refusal or a new judgment takes it away. */
function stillWaiting({ db }: Database, { id, version, judgedOn }: Proposal) {
  return table.locate(db, { id }).where('version', '=', version).where('judged_on', '=', judgedOn);
}

function toProposalRow(it: Proposal): Tables['proposal'] {
  const to_look_at = it.summary.cautions.length > 0 ? 1 : 0;
  return { ...table.toRow(it), ...toRecipientColumns(it.recipient), to_look_at };
}
