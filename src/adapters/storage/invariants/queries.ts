import * as FEATURES from '../../../features/all/checks.ts';
import {
  BADGE_ACTIONS,
  is,
  isDecided,
  KINDS,
  misplaced,
  none,
  OF_UNKNOWN,
  stoodAlready,
  UNSIGNED,
} from './badge-conditions.ts';
import {
  audited,
  type InvariantCheck,
  type InvariantChecks,
  objectKnown,
  type RowInvariant,
} from './check.ts';
import { PAST_ONLY } from './past-timestamp-columns.ts';

/** What contradicts each invariant in the tables of the core. A feature states the checks of its own in its
 *  store. */
const CORE_CHECKS: Readonly<Record<RowInvariant, readonly InvariantCheck[]>> = {
  'premises-empty': [{ from: 'premise', key: 'broken', wrong: is('1 = 1') }],
  'award-once': KINDS.map((of): InvariantCheck => {
    const only = is(`it.recipient_kind = '${of.kind}' and it.evaluation <> ''`);
    return { from: 'award', key: 'id', only, wrong: is(stoodAlready(of)) };
  }),
  'award-signed': [{ from: 'award', key: 'id', wrong: is(`(it.signed = 1) = (${UNSIGNED})`) }],
  'award-recipient': [
    { from: 'award', key: 'id', wrong: is(`(it.evaluation = '') <> (${OF_UNKNOWN})`) },
    { from: 'proposal', key: 'id', wrong: is(OF_UNKNOWN) },
    { from: 'proposal_refusal', key: 'recipient_id', wrong: is(OF_UNKNOWN) },
  ],
  'badge-erased': [
    {
      from: 'credential',
      key: 'id',
      wrong: is(`(it.erased_at is null) = (it.document = '')
        or (it.erased_at is not null and (it.revoked_at is null or it.jws <> '' or it.salt <> '' or it.subject_id <> ''))
        or (it.erased_at is not null and exists (select 1 from award where award.id = it.award_id and award.evaluation <> ''))
        or (it.revoked_at is not null and it.suspended_at is not null)`),
    },
  ],
  'program-in-log': [],
  'list-places': [{ from: 'credential', key: 'id', wrong: misplaced('badges') }],
  'record-place': [],
  'act-audited': [
    audited('award', 'id', 'award-granted'),
    audited('credential', 'id', 'credential-issued'),
    audited('credential', 'id', 'credential-revoked', `it.revoked_at is not null and it.erased_at is null`),
    audited('credential', 'id', 'credential-suspended', 'it.suspended_at is not null'),
    audited('credential', 'id', 'credential-accepted', `it.acceptance = 'accepted'`),
    audited('credential', 'id', 'credential-declined', `it.acceptance = 'declined'`),
    audited('criteria_version', 'version', 'criteria-adopted', undefined, `'criteria/' || it.version`),
    audited('criteria_draft', 'id', 'criteria-drafted'),
    audited('badge_draft', 'id', 'badge-draft-begun'),
    audited('api_token', 'id', 'token-created'),
    audited('api_token', 'id', 'token-revoked', 'it.revoked_at is not null'),
    // An adopted version of the criteria writes the unchanged setting of its approval.
    audited(
      'setting',
      'name',
      'settings-changed',
      `it.value <> '{"criteria":false}' and it.name <> 'last-backup'`,
    ),
    audited('setting', 'name', 'backup-made', `it.name = 'last-backup'`),
    {
      from: 'paper',
      key: 'id',
      wrong: is(`not exists (
        select 1 from audit where audit.subject = coalesce(it.person_id, it.uai)
          and (audit.action = 'people-merged' or (audit.action = 'paper-made' and audit.at = it.made_at
            and (audit.details is null or audit.details like '%"paper":"' || it.id || '"%')))
      )`),
    },
  ],
  'audit-object': [
    objectKnown(BADGE_ACTIONS, 'credential', 'id'),
    // An award that was not yet signed is deleted with its person, and its line then loses its details.
    objectKnown(`'award-granted'`, 'award', 'id', ' and it.details is not null'),
    objectKnown(`'token-created', 'token-revoked'`, 'api_token', 'id'),
    objectKnown(`'criteria-drafted', 'criteria-draft-sent-back'`, 'criteria_draft', 'id'),
    objectKnown(`'key-compromised', 'key-retired'`, 'public_key', 'kid'),
  ],
  'proposal-open': KINDS.map((of): InvariantCheck => {
    const only = is(`it.recipient_kind = '${of.kind}'`);
    return { from: 'proposal', key: 'id', only, wrong: is(isDecided(of)) };
  }),
  'own-things': [],
  orphans: [
    ...(['upload_part', 'upload_line'] as const).map(
      (from): InvariantCheck => ({ from, key: 'upload_id', wrong: is(none('upload', 'id', 'it.upload_id')) }),
    ),
    {
      from: 'engagement_request',
      key: 'reference',
      wrong: is(none('engagement', 'reference', 'it.reference')),
    },
    { from: 'column_match', key: 'person_id', wrong: is(none('person', 'id', 'it.person_id')) },
    { from: 'school_key', key: 'kid', wrong: is(none('public_key', 'kid', 'it.issuer_kid')) },
  ],
  'addresses-in-order': [
    {
      from: 'person',
      key: 'id',
      wrong: is(`(select count(*) from person_email where person_email.person_id = it.id)
        <> (select coalesce(max(position) + 1, 0) from person_email where person_email.person_id = it.id)`),
    },
  ],
  'kept-counts': [
    {
      from: 'proposal',
      key: 'id',
      only: is(`it.summary like '%"cautions":[%'`),
      wrong: is(`(it.to_look_at = 1) = (it.summary like '%"cautions":[]%')`),
    },
  ],
  'nothing-ahead': PAST_ONLY,
};

const inFeatures = (invariant: RowInvariant) =>
  Object.values(FEATURES).flatMap((checks: InvariantChecks) => checks[invariant] ?? []);

/** What contradicts each invariant, first in the tables of the core, then in those of the features. */
export const INVARIANT_CHECKS: InvariantChecks = Object.fromEntries(
  Object.entries(CORE_CHECKS).map(([invariant, checks]) => [
    invariant,
    [...checks, ...inFeatures(invariant as RowInvariant)],
  ]),
);
