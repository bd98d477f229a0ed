import type { MentionPlace, MentionTable } from '../../../domain/person/mentions.ts';
import type { Tables } from '../mapping/tables.ts';

/** Names of columns that hold ids, codes, keys and digests. No one types texts into them. */
type CodeName =
  | `${string}_${'id' | 'ids' | 'by' | 'hash' | 'digest' | 'key' | 'code' | 'at' | 'name' | 'salt'}`
  | `${string}_${'reference' | 'references' | 'document' | 'uri'}`
  | 'id'
  | 'reference'
  | 'salt'
  | 'jws'
  | 'document'
  | 'digest'
  | 'missions'
  | 'roles'
  | 'scopes'
  | 'families'
  | 'achievement'
  | 'actor'
  | 'subject'
  | 'issuer'
  | 'network'
  | 'code'
  | 'kid'
  | 'hashes'
  | 'fingerprint'
  | 'secret'
  | 'challenge'
  | 'sealed'
  | 'wish'
  | 'metadata'
  | 'tags';

/** The columns of a table that can hold any text. */
type TextOf<T extends keyof Tables> = {
  [C in keyof Tables[T] & string]: string extends Exclude<Tables[T][C], null>
    ? C extends CodeName
      ? never
      : C
    : never;
}[keyof Tables[T] & string];

/** `words`: people write there, also about others. `cleared`: an erasure searches the column itself and empties it.
 *  `code`: a program writes it, or it is a name of its own record. */
type ColumnUse = 'words' | 'cleared' | 'code';

/** Every column with any text. A new one does not compile until it is listed here. */
type EveryText = {
  readonly [T in keyof Tables as [TextOf<T>] extends [never] ? never : T]: {
    readonly [C in TextOf<T>]: ColumnUse;
  };
};

const USES = {
  establishment: { name: 'code', type: 'code', commune: 'code', department: 'code' },
  person_email: { address: 'code' },
  sign_in_doubt: { email: 'code' },
  sign_in_attempt: { attempt: 'code' },
  session: { may_head: 'code', id_token: 'code', acr: 'code', form_location: 'cleared' },
  typed_form: { path: 'cleared', back: 'cleared', fields: 'cleared', errors: 'cleared' },
  import_batch: { entries: 'cleared' },
  import_change: { entry: 'cleared' },
  api_token: { name: 'words' },
  engagement: { sharing: 'words', reservation: 'words' },
  documentary_confirmation: { documents: 'words' },
  engagement_proposal: { reason: 'words', settled_reason: 'words', asked: 'words', former: 'words' },
  authorisation: { local_authority: 'words', convention: 'words' },
  // The bytes of a file.
  procedure_part: { content: 'code' },
  review_notes: { notes: 'words' },
  life: { home: 'code', mark: 'code', mark_before: 'code', moved_to: 'code' },
  retention_hold: { reason: 'words' },
  paper: { facts: 'words' },
  event: { title: 'words' },
  event_details: { words: 'words', link: 'words', place: 'words' },
  contribution: { url: 'words', title: 'words', description: 'words' },
  criteria_draft: { badges: 'words', words: 'words', figures: 'code' },
  badge_draft: { badge: 'code', replaces: 'code' },
  award: { override_reason: 'words', evaluation: 'code' },
  proposal: { summary: 'code' },
  proposal_refusal: { reason: 'words' },
  credential: { revocation_reason: 'words', suspension_reason: 'words', suspension_note: 'words' },
  log_checkpoint: { note: 'code' },
  audit_checkpoint: { note: 'code' },
  public_key: { compromised_reason: 'words', public_half: 'code' },
  invariant_answer: { found: 'cleared', failure: 'code' },
  job: { progress: 'code', command: 'cleared' },
  column_match: { kind: 'code', titles: 'code', columns: 'code' },
  upload: { files: 'cleared', report: 'cleared', event: 'cleared' },
  upload_part: { content: 'cleared' },
  upload_line: { file: 'cleared', details: 'cleared' },
  mail: { reason: 'code' },
  outbox: { payload: 'code' },
  setting: { name: 'code', value: 'words' },
  audit: { request: 'code', action: 'code', details: 'cleared', terminal: 'code' },
  premise: { broken: 'code' },
  achievement_endorsement: {
    ...({ words: 'words', withdrawal_reason: 'words', trusted_list: 'code', content: 'code' } as const),
    ...({ valid_from: 'code', verdict: 'code', fault: 'code' } as const),
  },
  badge_record: { made_of: 'code' },
  host_token: { made_from: 'code' },
  held_badge: {
    ...({ content: 'code', name: 'code', picture: 'code', verdict: 'code' } as const),
    ...({ valid_from: 'code', valid_until: 'code' } as const),
  },
  trusted_list: { valid_until: 'code', name: 'code', source: 'code', issuers: 'code' },
  wallet_offer: { holder: 'code' },
  campaign: { name: 'words' },
  class_project: { title: 'words', url: 'words', audience: 'words' },
  class_participation: { classes: 'words' },
  contest: { answer: 'words', decision_reason: 'words', motive: 'words' },
  data_request: { message: 'words', answer: 'words' },
  endorsement: { comment: 'words' },
  school_key: { public_key_multibase: 'code', issuer_kid: 'code' },
  means: { description: 'words' },
  school_meeting: { words: 'words', projects: 'words', difficulties: 'words', prospects: 'words' },
  network_message: { title: 'cleared', filter: 'cleared', body: 'cleared' },
  mission_proposal: { words: 'words', sharing: 'words' },
  mission_invitation: { words: 'words', email: 'code' },
  procedure_sheet: { local_authority: 'words', url: 'words' },
  school_project: { title: 'words', url: 'words', description: 'words' },
  support_request: { title: 'words', messages: 'words' },
  yearly_report: { answers: 'words' },
} as const satisfies EveryText;

