/** The tables in which people write freely about others. An erasure leaves these texts, because they belong to other
 *  records: the page of the erasure lists those that contain the person's name or address. */
export const MENTION_TABLES = [
  ...(['engagement', 'documentary_confirmation', 'engagement_proposal', 'authorisation'] as const),
  ...(['review_notes', 'retention_hold', 'paper', 'event', 'event_details', 'contribution'] as const),
  ...(['criteria_draft', 'award', 'proposal_refusal', 'credential', 'public_key', 'setting'] as const),
  ...(['api_token', 'campaign', 'achievement_endorsement', 'class_project'] as const),
  ...(['class_participation', 'contest', 'data_request', 'endorsement', 'means', 'school_meeting'] as const),
  ...(['mission_proposal', 'mission_invitation', 'procedure_sheet', 'school_project'] as const),
  ...(['support_request', 'yearly_report'] as const),
] as const;
export type MentionTable = (typeof MENTION_TABLES)[number];

/** The records on whose page such a text can be found. `person`: the id may also be that of a school with a badge.
 *  `list`: the page of all records of the table. */
export const MENTION_PLACES = ['person', 'school', 'event', 'list'] as const;
export type MentionPlace = (typeof MENTION_PLACES)[number];

/** A text about others that contains a person's name or address, and where it can be edited. */
export interface Mention {
  readonly table: MentionTable;
  readonly place: MentionPlace;
  /** The id of the record of the place; empty for `list`. */
  readonly id: string;
}
