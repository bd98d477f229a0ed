import type { Engagement } from '../records.ts';
import type { Instant } from '../time/calendar.ts';
import type { MissionSharing } from './mission-sharing.ts';

/** Changes to engagements, by files, teachers, principals and the DANE. */
export type EngagementChange =
  /** A line of a file. The whole commit is refused where the engagement was decided or moved since `asRead` or,
   *  without `asRead`, where the engagement exists by now. */
  | { readonly kind: 'engagement-imported'; readonly engagement: Engagement; readonly asRead?: Engagement }
  /** A new engagement declared by its own teacher. Refused where they have already declared the same content. */
  | { readonly kind: 'engagement-declared'; readonly engagement: Engagement; readonly at: Instant }
  /** Does nothing if the engagement was decided in the meantime. A withdrawal behaves in the same way. */
  | { readonly kind: 'engagement-redeclared'; readonly engagement: Engagement; readonly at: Instant }
  | { readonly kind: 'engagement-withdrawn'; readonly reference: string }
  /** Removes an engagement and the records that are only about it. The whole commit is refused where the engagement
   *  is no longer as it was read. */
  | { readonly kind: 'engagement-removed'; readonly asRead: Engagement }
  /** The whole commit is refused where the engagement is no longer as it was read, or where another person has
   *  come to hold a single role of it or of a new engagement. `cutOff` holds the new engagements. */
  | {
      readonly kind: 'engagement-decided';
      readonly asRead: Engagement;
      readonly engagement: Engagement;
      readonly cutOff?: readonly Engagement[];
    }
  /** Takes a role off some days of an engagement and leaves the rest unchanged. The whole commit is refused where
   *  the engagement is no longer as it was read. */
  | {
      readonly kind: 'engagement-cut';
      readonly asRead: Engagement;
      readonly engagement: Engagement;
      readonly cutOff: readonly Engagement[];
    }
  /** An engagement is ended, cut or corrected. The whole commit is refused where it is no longer as it was read,
   *  or where another person has come to hold a single role that is new in it. `cutOff` holds the new
   *  engagements. */
  | {
      readonly kind: 'engagement-changed';
      readonly asRead: Engagement;
      readonly engagement: Engagement;
      readonly cutOff: readonly Engagement[];
    }
  /** A new engagement that the DANE enters, or that a teacher accepted on the principal's proposal. The whole
   *  commit is refused where another person has come to hold a single role of it. */
  | { readonly kind: 'engagement-entered'; readonly engagement: Engagement }
  /** The documents on which the DANE confirmed an engagement that it entered or changed. */
  | {
      readonly kind: 'documents-noted';
      readonly reference: string;
      readonly documents: string;
      readonly by: string;
      readonly at: Instant;
    }
  /** The whole commit is refused where the engagement is no longer as it was read, or where another person has
   *  come to hold its single role. `cutOff` holds the new engagements. */
  | {
      readonly kind: 'confirmed-on-documents';
      readonly asRead: Engagement;
      readonly engagement: Engagement;
      readonly cutOff?: readonly Engagement[];
      readonly documents: string;
      readonly by: string;
      readonly at: Instant;
    }
  /** The sharing of the missions of an engagement. It replaces the earlier one. */
  | {
      readonly kind: 'engagement-sharing-said';
      readonly reference: string;
      readonly sharing: readonly MissionSharing[];
    }
  /** Records this instant for engagements that have begun to wait, and forgets the engagements that do not wait any
   *  more. */
  | { readonly kind: 'requests-noted'; readonly at: Instant };
