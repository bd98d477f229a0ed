/** The schools that screens, coverage and campaigns count: the public, non-agricultural ones, or all on
 *  record. */
export const SCHOOL_SCOPES = ['public', 'all'] as const;
export type SchoolScope = (typeof SCHOOL_SCOPES)[number];
