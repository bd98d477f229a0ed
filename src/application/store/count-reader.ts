export interface CountReader {
  /** Counts for the home page and the prepared start. */
  countRows(): Promise<{ people: number; engagements: number; establishments: number; credentials: number }>;
  /** People and schools that may earn a badge. */
  countRecipients(): Promise<number>;
}
