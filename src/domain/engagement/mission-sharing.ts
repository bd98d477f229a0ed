import type { MissionCode } from './mission.ts';

/** How several people share one mission. `time`: by days or hours; `project`: by projects; `service`: by
 *  services such as the ENT. */
export const SHARING_KINDS = ['time', 'project', 'service'] as const;
export type SharingKind = (typeof SHARING_KINDS)[number];

/** The most characters of the words on a sharing. */
export const SHARING_LENGTH = 80;

/** A person's part of a shared mission, in a few words: the days, the project, or the service. It informs
 *  about the split and counts in no judgment. */
export interface MissionSharing {
  readonly mission: MissionCode;
  readonly kind: SharingKind;
  readonly words: string;
}

interface Shared {
  readonly missions: readonly MissionCode[];
  readonly sharing?: readonly MissionSharing[];
}

/** The sharings of the missions that the engagement lists. After a change of missions, sharings of missions that
 *  were taken away may remain in the record. */
export function sharingOf({ sharing = [], missions }: Shared): readonly MissionSharing[] {
  return sharing.filter(({ mission }) => missions.includes(mission));
}

/** The sharings of one mission in some engagements, without repetition. */
export function sharingsOfMission(
  mission: MissionCode,
  engagements: readonly Shared[],
): readonly MissionSharing[] {
  const all = engagements.flatMap((one) => sharingOf(one).filter((it) => it.mission === mission));
  return all.filter(
    (one, index) => all.findIndex(({ kind, words }) => kind === one.kind && words === one.words) === index,
  );
}
