import { WRITERS } from '../../src/adapters/storage/commit/registry.ts';
import { FIRST_CHOICE } from '../../src/domain/award/types.ts';
import type { Change, ChangeOf } from '../../src/domain/change/union.ts';
import type { ProfileId } from '../../src/domain/ids.ts';
import {
  ADA,
  award,
  credential,
  credentialId,
  day,
  engagement,
  GUYOT,
  NOW,
  person,
  toPerson,
} from '../contracts/store-values.ts';
import { newDigests } from '../support/new-digests.ts';

/** Properties of a change that are records themselves. */
const RECORDS = new Set<string | symbol>([
  ...['check', 'claim', 'decision', 'failure', 'issuer', 'lease', 'list', 'look', 'means', 'proof', 'record'],
  ...['report', 'request', 'review', 'revocation', 'settled', 'settlement', 'suspension', 'withdrawal'],
]);

/** Properties that a column of numbers stores. */
const NUMBERS = new Set<string | symbol>([
  ...['count', 'done', 'revision', 'schoolYear', 'statusIndex', 'version', 'year'],
]);

const textOf = (name: string | symbol) => (NUMBERS.has(name) ? 1900 : 'absent');

/** What a writer reads of a record that no table has. */
function absentValue(name: string | symbol): unknown {
  if (!RECORDS.has(name)) return textOf(name);
  return absentRecord();
}

function absentRecord<One extends object>(): One {
  return new Proxy({}, { has: () => true, get: (_, inner) => textOf(inner) }) as One;
}

const decided = { asRead: engagement('absent'), engagement: engagement('absent'), cutOff: [] };
const proposal = {
  ...{ id: 'absent', recipient: toPerson(ADA), achievement: 'RUPN-ENG', version: 1, schoolYear: 2026 },
  ...{ judgedOn: day('2026-11-24'), summary: { kind: 'person', cautions: [] } },
} as unknown as ChangeOf<'proposal-refused'>['proposal'];
const refused = {
  ...{ recipient: toPerson(ADA), achievement: 'RUPN-ENG', schoolYear: 2026 },
  ...{ at: NOW, by: ADA, reason: 'absent' },
};
const project = {
  ...{
    id: 'absent',
    uai: GUYOT,
    title: 'absent',
    description: 'absent',
    period: { from: day('2026-09-01') },
  },
  ...{ members: [], keptBy: ADA, keptAt: NOW },
};
const sheet = {
  ...{ id: 'absent', action: { uai: GUYOT, mission: 'A1', localAuthority: 'absent', period: { from: NOW } } },
  ...{ content: { kind: 'text', text: 'absent' }, keptBy: ADA, keptAt: NOW },
};

const inList = { credentialId: credentialId('absent'), statusListId: 'absent' };

/** The changes whose writer reads more of a record than texts. */
const SHAPES: { readonly [Kind in Change['kind']]?: Partial<ChangeOf<Kind>> } = {
  'award-granted': { award: award('absent') },
  'confirmation-reminded': { references: ['absent'], turn: 'first' },
  'confirmed-on-documents': decided,
  'engagement-changed': decided,
  'engagement-cut': decided,
  'engagement-decided': decided,
  'engagement-imported': decided,
  'engagement-redeclared': decided,
  'engagement-removed': decided,
  'credential-reissued': {
    credential: credential('absent'),
    asRead: { choice: FIRST_CHOICE },
    digests: newDigests(),
  },
  'credential-resumed': { ...inList, suspendedAt: NOW },
  'credential-revoked': { ...inList, revocation: absentRecord() },
  'credential-suspended': { ...inList, suspension: absentRecord() },
  'endorsement-answered': { asRead: absentRecord() },
  'endorsement-removed': { asRead: absentRecord() },
  'job-held': { asRead: absentRecord() },
  'job-taken-back': { asRead: absentRecord() },
  'roll-call-closed': { asRead: absentRecord() },
  'school-project-removed': { asRead: project },
  'person-invited': { invitation: { eventCode: 'absent', personId: ADA, invitedAt: NOW, invitedBy: ADA } },
  'refusal-reopened': { recipient: toPerson(ADA) },
  'job-advanced': { job: { id: 'absent', progress: {}, done: 0, command: {} } as unknown as JobAdvanced },
  'keys-signed': { keyIds: ['absent'] },
  'newcomer-said': { replaces: absentRecord() },
  'person-erased': { names: { familyNames: ['absent'], emails: [] } },
  'procedure-sheet-saved': { sheet: sheet as unknown as Sheet, parts: [], replaces: 'absent' },
  'program-credential-changed': { asRead: absentRecord(), standing: {} },
  'proposal-refused': { proposal, refusal: refused },
  'proposals-replaced': { recipients: [toPerson(ADA)], proposals: [proposal], awards: [] },
  'public-profile-changed': {
    profile: {
      ...{ id: 'absent' as ProfileId, personId: ADA, name: 'full', searchable: false },
      ...{ credentialIds: [], madeAt: NOW },
    },
  },
  'records-as-read': { of: 'person', records: [person(ADA)] },
  'records-unmade': { of: 'person', records: [person(ADA)] },
  'roll-call-opened': {
    rollCall: {
      secret: 'absent',
      eventCode: 'absent',
      opensAt: NOW,
      closesAt: NOW,
      madeAt: NOW,
      madeBy: ADA,
    },
  },
  'school-as-planned': { uai: GUYOT, on: day('2026-11-24'), ids: [] },
  'school-meeting-asked': {
    meeting: { id: 'absent', uai: GUYOT, askedBy: ADA, askedAt: NOW, state: 'asked', revision: 1 },
  },
  'school-project-changed': { asRead: project, project },
};
type JobAdvanced = ChangeOf<'job-advanced'>['job'];
type Sheet = ChangeOf<'procedure-sheet-saved'>['sheet'];

/** A change of the kind to a record that no table has. */
export function changeOfAbsent(kind: Change['kind']): Change {
  const shape = SHAPES[kind] ?? {};
  const read = (_: object, name: string | symbol) => {
    if (name === 'kind') return kind;
    return name in shape ? shape[name as never] : absentValue(name);
  };
  return new Proxy({ ...shape, kind }, { get: read }) as Change;
}

/** Every kind of change that rests on a record. */
export const NAMING = (Object.keys(WRITERS) as Change['kind'][]).filter((kind) =>
  ['named', 'premise'].includes(WRITERS[kind].guard.kind),
);
