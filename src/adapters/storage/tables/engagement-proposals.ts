import type {
  EngagementProposal,
  ProposalOutcome,
  SegmentChange,
  SegmentChangeKind,
  SegmentContent,
} from '../../../domain/engagement/engagement-proposal.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import { type Json, withoutNulls } from './columns.ts';

export interface EngagementProposalTable {
  id: string;
  engagement_reference: string;
  person_id: PersonId;
  uai: Uai;
  kind: SegmentChangeKind;
  asked: Json;
  former: Json;
  proposed_by: PersonId;
  proposed_at: Instant;
  reason: string | null;
  outcome: ProposalOutcome | null;
  settled_by: PersonId | null;
  settled_at: Instant | null;
  settled_reason: string | null;
}

export function toEngagementProposalRow(it: EngagementProposal): EngagementProposalTable {
  const { period, missions, roles } = it.before;
  const { kind, ...asked } = it.change;
  return {
    id: it.id,
    engagement_reference: it.engagementReference,
    person_id: it.personId,
    uai: it.uai,
    kind,
    asked: JSON.stringify(asked),
    former: JSON.stringify({ period, missions, roles }),
    proposed_by: it.by,
    proposed_at: it.at,
    reason: it.reason ?? null,
    outcome: it.settlement?.outcome ?? null,
    settled_by: it.settlement?.by ?? null,
    settled_at: it.settlement?.at ?? null,
    settled_reason: it.settlement?.reason ?? null,
  };
}

export function fromEngagementProposalRow(row: EngagementProposalTable): EngagementProposal {
  const { outcome, settled_by: by, settled_at: at } = row;
  return withoutNulls({
    id: row.id,
    engagementReference: row.engagement_reference,
    personId: row.person_id,
    uai: row.uai,
    change: { kind: row.kind, ...JSON.parse(row.asked) } as SegmentChange,
    before: JSON.parse(row.former) as SegmentContent,
    by: row.proposed_by,
    at: row.proposed_at,
    reason: row.reason,
    ...(outcome !== null &&
      by !== null &&
      at !== null && { settlement: withoutNulls({ outcome, by, at, reason: row.settled_reason }) }),
  });
}
