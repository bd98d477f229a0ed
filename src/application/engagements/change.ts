import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import {
  type ChangeAuthor,
  type ChangedEngagement,
  changeOrEndEngagement,
  cutReferences,
} from '../../domain/engagement/change-or-end.ts';
import { contentOf } from '../../domain/engagement/content.ts';
import type { EngagementProposal, ProposedChange } from '../../domain/engagement/proposal.ts';
import type { PersonId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import { emailsAmong } from '../../domain/person/mail-address.ts';
import { fullName, listedName } from '../../domain/person/name.ts';
import type { Engagement } from '../../domain/records.ts';
import { type Instant, localDateInParis } from '../../domain/time/calendar.ts';
import { askHeads } from '../confirmations/request-from-principals.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { requireSchoolOpen } from './open-school.ts';

/** The person who decides on a change: a head of the school or an agent of the DANE. */
export type Deciding = Omit<ChangeAuthor, 'issuer'>;

interface EngagementToChange {
  readonly engagement: Engagement;
  readonly change: ProposedChange;
  readonly by: Deciding;
  readonly reason?: string | undefined;
  readonly at: Instant;
  /** The proposal that is accepted; absent if no one proposed the change. */
  readonly proposal?: EngagementProposal | undefined;
}

/** The changes that one decided change of an engagement writes, and the subjects of the mail about it. */
interface DecidedChange {
  readonly changed: ChangedEngagement;
  readonly changes: readonly Change[];
  readonly subjectIds: readonly string[];
}

/** Everything that one decided change writes, except the mail to the teacher: the engagement, its history, its
 *  documents, the request to the principal for a new part that waits, and the audit. */
export async function changesOfEngagement(
  ports: Ports,
  requested: EngagementToChange,
): Promise<DecidedChange> {
  const command = { ...requested, change: withoutSameSchool(requested) };
  const { engagement, change, at } = command;
  const { store, issuer } = ports;
  const by = { ...command.by, issuer: issuer.name };
  const uai = schoolAfter(engagement, change);
  const openPrecondition =
    change.kind === 'correction' ? await requireSchoolOpen(store, { uai, until: change.period.to }) : [];
  const [others, contests, cutReference] = await Promise.all([
    store.readSingleRoleEngagements([{ uai, period: affectedDays(engagement, change) }]),
    store.readContestsOfSchool(engagement.uai),
    freeCutReference(store, engagement, change),
  ]);
  const on = localDateInParis(at);
  const changed = changeOrEndEngagement({ engagement, by, on, others, contests, cutReference }, change);
  const history = historyOf(ports, command);
  return {
    changed,
    subjectIds: [engagement.reference, formatSubject({ kind: 'change', id: history.id })],
    changes: [
      ...openPrecondition,
      { kind: 'engagement-changed', asRead: engagement, ...engagementAndCutOff(changed) },
      ...history.changes,
      ...documentsOf(changed, command),
      ...(await requestOf(ports, changed, command)),
      audit(`engagement-${change.kind}`, {
        at,
        actor: by.personId,
        subject: engagement.personId,
        details: auditDetails(command),
      }),
    ],
  };
}

async function freeCutReference(
  store: Store,
  engagement: Engagement,
  change: ProposedChange,
): Promise<string | undefined> {
  if (change.kind !== 'missions') return undefined;
  const tried = cutReferences(engagement, change.from);
  const taken = new Set((await store.readEngagements(tried)).map(({ reference }) => reference));
  return tried.find((reference) => !taken.has(reference));
}

/** The change without its school where the school stays the same: a form of the DANE always contains it. */
function withoutSameSchool({ engagement, change }: EngagementToChange): ProposedChange {
  if (change.kind !== 'correction' || change.uai !== engagement.uai) return change;
  const { uai: _same, ...rest } = change;
  return rest;
}

function schoolAfter({ uai }: Engagement, change: ProposedChange): Engagement['uai'] {
  return (change.kind === 'correction' && change.uai) || uai;
}

/** The days on which the changed engagement may clash with other holders of its roles. */
function affectedDays({ period }: Engagement, change: ProposedChange): Engagement['period'] {
  return change.kind === 'correction' ? change.period : period;
}

function engagementAndCutOff({ engagement, cutOff }: ChangedEngagement) {
  return { engagement, cutOff };
}

/** The history of the change. An accepted proposal is settled; a direct change is noted as a proposal
 *  accepted at once. */
function historyOf(
  { ids }: Ports,
  { engagement, change, by, reason, at, proposal }: EngagementToChange,
): { readonly id: string; readonly changes: readonly Change[] } {
  const stated = { ...(reason && { reason }) };
  const settlement = { outcome: 'accepted' as const, by: by.personId, at, ...stated };
  if (proposal) {
    const { id } = proposal;
    return { id, changes: [{ kind: 'engagement-change-settled', id, settlement }] };
  }
  const id = ids.uuid();
  const { reference, personId, uai } = engagement;
  const made: EngagementProposal = {
    ...{ id, engagementReference: reference, personId, uai, change },
    ...{ before: contentOf(engagement), by: by.personId, at, settlement },
  };
  return { id, changes: [{ kind: 'engagement-change-proposed', proposal: made }] };
}

function documentsOf(
  { onDocuments }: ChangedEngagement,
  { by, reason, at }: EngagementToChange,
): readonly Change[] {
  if (!onDocuments) return [];
  const { reference } = onDocuments;
  return [{ kind: 'documents-noted', reference, documents: reason ?? '', by: by.personId, at }];
}

/** The request to the principals for a new part that waits, as for a declaration. */
async function requestOf(
  ports: Ports,
  { waiting }: ChangedEngagement,
  { at }: EngagementToChange,
): Promise<readonly Change[]> {
  if (!waiting) return [];
  const [before] = await ports.store.readConfirmationRequests([waiting.reference]);
  const request = { engagementReference: waiting.reference, requestedAt: at };
  return [
    { kind: 'confirmation-asked', request, ...(before && { replaces: before }) },
    ...(await askHeads(ports, waiting, at)),
  ];
}

function auditDetails({ engagement, change, reason }: EngagementToChange) {
  const { reference, uai } = engagement;
  const from = change.kind === 'missions' ? change.from : engagement.period.from;
  const day = change.kind === 'end' ? { to: change.to } : { from };
  const moved = schoolAfter(engagement, change);
  return { reference, uai, ...day, ...(moved !== uai && { movedTo: moved }), ...(reason && { reason }) };
}

/** The person whom a text names, or the reason why it names no single person. */
export type Addressee =
  | { readonly kind: 'found'; readonly personId: PersonId }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'several' };

/** The most people with one name that are read. */
const MOST_PEOPLE = 200;

/** Finds a person by a whole e-mail address, or by full first and family names, in any order and whatever the
 *  accents and case. A part of a name finds no one, so that a principal cannot browse the people of other
 *  schools. */
export const findAddressee =
  ({ store }: Ports) =>
  async (text: string): Promise<Addressee> => {
    const found = text.includes('@')
      ? await store.readPeopleByEmail(emailsAmong([text]))
      : (await store.searchPeople({ text, limit: MOST_PEOPLE })).filter((one) =>
          [fullName(one), listedName(one)].map(plainName).includes(plainName(text)),
        );
    const [one] = found;
    if (!one) return { kind: 'unknown' };
    return found.length > 1 ? { kind: 'several' } : { kind: 'found', personId: one.id };
  };

function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s’'-]+/g, ' ')
    .trim();
}