type Uses = typeof USES;
type MentioningTable = {
  [T in keyof Uses]: 'words' extends Uses[T][keyof Uses[T]] ? T : never;
}[keyof Uses];

/** The record on whose page a text can be edited, and the column that identifies it. `via`: the column identifies a
 *  row of that table, which names the person. */
interface PlaceOf<T extends keyof Tables> {
  readonly place: MentionPlace;
  readonly by?: keyof Tables[T] & string;
  readonly via?: 'engagement' | 'award';
}

const PERSON = { place: 'person', by: 'person_id' } as const;
const SCHOOL = { place: 'school', by: 'uai' } as const;
const LIST = { place: 'list' } as const;

const PLACES: { readonly [T in MentioningTable]: PlaceOf<T> } = {
  engagement: PERSON,
  documentary_confirmation: { place: 'person', by: 'engagement_reference', via: 'engagement' },
  engagement_proposal: PERSON,
  authorisation: SCHOOL,
  review_notes: PERSON,
  retention_hold: LIST,
  paper: PERSON,
  event: { place: 'event', by: 'code' },
  event_details: { place: 'event', by: 'event_code' },
  contribution: PERSON,
  criteria_draft: LIST,
  award: { place: 'person', by: 'recipient_id' },
  proposal_refusal: { place: 'person', by: 'recipient_id' },
  credential: { place: 'person', by: 'award_id', via: 'award' },
  public_key: LIST,
  setting: LIST,
  api_token: LIST,
  achievement_endorsement: LIST,
  campaign: LIST,
  class_project: LIST,
  class_participation: PERSON,
  contest: PERSON,
  data_request: PERSON,
  endorsement: PERSON,
  means: PERSON,
  school_meeting: SCHOOL,
  mission_proposal: PERSON,
  mission_invitation: SCHOOL,
  procedure_sheet: SCHOOL,
  school_project: SCHOOL,
  support_request: PERSON,
  yearly_report: PERSON,
};

/** The columns of a table in which people write, and where they are edited. */
export interface FreeText extends PlaceOf<keyof Tables> {
  readonly table: MentionTable;
  readonly columns: readonly string[];
}

/** Every column in which people write about others. */
export const FREE_TEXTS: readonly FreeText[] = (Object.keys(PLACES) as MentioningTable[]).map((table) => ({
  ...(PLACES[table] as PlaceOf<keyof Tables>),
  table,
  columns: Object.entries(USES[table]).flatMap(([column, use]) => (use === 'words' ? [column] : [])),
}));
