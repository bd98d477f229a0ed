import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Flag } from './columns.ts';
import { withoutNulls } from './columns.ts';
import { foldText } from './folded.ts';

export interface CampaignTable {
  id: string;
  name: string;
  /** The name without capitals and accents. No two campaigns have the same. */
  folded_name: string;
  school_year: number;
  closes_on: LocalDate;
  opened_at: Instant;
  opened_by: PersonId;
  closed_at: Instant | null;
  cancelled: Flag;
}

export function toCampaignRow(it: Campaign): CampaignTable {
  return {
    id: it.id,
    name: it.name,
    folded_name: foldText(it.name),
    school_year: it.schoolYear,
    closes_on: it.closesOn,
    opened_at: it.openedAt,
    opened_by: it.openedBy,
    closed_at: it.closedAt ?? null,
    cancelled: it.cancelled ? 1 : 0,
  };
}

export function fromCampaignRow(row: CampaignTable): Campaign {
  return withoutNulls({
    id: row.id,
    name: row.name,
    schoolYear: row.school_year,
    closesOn: row.closes_on,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    closedAt: row.closed_at,
    ...(row.cancelled === 1 && { cancelled: true }),
  });
}
