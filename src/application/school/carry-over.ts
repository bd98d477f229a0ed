import type { Decider } from '../../domain/confirmation/confirm.ts';
import { type CarriedSplit, decideCarryOver } from '../../domain/engagement/carry-decision.ts';
import { deriveCarryOver } from '../../domain/engagement/carry-over.ts';
import type { MissionCode, Role } from '../../domain/engagement/mission.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { changesOfProposal, changesOfWithdrawal } from '../../features/mission-proposals/actions.ts';
import { isProposalOpen, type MissionProposal } from '../../features/mission-proposals/feature.ts';
import { requireSchoolOpen } from '../engagements/open-school.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';

interface CarryOver {
  readonly uai: Uai;
  /** The new school year. */
  readonly into: SchoolYear;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The part of each person that is carried over, as adjusted by the principal. */
  readonly lines: readonly {
    readonly personId: PersonId;
    readonly missions: readonly MissionCode[];
    readonly roles: readonly Role[];
  }[];
  readonly by: Decider;
}

/** Proposes last year's split again, in one commit. Each person accepts or declines their part. If the form
 *  is sent twice at once, the second sending finds the proposals of the first. */
const carryOver =
  (ports: Ports) =>
  (command: CarryOver): Promise<CarriedSplit> =>
    retryOnConflict(async () => {
      const { store, clock } = ports;
      const { uai, by } = command;
      const [[record], proposals, contests] = await Promise.all([
        store.readSchoolRecords([uai]),
        store.readMissionProposalsAt(uai),
        store.readContestsOfSchool(uai),
      ]);
      const engagements = (record?.people ?? []).flatMap((one) => one.engagements);
      const known = { engagements: engagements.filter((one) => one.uai === uai), proposals };
      const at = clock.now();
      const carried = decideCarryOver({
        wanted: toProposals(ports, command, known),
        ...{ by, on: localDateInParis(at), engagements, proposals, contests },
      });
      await store.commit([
        ...(await requireSchoolOpen(store, { uai, until: command.to })),
        ...carried.proposed.flatMap((one) => changesOfProposal(ports, one)),
      ]);
      return carried;
    });

/** The chosen lines as proposals, with the sharing of their missions. */
function toProposals(
  { clock, ids }: Ports,
  { uai, into, from, to, lines, by }: CarryOver,
  known: Pick<Parameters<typeof deriveCarryOver>[0], 'engagements' | 'proposals'>,
): readonly MissionProposal[] {
  const at = clock.now();
  const before = deriveCarryOver({ ...known, uai, into });
  return lines.map((line) => {
    const earlier = before.find(({ personId }) => personId === line.personId)?.sharing ?? [];
    const sharing = earlier.filter(({ mission }) => line.missions.includes(mission));
    return {
      ...{ id: ids.uuid(), uai, ...line, from, to, carriedInto: into, by: by.personId, at },
      ...(sharing.length > 0 && { sharing }),
    };
  });
}

/** Withdraws every carried-over proposal of the year that no one has answered. Returns their number. */
const withdrawCarried =
  ({ store, clock }: Ports) =>
  ({
    uai,
    into,
    by,
  }: {
    readonly uai: Uai;
    readonly into: SchoolYear;
    readonly by: PersonId;
  }): Promise<number> =>
    retryOnConflict(async () => {
      const waiting = (await store.readMissionProposalsAt(uai)).filter(
        (one) => one.carriedInto === into && isProposalOpen(one),
      );
      const at = clock.now();
      await store.commit(waiting.flatMap((one) => changesOfWithdrawal(one, { by, at })));
      return waiting.length;
    });

export const carryOverServices = useCases({ carryOver, withdrawCarried });
