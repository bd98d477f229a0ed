import type {
  Bilingual,
  Mission,
  MissionCode,
  MissionFamily,
  MissionFramework,
} from '../domain/engagement/mission.ts';
import { credentialTexts as en } from '../texts/en/public/credential.ts';
import { credentialTexts as fr } from '../texts/fr/public/credential.ts';
import { frameworkUrl } from './addresses.ts';
import { competencesOf } from './alignment.ts';

/** A JSON-LD document with terms of schema.org, in both languages. */
export type FrameworkDocument = Readonly<Record<string, unknown>>;

const CONTEXT = 'https://schema.org';

/** The mission framework as a published set of terms: families are sets, missions are terms (schema.org
 *  DefinedTermSet). The alignments of our badges point to it. */
export function frameworkDocument(framework: MissionFramework, origin: string): FrameworkDocument {
  const id = frameworkUrl(origin, framework.version);
  return {
    '@context': CONTEXT,
    '@id': id,
    '@type': 'DefinedTermSet',
    url: id,
    version: String(framework.version),
    name: bilingual({ fr: fr.frameworkName, en: en.frameworkName }),
    description: bilingual({ fr: fr.frameworkDescription, en: en.frameworkDescription }),
    inLanguage: ['fr', 'en'],
    hasPart: framework.families.map((family) => ({
      ...familySet(family, id),
      hasDefinedTerm: [...framework.missions.values()]
        .filter((mission) => mission.family === family.code)
        .map((mission) => missionTerm(mission, framework, origin)),
    })),
  };
}

/** One mission as a document of its own, with the competences to which it is aligned; undefined if the
 *  framework has no such mission. */
export function missionDocument(
  framework: MissionFramework,
  code: string,
  origin: string,
): FrameworkDocument | undefined {
  const mission = framework.missions.get(code as MissionCode);
  const family = framework.families.find((candidate) => candidate.code === mission?.family);
  if (mission === undefined || family === undefined) return undefined;
  const id = frameworkUrl(origin, framework.version);
  return {
    '@context': CONTEXT,
    ...missionTerm(mission, framework, origin),
    inDefinedTermSet: { ...familySet(family, id), isPartOf: { '@id': id, '@type': 'DefinedTermSet' } },
    subjectOf: competencesOf(mission.code, { framework, origin, locale: 'fr' }).map((competence) => ({
      '@type': 'CreativeWork',
      educationalAlignment: {
        '@type': 'AlignmentObject',
        alignmentType: 'educationalSubject',
        educationalFramework: competence.targetFramework,
        targetName: competence.targetName,
        targetUrl: competence.targetUrl,
      },
    })),
  };
}

function familySet({ code, label }: MissionFamily, frameworkId: string): FrameworkDocument {
  return {
    '@id': `${frameworkId}#${code}`,
    '@type': 'DefinedTermSet',
    name: bilingual(label),
    alternateName: code,
  };
}

function missionTerm(mission: Mission, framework: MissionFramework, origin: string): FrameworkDocument {
  const id = frameworkUrl(origin, framework.version, mission.code);
  return {
    '@id': id,
    '@type': 'DefinedTerm',
    url: id,
    termCode: mission.code,
    name: bilingual(mission.label),
  };
}

function bilingual(text: Bilingual): readonly FrameworkDocument[] {
  return [
    { '@language': 'fr', '@value': text.fr },
    { '@language': 'en', '@value': text.en },
  ];
}
