import type { NewsLinks } from '../../../../application/settings/live.ts';
import {
  type Mission,
  type MissionFramework,
  REFERENCE_SECTIONS,
} from '../../../../domain/engagement/mission.ts';
import { typographic } from '../../../../texts/grammar.ts';
import { withOffice } from '../../../../texts/office.ts';
import { newsViews } from '../../components/news.tsx';
import type { Locale } from '../../env.ts';
import type { FrameworkView, MissionRowView, MissionView } from '../../view-models/public-pages.ts';
import { localised } from '../badge/view.ts';
import { missionAlignments } from './alignments.ts';

interface Context {
  readonly framework: MissionFramework;
  readonly origin: string;
  readonly locale: Locale;
  /** The office's short name. */
  readonly office: string;
}

const path = (framework: MissionFramework) => `/referentiel/rupn/v${framework.version}`;

/** The office's news addresses, and its address for questions. */
interface Around {
  readonly news: NewsLinks;
  readonly email: string;
}

/** The mission framework, family by family, with the other parts of the reference text. */
export function frameworkView(context: Context, { news, email }: Around): FrameworkView {
  const { framework, locale } = context;
  const missions = [...framework.missions.values()];
  return {
    version: framework.version,
    families: framework.families.map(({ code, label }) => ({
      code,
      label: typographic(label[locale]),
      missions: missions.filter((one) => one.family === code).map((one) => missionRow(one, context)),
    })),
    text: textOf(context),
    news: newsViews(news),
    email,
    documentHref: path(framework),
  };
}

function textOf({ framework, locale, office }: Context): FrameworkView['text'] {
  const parts = REFERENCE_SECTIONS.map((part) => [
    part,
    framework.text[part].map(({ code, words }) => ({ code, words: withOffice(words[locale], office) })),
  ]);
  return Object.fromEntries(parts);
}

/** One mission with the competences it is aligned to; undefined if the framework has no such code. */
export function missionView(code: string, context: Context): MissionView | undefined {
  const { framework, locale } = context;
  const missions = [...framework.missions.values()];
  const mission = missions.find((one) => one.code === code);
  const family = framework.families.find((one) => one.code === mission?.family);
  if (!mission || !family) return undefined;
  return {
    ...missionRow(mission, context),
    family: { code: family.code, label: typographic(family.label[locale]) },
    siblings: missions.filter((one) => one.family === family.code).map((one) => missionRow(one, context)),
    frameworkHref: localised(path(framework), locale),
    frameworkVersion: framework.version,
    alignments: missionAlignments(mission.code, context),
    documentHref: `${path(framework)}/missions/${code}`,
  };
}

function missionRow(mission: Mission, { framework, locale, office }: Context): MissionRowView {
  const organisation = framework.organisation.get(mission.code);
  return {
    code: mission.code,
    href: localised(`${path(framework)}/missions/${mission.code}`, locale),
    label: typographic(withOffice(mission.label[locale], office)),
    conditional: mission.conditional,
    counted: mission.elementary,
    organisation: (organisation?.labels ?? []).map((one) => typographic(withOffice(one[locale], office))),
    priorities: organisation?.priorities ?? [],
    familyLabel: typographic(
      framework.families.find(({ code }) => code === mission.family)?.label[locale] ?? '',
    ),
  };
}
