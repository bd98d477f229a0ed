/** The kinds of acts by which the audit is filtered. */
export const AUDIT_GROUPS = [
  ...(['people', 'accounts', 'engagements', 'badges', 'criteria', 'schools', 'events'] as const),
  ...(['files', 'work', 'service'] as const),
] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];
