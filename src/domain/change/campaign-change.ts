import type { Campaign, ConfirmationRequest, ReminderTurn } from '../engagement/campaign.ts';
import type { EstablishmentCoverage } from '../engagement/measure-coverage.ts';
import type { Engagement } from '../records.ts';
import type { Instant } from '../time/time.ts';

/** What coverage and campaigns write. */
export type CampaignChange =
  /** In place of what was measured of these schools before in the same school year. */
  | {
      readonly kind: 'coverage-measured';
      readonly coverages: readonly EstablishmentCoverage[];
      readonly at: Instant;
    }
  | { readonly kind: 'campaign-opened'; readonly campaign: Campaign }
  /** Nothing where it was closed by hand before. Cancelled, its unanswered requests go. */
  | {
      readonly kind: 'campaign-closed';
      readonly id: string;
      readonly at: Instant;
      readonly cancelled: boolean;
    }
  /** Refused where the segment was asked about already, unless by the campaign, or by none, that it replaces. */
  | {
      readonly kind: 'confirmation-asked';
      readonly request: ConfirmationRequest;
      readonly replaces?: Pick<ConfirmationRequest, 'campaignId'>;
    }
  /** Refused, and the whole commit with it, where one of them had this reminder. */
  | {
      readonly kind: 'confirmation-reminded';
      readonly references: readonly string[];
      readonly turn: ReminderTurn;
      readonly at: Instant;
    }
  /** Refused, and the whole commit with it, where the segment is no longer as it was read, or its single role is held by
   *  now. `cutOff` are new segments. */
  | {
      readonly kind: 'confirmed-on-documents';
      readonly asRead: Engagement;
      readonly engagement: Engagement;
      readonly cutOff?: readonly Engagement[];
      readonly documents: string;
      readonly by: string;
      readonly at: Instant;
    };

const KINDS: ReadonlySet<string> = new Set<CampaignChange['kind']>([
  'coverage-measured',
  'campaign-opened',
  'campaign-closed',
  'confirmation-asked',
  'confirmation-reminded',
  'confirmed-on-documents',
]);

export function isCampaignChange(change: { readonly kind: string }): change is CampaignChange {
  return KINDS.has(change.kind);
}
