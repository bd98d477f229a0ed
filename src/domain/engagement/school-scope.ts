/** The schools that screens and coverage count: the public, non-agricultural ones, or all on record. */
export const SCHOOL_SCOPES = ['public', 'all'] as const;
export type SchoolScope = (typeof SCHOOL_SCOPES)[number];
