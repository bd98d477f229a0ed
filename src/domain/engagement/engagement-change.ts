import type { Engagement } from '../records.ts';
import type { Instant } from '../time/time.ts';

/** What is written about segments: by files, by their teacher, their principal and the DANE. */
export type EngagementChange =
  | { readonly kind: 'engagement-saved'; readonly engagement: Engagement }
  /** A line of a file. Refused, and the whole commit with it, where the segment was decided or moved since it was read;
   *  without `asRead`, where it is there by now. */
  | { readonly kind: 'engagement-imported'; readonly engagement: Engagement; readonly asRead?: Engagement }
  /** A new segment, declared by its own teacher. Refused where they have declared the very same already. */
  | { readonly kind: 'engagement-declared'; readonly engagement: Engagement; readonly at: Instant }
  /** Like a withdrawal, it does nothing to a segment that somebody has decided about in between. */
  | { readonly kind: 'engagement-redeclared'; readonly engagement: Engagement; readonly at: Instant }
  | { readonly kind: 'engagement-withdrawn'; readonly reference: string }
  /** Refused, and the whole commit with it, where the segment is no longer as it was read, or where another person holds
   *  its single role by now, or that of a new one. `cutOff` are new segments. */
  | {
      readonly kind: 'engagement-decided';
      readonly asRead: Engagement;
      readonly engagement: Engagement;
      readonly cutOff?: readonly Engagement[];
    }
  /** A role is taken off days of a segment, and nothing else of it moves: refused like a decision where it is no longer as
   *  it was read. */
  | {
      readonly kind: 'engagement-cut';
      readonly asRead: Engagement;
      readonly engagement: Engagement;
      readonly cutOff: readonly Engagement[];
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
    }
  /** Segments that wait since then, unless they were known to wait; those that no longer wait are forgotten. */
  | { readonly kind: 'requests-noted'; readonly at: Instant };
