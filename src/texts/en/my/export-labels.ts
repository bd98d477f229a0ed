import { classProjectTableTexts } from '../../../features/class-projects/texts-en.ts';
import { contestTableTexts } from '../../../features/contests/texts-en.ts';
import { dataRequestTableTexts } from '../../../features/data-requests/texts-en.ts';
import { networkTableTexts } from '../../../features/directory/texts-en.ts';
import { endorsementTableTexts } from '../../../features/endorsements/texts-en.ts';
import { invitationTableTexts } from '../../../features/invitations/texts-en.ts';
import { missionsProposedTableTexts } from '../../../features/mission-proposals/texts-en.ts';
import { profileTableTexts } from '../../../features/public-profiles/texts-en.ts';
import { supportTableTexts } from '../../../features/support/texts-en.ts';
import { trainingWishTableTexts } from '../../../features/training-wishes/texts-en.ts';
import { yearlyReportTableTexts } from '../../../features/yearly-reports/texts-en.ts';
import { hostTableTexts } from '../../../standards/host/texts-en.ts';
import { badgeRecordTableTexts } from '../../../standards/badge-records/texts-en.ts';
import { walletTableTexts } from '../../../standards/wallets/texts-en.ts';
import type {
  exportCodeTexts as codes,
  exportDetailTexts as details,
  exportTableTexts as tables,
} from '../../fr/my/export-labels.ts';
import { newcomersTableTexts } from '../account/newcomers.ts';
import { retentionTableTexts } from '../dane/retention.ts';
import { schoolRecordTableTexts } from '../school/records.ts';
import { exportColumnTexts } from './export-columns.ts';

/** Names of the tables of an export. */
export const exportTableTexts = (office: string): ReturnType<typeof tables> => ({
  ...supportTableTexts,
  ...invitationTableTexts,
  ...networkTableTexts,
  ...classProjectTableTexts,
  ...contestTableTexts,
  ...walletTableTexts,
  ...endorsementTableTexts,
  ...badgeRecordTableTexts,
  ...dataRequestTableTexts,
  ...retentionTableTexts,
  ...hostTableTexts,
  ...schoolRecordTableTexts,
  ...yearlyReportTableTexts,
  ...trainingWishTableTexts,
  ...profileTableTexts,
  ...missionsProposedTableTexts,
  ...newcomersTableTexts,
  person: 'Identity',
  person_email: 'E-mail addresses',
  person_profile: 'Profiles',
  engagement: 'Engagements',
  declared_engagement: 'Engagements declared in the service',
  attendance: 'Trainings and meetings',
  progress_review: 'Progress reviews',
  contribution: 'Contributions',
  award: 'Badges granted',
  credential: 'Badges signed',
  identity: 'Sign-in accounts',
  session: 'Sessions',
  typed_form: 'Form kept for you',
  headship: 'Schools headed',
  sign_in_doubt: 'Sign-ins to be checked',
  audit: 'Log of acts',
  engagement_request: 'Engagements that wait for a confirmation',
  paper: 'Documents made',
  mail: 'E-mails',
  mail_language: 'Language of e-mails',
  mail_choice: 'E-mail preferences',
  proposal: `Badges proposed to the ${office}`,
  proposal_refusal: `Badges refused by the ${office}`,
  column_match: 'Columns matched by hand',
  upload: 'Files uploaded',
  confirmation_request: 'Requests to confirm',
  engagement_proposal: 'Changes of engagements, proposed or decided',
  documentary_confirmation: 'Confirmations on documents',
});

/** Words for stored codes, by column, or by table and column. */
export const exportCodeTexts = (office: string): ReturnType<typeof codes> => ({
  profile: { rupn: 'RUPN', principal: 'principal', dane: office },
  acceptance: { private: 'waits for an answer', accepted: 'accepted', declined: 'declined' },
  visibility: { public: 'visible to search engines', unlisted: 'with the link only' },
  shown_name: { none: 'none', initials: 'initials', full: 'full name' },
  name_form: { none: 'none', initials: 'initials', full: 'full name' },
  title_form: { feminine: 'feminine', masculine: 'masculine', inclusive: 'no choice of gender' },
  recipient_kind: { person: 'a person', establishment: 'a school' },
  state: { waiting: 'to be sent', sent: 'sent', skipped: 'not sent', refused: 'refused by the server' },
  provider: { proconnect: 'ProConnect', fim: 'académie’s federation', local: 'demonstration' },
  'sign_in_doubt.reason': {
    'no-address': 'no address given',
    'address-not-verified': 'address not verified',
    'unknown-address': 'unknown address',
    'already-linked': 'address linked to another account already',
  },
  'engagement_proposal.kind': { end: 'end', missions: 'other missions', correction: 'correction' },
  'engagement_proposal.outcome': { accepted: 'accepted', refused: 'refused', withdrawn: 'withdrawn' },
  'mission_proposal.outcome': { accepted: 'accepted', declined: 'declined', withdrawn: 'withdrawn' },
  'event_invitation.answer': { coming: 'coming', perhaps: 'perhaps', 'not-coming': 'not coming' },
  'support_request.kind': {
    'local-authority': 'relation with the local authority',
    technical: 'technical support',
    proximity: 'support on the spot',
    'local-training': 'training on local initiative',
  },
  'support_request.state': {
    open: 'waits for an answer',
    planned: 'a day is planned',
    answered: 'answered',
    closed: 'closed',
    withdrawn: 'withdrawn',
  },
  left_out: { 'not-wanted': 'not wanted', 'no-address': 'no address' },
  'mail.reason': { 'not-wanted': 'not wanted', 'no-address': 'no address' },
  scopes: {
    'credential.readonly': 'read the badges',
    'credential.upsert': 'add badges',
    'profile.readonly': 'read the first and last name',
    'profile.update': 'write the profile',
    offline_access: 'come back without asking again',
  },
  verdict: {
    valid: 'authentic and valid',
    expired: 'expired',
    revoked: 'revoked',
    suspended: 'suspended',
    'status-unreachable': 'revocation not established',
    'signature-not-valid': 'signature not valid',
    'not-verifiable': 'not verifiable',
  },
  'held_badge.form': { json: 'JSON', jws: 'JWT' },
  road: {
    page: 'a page',
    api: 'the API',
    command: 'a command',
    timer: 'the service by itself',
    job: 'work under way',
  },
  'host_token.kind': { access: 'access', refresh: 'renewal' },
});

/** Names of the fields inside a detail, a record or a summary. A field without one shows its own name. */
export const exportDetailTexts: typeof details = {
  ...exportColumnTexts,
  period: 'Period',
  from: 'From',
  to: 'To',
  missions: 'Missions',
  roles: 'Roles',
  doneByFamily: 'What was done',
  worked: 'What worked',
  difficulties: 'Difficulties',
  presentSplit: 'Present split',
  trainingsWished: 'Trainings wished',
  decisions: 'Decisions',
  duration: 'Years',
  families: 'Families',
  trainingHours: 'Hours of training',
  members: 'Members',
  name: 'Name',
  schools: 'Schools',
  by: 'By',
  service: 'Service',
  badge: 'Badge',
  host: 'Address',
};

/** Names of the browsers and systems that a session records. */
export const exportDeviceTexts: Readonly<Record<string, string>> = {
  edge: 'Edge',
  opera: 'Opera',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  windows: 'Windows',
  android: 'Android',
  ios: 'iPhone, iPad',
  macos: 'macOS',
  chromeos: 'ChromeOS',
  linux: 'Linux',
  other: '',
};
