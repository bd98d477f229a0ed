/** The log's evidence about a badge. `by`: the badge was in the log by this time, in seconds since 1970. */
export type LoggedVerdict =
  | { readonly kind: 'logged'; readonly index: number; readonly by: number | undefined }
  /** Its entry came long after its signature. */
  | { readonly kind: 'late'; readonly index: number; readonly by: number }
  | {
      readonly kind: 'not-proved';
      /** `absent`: the service has no proof of it. */
      readonly reason: 'absent' | 'proof' | 'checkpoint' | 'other-badge' | 'root' | 'split-view';
    };
