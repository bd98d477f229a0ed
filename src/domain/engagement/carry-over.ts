import { isProposalOpen, type MissionProposal } from '../../features/mission-proposals/feature.ts';
import type { PersonId } from '../ids.ts';
import { type Engagement, isCountable } from '../records.ts';
import { fromDayNumber, type LocalDate } from '../time/calendar.ts';
import { lastDayOf, referenceWindow, type SchoolYear, schoolYearOf, wholeYear } from '../time/school-year.ts';
import type { Uai } from '../uai.ts';
import { engagementsAround } from './assigned-missions.ts';
import type { MissionCode, Role } from './mission.ts';
import { type MissionSharing, sharingsOfMission } from './mission-sharing.ts';
import { engagementsOfYear } from './mission-split.ts';
import { findConflicts, type RoleConflict } from './role-conflict.ts';

/** The state of a person's part of last year's split.
 *  - `ended`: it ends with the year;
 *  - `left`: it ended during the year;
 *  - `goes-on`: confirmed engagements hold all of it in the new year;
 *  - `asked`: engagements of the new year list all of it, and some wait for a confirmation;
 *  - `proposed`: a proposal of the school waits for the person. */
export type CarryState = 'ended' | 'left' | 'goes-on' | 'asked' | 'proposed';

/** A person's part of last year's split, and the part of it that is missing in the new year. */
export interface CarryCandidate {
  readonly personId: PersonId;
  readonly state: CarryState;
  /** The missions and roles of the person on their last day in last year's split. */
  readonly held: { readonly missions: readonly MissionCode[]; readonly roles: readonly Role[] };
  /** The missions to carry over; empty if none is missing. */
  readonly missions: readonly MissionCode[];
  readonly roles: readonly Role[];
  readonly sharing: readonly MissionSharing[];
  /** The last day of the part to carry over; absent if nothing is missing. */
  readonly until?: LocalDate;
  /** Confirmed single roles of other people in the new year. */
  readonly clashes: readonly RoleConflict[];
}

interface SplitToCarry {
  readonly uai: Uai;
  /** Every engagement of the school. */
  readonly engagements: readonly Engagement[];
  readonly proposals: readonly MissionProposal[];
  /** The new school year. */
  readonly into: SchoolYear;
}

/** The school year that is being prepared: the next one from May on, else the current one. */
export function yearToPrepare(today: LocalDate): SchoolYear {
  const year = schoolYearOf(today);
  const month = today.slice(5, 7);
  return month >= '05' && month <= '08' ? year + 1 : year;
}

/** Last year's split, one line a person, in the order of the engagements. Only confirmed engagements are carried
 *  over. */
export function deriveCarryOver(split: SplitToCarry): readonly CarryCandidate[] {
  const { engagements, into } = split;
  const before = engagementsOfYear(engagements, into - 1).filter(({ confirmation }) =>
    isCountable(confirmation),
  );
  return [...Map.groupBy(before, ({ personId }) => personId)].map(([personId, own]) =>
    toCarryCandidate(split, personId, own),
  );
}

function toCarryCandidate(
  split: SplitToCarry,
  personId: PersonId,
  own: readonly Engagement[],
): CarryCandidate {
  const { engagements, proposals, into } = split;
  const end = lastDayOf(into - 1);
  const lastOf = ({ period }: Engagement) => (period.to && period.to < end ? period.to : end);
  const last = own.map(lastOf).toSorted().at(-1) ?? end;
  const holding = engagementsAround(own, last);
  const next = engagementsOfYear(engagements, into).filter(
    (one) => one.personId === personId && one.confirmation !== 'contested',
  );
  const held = {
    missions: [...new Set(holding.flatMap(({ missions }) => missions))].toSorted(),
    roles: [...new Set(holding.flatMap(({ roles }) => roles))],
  };
  const lacksMissions = held.missions.filter((code) => !next.some((one) => one.missions.includes(code)));
  const roles = held.roles.filter((role) => !next.some((one) => one.roles.includes(role)));
  // An engagement needs a mission. Where only roles are missing, they are carried over with all missions held
  // next to them.
  const missions = lacksMissions.length === 0 && roles.length > 0 ? held.missions : lacksMissions;
  const isMissing = missions.length > 0;
  const waits = proposals.some((one) => one.personId === personId && isProposalOpen(one));
  const confirmed = next.every(({ confirmation }) => isCountable(confirmation));
  const ended = last >= fromDayNumber(referenceWindow(into - 1).to) ? 'ended' : 'left';
  return {
    ...{ personId, held, missions, roles },
    state: waits ? 'proposed' : isMissing ? ended : confirmed ? 'goes-on' : 'asked',
    sharing: missions.flatMap((code) => sharingsOfMission(code, holding)),
    ...(isMissing && { until: last }),
    clashes: conflictsIn(split, { personId, roles }),
  };
}

/** The missing roles that another person holds on a day of the new year. */
function conflictsIn(
  { engagements, uai, into }: SplitToCarry,
  part: { readonly personId: PersonId; readonly roles: readonly Role[] },
): readonly RoleConflict[] {
  const holders = engagements.filter(({ confirmation }) => isCountable(confirmation));
  return findConflicts({ ...part, uai, period: wholeYear(into) }, holders);
}
