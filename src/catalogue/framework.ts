import data from '../../data/rupn-framework.json' with { type: 'json' };
import type {
  AlignedFramework,
  Bilingual,
  FamilyCode,
  Mission,
  MissionCode,
  MissionFramework,
} from '../domain/engagement/mission.ts';

/** The published mission framework, version 1: five families and twenty-one missions. */
export const framework: MissionFramework = {
  version: 1,
  families: data.families.map(({ code, label }) => ({ code: code as FamilyCode, label })),
  missions: new Map(data.missions.map((mission) => [mission.code as MissionCode, toMission(mission)])),
  frameworks: new Map(
    Object.entries(data.alignment_frameworks).map(([code, aligned]) => [
      code,
      toAlignedFramework(code, aligned),
    ]),
  ),
};

function toMission(mission: (typeof data.missions)[number]): Mission {
  return {
    code: mission.code as MissionCode,
    family: mission.family as FamilyCode,
    label: mission.label,
    conditional: mission.conditional_on_local_authority,
    elementary: mission.elementary,
    alignment: mission.alignment,
  };
}

interface AlignedFrameworkData {
  readonly name: string;
  readonly targetUrl: string;
  readonly competences?: Readonly<Record<string, Bilingual>>;
}

function toAlignedFramework(code: string, aligned: AlignedFrameworkData): AlignedFramework {
  const { name, targetUrl, competences = {} } = aligned;
  return { code, name, targetUrl, competences: new Map(Object.entries(competences)) };
}
