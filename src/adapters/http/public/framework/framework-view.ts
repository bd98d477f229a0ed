import type { Mission, MissionFramework } from '../../../../domain/engagement/mission.ts';
import { typographic } from '../../../../texts/typographic.ts';
import type { Locale } from '../../env.ts';
import type { FrameworkView, MissionRowView, MissionView } from '../../shell/view-models.ts';
import { localised } from '../badge/badge-view.ts';
import { missionAlignments } from './alignments.ts';

interface Context {
  readonly framework: MissionFramework;
  readonly origin: string;
  readonly locale: Locale;
}

const path = (framework: MissionFramework) => `/referentiel/rupn/v${framework.version}`;

/** The mission framework, family by family. */
export function frameworkView({ framework, locale }: Context): FrameworkView {
  const missions = [...framework.missions.values()];
  return {
    version: framework.version,
    families: framework.families.map(({ code, label }) => ({
      code,
      label: typographic(label[locale]),
      missions: missions
        .filter((one) => one.family === code)
        .map((one) => missionRow(one, framework, locale)),
    })),
    documentHref: path(framework),
  };
}

/** One mission with the competences it is aligned to; undefined where the framework has no such code. */
export function missionView(code: string, context: Context): MissionView | undefined {
  const { framework, locale } = context;
  const mission = [...framework.missions.values()].find((one) => one.code === code);
  const family = framework.families.find((one) => one.code === mission?.family);
  if (!mission || !family) return undefined;
  return {
    ...missionRow(mission, framework, locale),
    family: { code: family.code, label: typographic(family.label[locale]) },
    frameworkHref: localised(path(framework), locale),
    frameworkVersion: framework.version,
    alignments: missionAlignments(mission.code, context),
    documentHref: `${path(framework)}/missions/${code}`,
  };
}

function missionRow(mission: Mission, framework: MissionFramework, locale: Locale): MissionRowView {
  return {
    code: mission.code,
    href: localised(`${path(framework)}/missions/${mission.code}`, locale),
    label: typographic(mission.label[locale]),
    conditional: mission.conditional,
    counted: mission.elementary,
  };
}
