import type { MissionCode } from './mission.ts';

/** How a mission is shared out otherwise than mission by mission. `time`: on days or at hours; `project`: for
 *  a project; `service`: for a service such as the ENT. */
export const SHARING_KINDS = ['time', 'project', 'service'] as const;
export type SharingKind = (typeof SHARING_KINDS)[number];

/** The most characters of the words of a sharing. */
export const SHARING_LENGTH = 80;

/** A person's part of a mission, in a few words: the days, the project, or the service. It is a fact of the
 *  split and enters no judgment. */
export interface MissionSharing {
  readonly mission: MissionCode;
  readonly kind: SharingKind;
  readonly words: string;
}

interface Shared {
  readonly missions: readonly MissionCode[];
  readonly sharing?: readonly MissionSharing[];
}

/** The sharings of missions that the segment lists: after a change of missions some may be left over. */
export function sharingOf({ sharing = [], missions }: Shared): readonly MissionSharing[] {
  return sharing.filter(({ mission }) => missions.includes(mission));
}

/** The sharings of one mission in some segments, each said once. */
export function sharingsOfMission(
  mission: MissionCode,
  segments: readonly Shared[],
): readonly MissionSharing[] {
  const all = segments.flatMap((one) => sharingOf(one).filter((it) => it.mission === mission));
  return all.filter(
    (one, index) => all.findIndex(({ kind, words }) => kind === one.kind && words === one.words) === index,
  );
}
