import { deriveHeldMissions } from '../../domain/engagement/assigned-missions.ts';
import type { MissionCode, MissionFramework } from '../../domain/engagement/mission.ts';
import { sharingsOfMission } from '../../domain/engagement/mission-sharing.ts';
import type { MissionShare } from '../../domain/engagement/mission-split.ts';
import type { Engagement } from '../../domain/records.ts';
import type { Period } from '../../domain/time/calendar.ts';
import { type SchoolYear, schoolYearLabel } from '../../domain/time/school-year.ts';
import { sharingSentence } from '../../texts/fr/mission-sharing.ts';
import { statementTexts as texts } from '../../texts/fr/papers/engagement-statement.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { withOffice } from '../../texts/office.ts';
import { facts, paragraph } from './blocks.ts';
import type { Block } from './content-types.ts';

interface MissionSentenceContext {
  /** The school year of the split, and the engagements of it. */
  readonly year: SchoolYear;
  readonly ofYear: readonly Engagement[];
  readonly framework: MissionFramework;
  readonly office: string;
  /** Absent if it is unknown: nothing is then said about it. */
  readonly shares?: readonly MissionShare[];
}

/** Missions of a person, and what is told about each. */
interface HeldMissions {
  readonly families: readonly {
    readonly title: string;
    readonly missions: readonly {
      readonly code: MissionCode;
      readonly label: string;
      /** Its period where it is not that of all, and how it is shared. */
      readonly details: readonly string[];
    }[];
  }[];
  /** The period of all missions, where it is the same. */
  readonly period?: string;
  /** How they are shared, in one sentence. */
  readonly sharing?: string;
}

/** The missions of the engagements by family. What most of them have in common is said once for all. */
export function heldMissions(
  engagements: readonly Engagement[],
  words: MissionSentenceContext,
): HeldMissions {
  const { framework, office, shares = [], year } = words;
  const held = deriveHeldMissions(engagements, framework);
  const all = held.flatMap(({ missions }) => missions);
  const periods = new Set(all.map((one) => periodOf(one)));
  const [period] = periods.size === 1 && all.length > 1 ? periods : [];
  const sharedWith = (code: MissionCode) => shares.find(({ mission }) => mission === code)?.others;
  const detailsOf = (code: MissionCode) => {
    const others = sharedWith(code) ?? 0;
    const stated = sharingsOfMission(code, words.ofYear).map((one) => sharingSentence(one.kind, one.words));
    return [...(others > 0 ? [texts.shared(others)] : []), ...stated];
  };
  const others = all.flatMap(({ mission: { code } }) => sharedWith(code) ?? []);
  const sharing = others.every((count) => count === 0) ? texts.noneShared : texts.aloneUnlessSaid;
  return {
    ...(period !== undefined && { period }),
    ...(others.includes(0) && { sharing: sharing(schoolYearLabel(year), all.length) }),
    families: held.map(({ family, missions }) => ({
      title: texts.family(family.code, family.label.fr),
      missions: missions.map((one) => ({
        code: one.mission.code,
        label: texts.mission(one.mission.code, withOffice(one.mission.label.fr, office)),
        details: [...(period === undefined ? [periodOf(one)] : []), ...detailsOf(one.mission.code)],
      })),
    })),
  };
}

function periodOf({ periods }: ReturnType<typeof deriveHeldMissions>[number]['missions'][number]): string {
  return periods.map(paperTexts.period).join(', ');
}

/** The missions with their labels, one row for each family. `told` is the period that the text above tells. */
export function missionsByFamily(
  { families, period, sharing }: HeldMissions,
  reported: Period | undefined,
): readonly Block[] {
  const rows = families.map(
    ({ title, missions }) =>
      [title, missions.map(({ label, details }) => texts.detailed(label, details)).join('\n')] as const,
  );
  const isReported = period === undefined || (reported && paperTexts.period(reported) === period);
  const common = [...(isReported ? [] : [texts.allHeld(period)]), ...(sharing ? [sharing] : [])];
  return [
    ...(common.length === 0 ? [] : [{ ...paragraph(common.join(' ')), keep: true as const }]),
    facts(rows),
  ];
}

/** The missions by their codes, those of the same details together. */
export function missionCodes({ families }: HeldMissions): string {
  const missions = families.flatMap((family) => family.missions);
  const alike = Map.groupBy(missions, ({ details }) => details.join('\n'));
  return texts.groups(
    [...alike.values()].map((same) =>
      texts.detailed(same.map(({ code }) => code).join(', '), same[0]?.details ?? []),
    ),
  );
}
