import data from '../../data/rupn-framework.json' with { type: 'json' };
import type {
  AlignedFramework,
  Bilingual,
  FamilyCode,
  Mission,
  MissionCode,
  MissionFramework,
  MissionOrganisation,
} from '../domain/engagement/mission.ts';

/** The published mission framework, version 1: five families and twenty-one missions. */
export const framework: MissionFramework = {
  version: 1,
  families: data.families.map(({ code, label }) => ({ code: code as FamilyCode, label })),
  missions: new Map(data.missions.map((mission) => [mission.code as MissionCode, toMission(mission)])),
  organisation: new Map(
    data.missions.flatMap(({ code }) => {
      const organisation = toOrganisation(code);
      return organisation ? [[code as MissionCode, organisation] as const] : [];
    }),
  ),
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

interface OrganisationRow {
  readonly missions: readonly string[];
  readonly label?: Bilingual;
  readonly priority_in_family_C: number | null;
}

function toOrganisation(code: string): MissionOrganisation | undefined {
  const all: readonly OrganisationRow[] = data.local_organisation.rows;
  const rows = all.filter(({ missions }) => missions.includes(code));
  if (rows.length === 0) return undefined;
  return {
    labels: rows.flatMap(({ label }) => label ?? []),
    priorities: rows.flatMap(({ priority_in_family_C: rank }) => rank ?? []),
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
