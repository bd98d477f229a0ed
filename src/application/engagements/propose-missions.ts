import { audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import type { Decider } from '../../domain/confirmation/confirm.ts';
import type { MissionCode, Role } from '../../domain/engagement/mission.ts';
import {
  acceptMissions,
  isUnanswered,
  type MissionProposal,
} from '../../domain/engagement/mission-proposal.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { proposedSubject } from '../../domain/mail/mail-subject.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { mailAbout } from '../mail/mail-about.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';

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
export const proposeMissions =
  (ports: Ports) =>
  ({ by, ...asked }: ProposeMissions): Promise<MissionProposal> =>
    onceMore(async () => {
      const { store, clock, ids } = ports;
      const { uai, personId, words, ...content } = asked;
      const [[person], earlier] = await Promise.all([
        store.readPeople([personId]),
        store.readMissionProposalsOf(personId),
      ]);
      if (!person) throw new DomainError('unknown-person');
      if (earlier.some((one) => one.uai === uai && isUnanswered(one)))
        throw new DomainError('missions-proposed');
      const at = clock.now();
      const id = ids.uuid();
      const proposal: MissionProposal = {
        ...{ id, uai, personId, ...content, by: by.personId, at },
        ...(words && { words }),
      };
      await decideAcceptance(ports, { proposal, by, on: localDateInParis(at) });
      await store.commit(changesOfProposal(ports, proposal));
      return proposal;
    });

/** A proposal, the mail that tells the person about it, and its line in the audit. */
export function changesOfProposal(ports: Ports, proposal: MissionProposal): readonly Change[] {
  const { id, uai, personId, missions, from, by, at } = proposal;
  return [
    { kind: 'missions-proposed', proposal },
    ...mailAbout(ports, { kind: 'decision', personId, subjectIds: [proposedSubject(id)], at }),
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
export const withdrawMissions =
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
    if (!isUnanswered(proposal)) throw new DomainError('mission-proposal-settled');
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

/** Reads the records on which an acceptance depends, and decides what it would write. */
export async function decideAcceptance(
  { store, ids }: Ports,
  acceptance: { readonly proposal: MissionProposal; readonly by: Decider; readonly on: LocalDate },
) {
  const { uai, personId, from } = acceptance.proposal;
  const [[record], others, contests] = await Promise.all([
    store.readPersonRecords([personId]),
    store.readSingleRoleSegments([{ uai, period: { from } }]),
    store.readContestsOfEstablishment(uai),
  ]);
  const reference = `J-${ids.credentialId()}`;
  return acceptMissions({ ...acceptance, own: record?.engagements ?? [], others, contests, reference });
}
