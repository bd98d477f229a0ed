import { sql } from 'kysely';
import type { Award, IssuedCredential, Recipient } from '../../../domain/award/types.ts';
import type { Evaluation } from '../../../domain/criteria/evaluation.ts';
import type { Facts } from '../../../domain/facts/types.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { localDateInParis } from '../../../domain/time/calendar.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Database } from '../mapping/database.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { Tables } from '../mapping/tables.ts';

type RecipientColumns = Pick<Tables['award'], 'recipient_kind' | 'recipient_id'>;

/** The two columns that identify a recipient. */
export function toRecipientColumns(recipient: Recipient) {
  return recipient.kind === 'person'
    ? { recipient_kind: 'person' as const, recipient_id: recipient.personId as string }
    : { recipient_kind: 'establishment' as const, recipient_id: recipient.uai as string };
}

export function fromRecipientColumns(row: RecipientColumns): Recipient {
  return row.recipient_kind === 'person'
    ? { kind: 'person', personId: holderOf(row) }
    : { kind: 'establishment', uai: row.recipient_id as Uai };
}

/** The holder of an award that was granted to a person. */
function holderOf(row: Pick<RecipientColumns, 'recipient_id'>): PersonId {
  return row.recipient_id as PersonId;
}

const awardTable = recordTable<Omit<Award, 'recipient' | 'evaluation'>>()('award', ['id'], {
  columns: [
    ...(['id', 'achievement', 'version', 'schoolYear', 'sequence', 'grantedAt', 'grantedBy'] as const),
    ...(['overrideReason', 'factsDigest', 'validUntil'] as const),
  ],
});

export function toAwardRow(it: Award): Tables['award'] {
  return {
    ...awardTable.toRow(it),
    ...toRecipientColumns(it.recipient),
    evaluation: JSON.stringify(it.evaluation),
    signed: 0,
    claimed_by: null,
    claim_count: 0,
    claimed_at: null,
    reminders_left: 2,
  };
}

export function fromAwardRow(row: Tables['award']): Award {
  const { evaluation } = row;
  return {
    ...awardTable.fromRow(row),
    recipient: fromRecipientColumns(row),
    evaluation: evaluation === '' ? erasedEvaluation(row) : (JSON.parse(evaluation) as Evaluation),
  };
}

/** The evaluation of an erased person's award, without its content. */
function erasedEvaluation(row: Tables['award']): Evaluation {
  const on = localDateInParis(row.granted_at);
  const facts: Facts = {
    kind: 'person',
    personId: holderOf(row),
    on,
    schoolYear: row.school_year,
    years: [],
    duration: 0,
    families: [],
    reviewYears: [],
    trainings: [],
    contributions: [],
    confirmedBy: { principal: false, dane: false },
  };
  return { achievement: row.achievement, version: row.version, on, met: true, findings: [], facts };
}

export const credentialTable = recordTable<IssuedCredential>()('credential', ['id'], {
  columns: [
    ...(['id', 'awardId', 'revision', 'validFrom', 'document', 'jws', 'keyIds', 'statusListId'] as const),
    ...(['statusIndex', 'subjectId', 'salt', 'choice', 'revocation', 'suspension', 'remindedAt'] as const),
    ...(['erasedAt'] as const),
  ],
  json: ['keyIds'],
  flags: ['choice.hidden', 'choice.showSchools', 'choice.emailIdentifier'],
});

/** The ids of these recipients' awards. Each kind has an index of its own, which an engine uses only if the kind is
 *  written in the query, and PostgreSQL only if no `or` joins the two. */
export function awardIdsOf({ db, capabilities }: Database, recipients: readonly Recipient[]) {
  const columns = recipients.map(toRecipientColumns);
  const ofKind = (kind: Recipient['kind']) => {
    const ids = columns.flatMap((one) => (one.recipient_kind === kind ? [one.recipient_id] : []));
    return db
      .selectFrom('award')
      .select('id')
      .where('recipient_kind', '=', sql.lit(kind))
      .where('recipient_id', 'in', capabilities.listOf([...new Set(ids)]));
  };
  return ofKind('person').unionAll(ofKind('establishment'));
}
