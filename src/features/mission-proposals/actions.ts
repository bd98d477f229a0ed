import { changesOfEngagement } from '../../application/engagements/change.ts';
import { requireSchoolOpen } from '../../application/engagements/open-school.ts';
import { mailAbout } from '../../application/mail/queue.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import type { Decider } from '../../domain/confirmation/confirm.ts';
import type { MissionCode, Role } from '../../domain/engagement/mission.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { acceptMissions, isProposalOpen, type MissionProposal } from './feature.ts';

interface ProposeMissions {
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly missions: readonly MissionCode[];
  readonly roles: readonly Role[];
  readonly from: LocalDate;
  readonly words?: string | undefined;
  readonly by: Decider;
}

/** Proposes missions to a person whom the service knows, for a head of the school. Nothing is recorded until
 *  they accept. Throws `unknown-person`, `missions-proposed` where another proposal of the school waits for
 *  them, and the errors of `acceptMissions`, because only missions that could be accepted are proposed. */
const proposeMissions =
  (ports: Ports) =>
  ({ by, ...asked }: ProposeMissions): Promise<MissionProposal> =>
    retryOnConflict(async () => {
      const { store, clock, ids } = ports;
      const { uai, personId, words, ...content } = asked;
      const [[person], earlier] = await Promise.all([
        store.readPeople([personId]),
        store.readMissionProposalsOf(personId),
      ]);
      if (!person) throw new DomainError('unknown-person');
      if (earlier.some((one) => one.uai === uai && isProposalOpen(one)))
        throw new DomainError('missions-proposed');
      const at = clock.now();
      const id = ids.uuid();
      const proposal: MissionProposal = {
        ...{ id, uai, personId, ...content, by: by.personId, at },
        ...(words && { words }),
      };
      const { keptOpen } = await decideAcceptance(ports, { proposal, by, on: localDateInParis(at) });
      await store.commit([...keptOpen, ...changesOfProposal(ports, proposal)]);
      return proposal;
    });

/** A proposal, the mail that tells the person about it, and its line in the audit. */
export function changesOfProposal(ports: Ports, proposal: MissionProposal): readonly Change[] {
  const { id, uai, personId, missions, from, by, at } = proposal;
  return [
    { kind: 'missions-proposed', proposal },
    ...mailAbout(ports, {
      kind: 'decision',
      personId,
      subjectIds: [formatSubject({ kind: 'proposed', id })],
      at,
    }),
    audit('missions-proposed', {
      at,
      actor: by,
      subject: personId,
      details: { uai, missions: missions.join(', '), from },
    }),
  ];
}

/** Withdraws a proposal of the school. Throws `not-found` for another school's,
 *  `mission-proposal-settled`. */
const withdrawMissions =
  ({ store, clock }: Ports) =>
  async ({
    id,
    uai,
    by,
  }: {
    readonly id: string;
    readonly uai: Uai;
    readonly by: PersonId;
  }): Promise<void> => {
    const proposal = await store.readMissionProposal(id);
    if (proposal?.uai !== uai) throw new DomainError('not-found');
    if (!isProposalOpen(proposal)) throw new DomainError('mission-proposal-settled');
    await store.commit(changesOfWithdrawal(proposal, { by, at: clock.now() }));
  };

export function changesOfWithdrawal(
  { id, uai, personId }: MissionProposal,
  { by, at }: { readonly by: PersonId; readonly at: Instant },
): readonly Change[] {
  return [
    { kind: 'mission-proposal-settled', id, settlement: { outcome: 'withdrawn', at } },
    audit('mission-proposal-withdrawn', { at, actor: by, subject: personId, details: { uai } }),
  ];
}

/** Reads the records on which an acceptance depends, and decides what it would write, with the precondition that the
 *  school is open. Throws the errors of `acceptMissions` and `requireSchoolOpen`. */
export async function decideAcceptance(
  { store, ids }: Ports,
  acceptance: { readonly proposal: MissionProposal; readonly by: Decider; readonly on: LocalDate },
) {
  const { uai, personId, from, to: until } = acceptance.proposal;
  const keptOpen = await requireSchoolOpen(store, { uai, until });
  const [[record], others, contests] = await Promise.all([
    store.readPersonRecords([personId]),
    store.readSingleRoleEngagements([{ uai, period: { from } }]),
    store.readContestsOfSchool(uai),
  ]);
  const reference = `J-${ids.credentialId()}`;
  const own = record?.engagements ?? [];
  return { keptOpen, accepted: acceptMissions({ ...acceptance, own, others, contests, reference }) };
}

interface AnswerMissions {
  readonly id: string;
  readonly personId: PersonId;
  readonly outcome: 'accepted' | 'declined';
}

/** Records the person's answer to a proposal, and tells its author. Missions that they accept are confirmed
 *  at once in the name of the principal who proposed them. Throws `not-found` for another person's proposal,
 *  `mission-proposal-settled`, `proposer-left` where its author does not head the school any more, the errors
 *  of `acceptMissions`, `store-conflict`. */
const answerMissions =
  (ports: Ports) =>
  async ({ id, personId, outcome }: AnswerMissions): Promise<void> =>
    retryOnConflict(async () => {
      const proposal = await ports.store.readMissionProposal(id);
      if (proposal?.personId !== personId) throw new DomainError('not-found');
      if (!isProposalOpen(proposal)) throw new DomainError('mission-proposal-settled');
      const at = ports.clock.now();
      const { uai, by } = proposal;
      await ports.store.commit([
        ...(outcome === 'accepted' ? await changesOfAcceptance(ports, proposal, at) : []),
        { kind: 'mission-proposal-settled', id, settlement: { outcome, at } },
        audit(`mission-proposal-${outcome}`, { at, actor: personId, subject: personId, details: { uai } }),
        ...(await notifyAuthor(ports, { id, by, at })),
      ]);
    });

export async function changesOfAcceptance(
  ports: Ports,
  proposal: MissionProposal,
  at: Instant,
): Promise<readonly Change[]> {
  const by = await readAuthor(ports, proposal);
  const { accepted, keptOpen } = await decideAcceptance(ports, { proposal, by, on: localDateInParis(at) });
  if (accepted.kind === 'new') {
    return [...keptOpen, { kind: 'engagement-entered', engagement: accepted.engagement }];
  }
  const { engagement, change } = accepted;
  const decided = await changesOfEngagement(ports, {
    engagement,
    change,
    by: { ...by, as: 'principal' },
    at,
  });
  return [...keptOpen, ...decided.changes];
}

/** The author of the proposal, who confirms the missions by it. Throws where they do not head the school any
 *  more. */
async function readAuthor({ store }: Ports, { by, uai }: MissionProposal): Promise<Decider> {
  const [[author], heads] = await Promise.all([store.readPeople([by]), store.readHeadsOf(uai)]);
  if (!author || !heads.includes(by)) throw new DomainError('proposer-left');
  return { personId: by, address: author.emails[0] ?? '' };
}

/** The mail to the principal; none if the register does not have them any more. */
export async function notifyAuthor(
  ports: Ports,
  { id, by, at }: Pick<MissionProposal, 'id' | 'by' | 'at'>,
): Promise<readonly Change[]> {
  const [author] = await ports.store.readPeople([by]);
  if (!author) return [];
  return mailAbout(ports, {
    kind: 'decision',
    personId: by,
    subjectIds: [formatSubject({ kind: 'answered', id })],
    at,
  });
}

export const missionServices = useCases({ proposeMissions, withdrawMissions, answerMissions });
