import { audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import type { Decider } from '../../domain/confirmation/confirm.ts';
import { isUnanswered, type MissionProposal } from '../../domain/engagement/mission-proposal.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { answeredSubject } from '../../domain/mail/mail-subject.ts';
import { type Instant, localDateInParis } from '../../domain/time/time.ts';
import { mailAbout } from '../mail/mail-about.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';
import { changesOfSegment } from './change-of-segment.ts';
import { decideAcceptance } from './propose-missions.ts';

interface AnswerMissions {
  readonly id: string;
  readonly personId: PersonId;
  readonly outcome: 'accepted' | 'declined';
}

/** Records the person's answer to a proposal, and tells its author. Missions that they accept are confirmed
 *  at once in the name of the principal who proposed them. Throws `not-found` for another person's proposal,
 *  `mission-proposal-settled`, `proposer-left` where its author does not head the school any more, the errors
 *  of `acceptMissions`, `store-conflict`. */
export const answerMissions =
  (ports: Ports) =>
  async ({ id, personId, outcome }: AnswerMissions): Promise<void> =>
    onceMore(async () => {
      const proposal = await ports.store.readMissionProposal(id);
      if (proposal?.personId !== personId) throw new DomainError('not-found');
      if (!isUnanswered(proposal)) throw new DomainError('mission-proposal-settled');
      const at = ports.clock.now();
      const { uai, by } = proposal;
      await ports.store.commit([
        ...(outcome === 'accepted' ? await changesOfAcceptance(ports, proposal, at) : []),
        { kind: 'mission-proposal-settled', id, settlement: { outcome, at } },
        audit(`mission-proposal-${outcome}`, { at, actor: personId, subject: personId, details: { uai } }),
        ...(await tellAuthor(ports, { id, by, at })),
      ]);
    });

async function changesOfAcceptance(
  ports: Ports,
  proposal: MissionProposal,
  at: Instant,
): Promise<readonly Change[]> {
  const by = await readAuthor(ports, proposal);
  const accepted = await decideAcceptance(ports, { proposal, by, on: localDateInParis(at) });
  if (accepted.kind === 'new') return [{ kind: 'engagement-entered', engagement: accepted.engagement }];
  const { engagement, change } = accepted;
  const decided = await changesOfSegment(ports, { engagement, change, by: { ...by, as: 'principal' }, at });
  return decided.changes;
}

/** The author of the proposal, who confirms the missions by it. Throws where they do not head the school any
 *  more. */
async function readAuthor({ store }: Ports, { by, uai }: MissionProposal): Promise<Decider> {
  const [[author], heads] = await Promise.all([store.readPeople([by]), store.readHeadsOf(uai)]);
  if (!author || !heads.includes(by)) throw new DomainError('proposer-left');
  return { personId: by, address: author.emails[0] ?? '' };
}

/** The mail to the principal; none where the register does not have them any more. */
async function tellAuthor(
  ports: Ports,
  { id, by, at }: Pick<MissionProposal, 'id' | 'by' | 'at'>,
): Promise<readonly Change[]> {
  const [author] = await ports.store.readPeople([by]);
  if (!author) return [];
  return mailAbout(ports, { kind: 'decision', personId: by, subjectIds: [answeredSubject(id)], at });
}
