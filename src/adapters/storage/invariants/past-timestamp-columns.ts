import { type InvariantCheck, notAhead } from './check.ts';
import { LEFTOVER_CHECKS } from './clock-leftovers.ts';

/** The instants and days of what was done, in the tables of the core: by people, then by the service. */
export const PAST_ONLY: readonly InvariantCheck[] = [
  notAhead('identity', 'issuer', 'linked_at'),
  notAhead('sign_in_doubt', 'id', 'first_at', 'last_at'),
  notAhead('headship', 'person_id', 'declared_at', 'checked_at'),
  notAhead('engagement', 'reference', 'confirmed_on', 'decided_on'),
  notAhead('declared_engagement', 'reference', 'declared_at'),
  notAhead('engagement_proposal', 'id', 'proposed_at', 'settled_at'),
  notAhead('documentary_confirmation', 'engagement_reference', 'confirmed_at'),
  notAhead('review_notes', 'person_id', 'written_at'),
  notAhead('paper', 'id', 'made_at'),
  notAhead('roll_call', 'secret', 'made_at'),
  notAhead('contribution', 'reference', 'judged_at'),
  notAhead('criteria_version', 'version', 'adopted_at', 'withdrawn_at'),
  notAhead('criteria_draft', 'id', 'drafted_at', 'settled_at'),
  notAhead('badge_draft', 'id', 'begun_at', 'changed_at'),
  notAhead('award', 'id', 'granted_at', 'claimed_at'),
  notAhead('proposal_refusal', 'recipient_id', 'refused_at', 'reopened_at'),
  notAhead('status_list', 'id', 'opened_at'),
  notAhead('credential', 'id', 'valid_from', 'revoked_at', 'erased_at', 'suspended_at'),
  notAhead('upload', 'id', 'made_at', 'imported_at'),
  notAhead('column_match', 'fingerprint', 'made_at'),
  notAhead('import_run', 'id', 'begun_at', 'undone_at'),
  notAhead('public_key', 'kid', 'created_at', 'retired_at', 'compromised_at'),
  notAhead('api_token', 'id', 'created_at', 'revoked_at'),
  notAhead('setting', 'name', 'changed_at'),
  notAhead('retention_hold', 'begun_on', 'begun_on'),
  ...LEFTOVER_CHECKS,
];
