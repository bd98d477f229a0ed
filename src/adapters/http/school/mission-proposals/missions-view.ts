import { isUnanswered, type MissionProposal } from '../../../../domain/engagement/mission-proposal.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { Wording } from '../../shell/wording.ts';

/** One proposal of missions in words. */
export interface MissionProposalLine {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  /** The author of the proposal and, once it is settled, the outcome. */
  readonly story: readonly string[];
  readonly words?: string | undefined;
  readonly waits: boolean;
}

export function missionProposalLine(
  proposal: MissionProposal,
  nameOf: (id: PersonId) => string | undefined,
  { t }: Wording,
): MissionProposalLine {
  const { id, missions, roles, from, to, words, by, at, personId, settlement } = proposal;
  const texts = t.missionsProposed;
  const held = roles.map((role) => t.records.roles[role]).join(', ');
  const name = (one: PersonId) => nameOf(one) ?? texts.someone;
  return {
    id,
    name: name(personId),
    what: texts.content(missions.join(', '), held, texts.days(t.day(from), to && t.day(to))),
    story: [
      texts.proposedBy(name(by), t.day(at)),
      ...(settlement ? [texts.outcomes[settlement.outcome](t.day(settlement.at))] : []),
    ],
    words,
    waits: isUnanswered(proposal),
  };
}
