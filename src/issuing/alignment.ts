import type { Alignment } from '#open-badges/credential';
import type { AchievementDefinition } from '../domain/criteria/definition.ts';
import { missionsIn } from '../domain/criteria/nested-rules.ts';
import type { MissionCode, MissionFramework } from '../domain/engagement/mission.ts';
import { credentialTexts as en } from '../texts/en/public/credential.ts';
import { credentialTexts as fr } from '../texts/fr/public/credential.ts';
import { frameworkUrl } from './addresses.ts';

interface Context {
  readonly framework: MissionFramework;
  readonly origin: string;
  readonly locale: 'fr' | 'en';
}

/** The alignments of a badge: the missions that its rules name, and the competences of these missions. A
 *  badge whose rules name only families is aligned to the framework as a whole. */
export function alignmentsOf(definition: AchievementDefinition, context: Context): readonly Alignment[] {
  const { framework } = context;
  const named = new Set(definition.requirements.flatMap(({ rule }) => missionsIn(rule)));
  const missions = [...framework.missions.values()].filter(({ code }) => named.has(code));
  if (missions.length === 0) return [wholeFramework(context)];
  const competences = new Set(missions.flatMap(({ alignment }) => alignment));
  return [
    ...missions.map(({ code }) => missionAlignment(code, context)),
    ...[...competences].flatMap((reference) => competenceAlignment(reference, context)),
  ];
}

/** The competences to which one mission is aligned. */
export function competencesOf(code: MissionCode, context: Context): readonly Alignment[] {
  const references = context.framework.missions.get(code)?.alignment ?? [];
  return references.flatMap((reference) => competenceAlignment(reference, context));
}

function wholeFramework({ framework, origin, locale }: Context): Alignment {
  const { frameworkName } = locale === 'fr' ? fr : en;
  return {
    type: ['Alignment'],
    targetName: frameworkName,
    targetUrl: frameworkUrl(origin, framework.version),
    targetFramework: frameworkName,
    targetType: 'ext:MissionFramework',
  };
}

function missionAlignment(code: MissionCode, { framework, origin, locale }: Context): Alignment {
  const { frameworkName } = locale === 'fr' ? fr : en;
  return {
    type: ['Alignment'],
    targetName: framework.missions.get(code)?.label[locale] ?? code,
    targetUrl: frameworkUrl(origin, framework.version, code),
    targetFramework: frameworkName,
    targetCode: code,
    targetType: 'CFItem',
  };
}

/** `DigCompEdu:1.2` → an alignment with the title of the competence. Empty if the framework has no such
 *  title. */
function competenceAlignment(reference: string, { framework, locale }: Context): readonly Alignment[] {
  const [frameworkCode = '', targetCode = ''] = reference.split(':');
  const target = framework.frameworks.get(frameworkCode);
  const title = target?.competences.get(targetCode);
  if (target === undefined || title === undefined) return [];
  return [
    {
      type: ['Alignment'],
      targetName: title[locale],
      targetUrl: target.targetUrl,
      targetFramework: target.name,
      targetCode,
      targetType: 'ceasn:Competency',
    },
  ];
}
