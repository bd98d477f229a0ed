import { audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import type { Decider } from '../../domain/confirmation/confirm.ts';
import { isUnanswered, type MissionProposal } from '../../domain/engagement/mission-proposal.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { answeredSubject } from '../../domain/mail/mail-subject.ts';
import { type Instant, localDateInParis } from '../../domain/time/time.ts';
import { mailAbout } from '../mail/mail-about.ts';
import { onceMore } from '../store/once-more.ts';
import { changesOfSegment } from './change-of-segment.ts';
import { decideAcceptance, type MissionNeeds } from './propose-missions.ts';

interface AnswerMissions {
  readonly id: string;
  readonly personId: PersonId;
  readonly outcome: 'accepted' | 'declined';
}

/** The person answers a proposal, and its author is told. What they accept is confirmed at once by the
 *  principal who proposed it. Throws `not-found` for another person's, `mission-proposal-settled`,
 *  `proposer-left` where its author no longer heads the school, the errors of `acceptMissions`,
 *  `store-conflict`. */
export const answerMissions =
  (needs: MissionNeeds) =>
  async ({ id, personId, outcome }: AnswerMissions): Promise<void> =>
    onceMore(async () => {
      const proposal = await needs.store.readMissionProposal(id);
      if (proposal?.personId !== personId) throw new DomainError('not-found');
      if (!isUnanswered(proposal)) throw new DomainError('mission-proposal-settled');
      const at = needs.clock.now();
      const { uai, by } = proposal;
      await needs.store.commit([
        ...(outcome === 'accepted' ? await changesOfAcceptance(needs, proposal, at) : []),
        { kind: 'mission-proposal-settled', id, settlement: { outcome, at } },
        audit(`mission-proposal-${outcome}`, { at, actor: personId, subject: personId, details: { uai } }),
        ...(await tellAuthor(needs, { id, by, at })),
      ]);
    });

async function changesOfAcceptance(
  needs: MissionNeeds,
  proposal: MissionProposal,
  at: Instant,
): Promise<readonly Change[]> {
  const by = await readAuthor(needs, proposal);
  const accepted = await decideAcceptance(needs, { proposal, by, on: localDateInParis(at) });
  if (accepted.kind === 'new') return [{ kind: 'engagement-entered', engagement: accepted.engagement }];
  const { engagement, change } = accepted;
  const decided = await changesOfSegment(needs, { engagement, change, by: { ...by, as: 'principal' }, at });
  return decided.changes;
}

/** The principal whose proposal confirms what is accepted, where they still head the school. */
async function readAuthor({ store }: MissionNeeds, { by, uai }: MissionProposal): Promise<Decider> {
  const [[author], heads] = await Promise.all([store.readPeople([by]), store.readHeadsOf(uai)]);
  if (!author || !heads.includes(by)) throw new DomainError('proposer-left');
  return { personId: by, address: author.emails[0] ?? '' };
}

/** The mail to the principal; none where they are no longer in the register. */
async function tellAuthor(
  needs: MissionNeeds,
  { id, by, at }: Pick<MissionProposal, 'id' | 'by' | 'at'>,
): Promise<readonly Change[]> {
  const [author] = await needs.store.readPeople([by]);
  if (!author) return [];
  return mailAbout(needs, { kind: 'decision', personId: by, subjectIds: [answeredSubject(id)], at });
}
