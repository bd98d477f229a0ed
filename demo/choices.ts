/** What the demonstration leaves to its visitor, and shows as examples. */

/** The real schools in which its invented people work, in the folder of data. */
export const SCHOOLS_FILE = 'establishments-dijon.csv';
/** The address of a person whose badges stay unanswered. */
export const WAITS = 'helene.marceau@ac-dijon.example';
/** The address of a head whose school's badge stays unanswered. */
export const HEAD_WHO_WAITS = 'veronique.chambard@ac-dijon.example';
/** Badges that are not granted, so that a visitor signed in as the DANE can decide them. */
export const LEFT_IN_QUEUE: ReadonlySet<string> = new Set(['RUPN-VEILLE', 'RUPN-ACC']);
export const TEAM_BADGE = 'RUPN-EQUIPE';
/** Badges of which one is shown as an example. */
export const SHOWN_BADGES = ['RUPN-CONF', 'RUPN-EXP', TEAM_BADGE];
