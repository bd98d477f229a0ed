/** Counts the rows of some tables. */
export interface CountReader {
  /** Counts for the home page and for the start of the demonstration. */
  countRows(): Promise<{ people: number; engagements: number; establishments: number; credentials: number }>;
  /** Number of badges that were ever signed. */
  countIssued(): Promise<number>;
  /** Number of people and schools that may earn a badge. */
  countRecipients(): Promise<number>;
}
