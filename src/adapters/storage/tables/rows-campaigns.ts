import type { Selectable } from 'kysely';
import type { Campaign, ConfirmationRequest } from '../../../domain/engagement/campaign.ts';
import type { EstablishmentCoverage } from '../../../domain/engagement/measure-coverage.ts';
import { FAMILY_CODES } from '../../../domain/engagement/mission.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { optional } from './columns.ts';
import type { Tables } from './tables.ts';

/** Coverage and campaigns ↔ rows, both ways. */

type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;

export function toCoverageRow(it: EstablishmentCoverage, at: Instant): Row<'establishment_coverage'> {
  return {
    uai: it.uai,
    school_year: it.schoolYear,
    rupn: it.rupn,
    requested: it.requested,
    contested: it.contested,
    clashes: it.clashes,
    families: it.families.join(''),
    measured_at: at,
  };
}

export function fromCoverageRow(
  row: Omit<Row<'establishment_coverage'>, 'measured_at'>,
): EstablishmentCoverage {
  return {
    uai: row.uai,
    schoolYear: row.school_year,
    rupn: row.rupn,
    requested: row.requested,
    contested: row.contested,
    clashes: row.clashes,
    families: FAMILY_CODES.filter((code) => row.families.includes(code)),
  };
}

export function toCampaignRow(it: Campaign): Row<'campaign'> {
  return {
    id: it.id,
    name: it.name,
    school_year: it.schoolYear,
    closes_on: it.closesOn,
    opened_at: it.openedAt,
    opened_by: it.openedBy,
    closed_at: it.closedAt ?? null,
    cancelled: it.cancelled ? 1 : 0,
  };
}

export function fromCampaignRow(row: Row<'campaign'>): Campaign {
  return {
    id: row.id,
    name: row.name,
    schoolYear: row.school_year,
    closesOn: row.closes_on,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    ...optional('closedAt', row.closed_at),
    ...(row.cancelled === 1 && { cancelled: true }),
  };
}

export function toRequestRow(it: ConfirmationRequest): Row<'confirmation_request'> {
  return {
    engagement_reference: it.engagementReference,
    campaign_id: it.campaignId ?? null,
    requested_at: it.requestedAt,
    first_reminder_at: it.firstReminderAt ?? null,
    second_reminder_at: it.secondReminderAt ?? null,
  };
}

export function fromRequestRow(row: Row<'confirmation_request'>): ConfirmationRequest {
  return {
    engagementReference: row.engagement_reference,
    ...optional('campaignId', row.campaign_id),
    requestedAt: row.requested_at,
    ...optional('firstReminderAt', row.first_reminder_at),
    ...optional('secondReminderAt', row.second_reminder_at),
  };
}
