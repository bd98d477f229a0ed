import jsonld from 'jsonld';
import { type Award, FIRST_CHOICE } from '../../src/domain/award/types.ts';
import type { AchievementDefinition, Criteria } from '../../src/domain/criteria/definition.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { Facts, PersonFacts, TeamFacts } from '../../src/domain/facts/types.ts';
import type { AwardId, CredentialId, PersonId } from '../../src/domain/ids.ts';
import type { Instant, LocalDate } from '../../src/domain/time/calendar.ts';
import { parseUai } from '../../src/domain/uai.ts';
import type { AchievementNarrative, Locale } from '../../src/issuing/achievement.ts';
import type { CredentialInput } from '../../src/issuing/credential.ts';
import { contextsFor } from '../../src/open-badges/contexts/vendored.ts';
import { criteriaTexts as en } from '../../src/texts/en/criteria/page.ts';
import { criteriaTexts as fr } from '../../src/texts/fr/criteria/page.ts';
import { criteriaVersions, framework } from '../support/office.ts';

export const ORIGIN = 'https://jalon.test';
export const UAI = parseUai('0210006T');
export const ISSUER = {
  name: 'DANE de Dijon',
  email: 'dane@ac-dijon.test',
  logoUrl: 'https://jalon.test/logo.png',
};
export function onlyCriteria(): Criteria {
  const [criteria] = criteriaVersions;
  if (criteria === undefined) throw new Error('no criteria');
  return criteria;
}

export const PERSON_FACTS: PersonFacts = {
  kind: 'person',
  personId: 'p1' as PersonId,
  on: '2026-07-01' as LocalDate,
  schoolYear: 2025,
  years: [2023, 2024, 2025].map((year) => ({
    year,
    days: year === 2024 ? 150 : 303,
    value: year === 2024 ? 0.5 : 1,
    covered: ['A1', 'B1', 'D1'] as MissionCode[],
    coveredWithRole: {},
    families: ['A', 'B', 'D'],
    trainingHours: 6.1,
    daneEvents: [`RENC-${year}`],
    reviewed: true,
    reviewedBy: year < 2025 ? ('waiver' as const) : ('review' as const),
    uais: [UAI],
    underway: false,
  })),
  duration: 2.5,
  families: ['A', 'B', 'D'],
  reviewYears: [2023, 2024, 2025],
  trainings: [
    { code: 'T0', year: 2018, startsOn: '2018-11-01' as LocalDate, hours: 30, tags: [], expired: true },
    { code: 'T1', year: 2023, startsOn: '2023-11-01' as LocalDate, hours: 6.1, tags: [], expired: false },
    {
      code: 'T2',
      year: 2024,
      startsOn: '2024-11-01' as LocalDate,
      hours: 6.2,
      tags: ['ENT'],
      expired: false,
    },
  ],
  contributions: [
    { reference: 'K1', kind: 'session', on: '2024-03-01' as LocalDate, linked: false, validated: false },
    { reference: 'K2', kind: 'session', on: '2024-04-01' as LocalDate, linked: false, validated: true },
    { reference: 'K3', kind: 'project', on: '2025-04-01' as LocalDate, linked: true, validated: true },
  ],
  engagedFrom: '2023-09-01' as LocalDate,
  engagedTo: '2026-07-01' as LocalDate,
  ongoing: false,
  confirmedBy: { principal: true, dane: false },
};

/** A DANE agent may grant against the criteria, even for a person without any record. */
export const EMPTY_FACTS: PersonFacts = {
  kind: 'person',
  personId: 'p1' as PersonId,
  on: '2026-07-01' as LocalDate,
  schoolYear: 2025,
  years: [],
  duration: 0,
  families: [],
  reviewYears: [],
  trainings: [],
  contributions: [],
  confirmedBy: { principal: false, dane: false },
};

const TEAM_FACTS: TeamFacts = {
  kind: 'establishment',
  uai: UAI,
  on: '2026-07-01' as LocalDate,
  schoolYear: 2025,
  members: ['p1', 'p2', 'p3'].map((id) => ({
    personId: id as PersonId,
    families: ['A', 'B', 'C', 'D', 'E'],
    trained: true,
    reviewed: true,
  })),
  families: ['A', 'B', 'C', 'D', 'E'],
  roles: {},
  meetings: ['ETAB-1'],
  confirmedBy: { principal: true, dane: true },
  trainingHours: 41,
};

export function makeAward(definition: AchievementDefinition, facts: Facts, more: Partial<Award> = {}): Award {
  return {
    id: 'award-1' as AwardId,
    recipient:
      facts.kind === 'person'
        ? { kind: 'person', personId: facts.personId }
        : { kind: 'establishment', uai: facts.uai },
    achievement: definition.code,
    version: onlyCriteria().version,
    schoolYear: 2025,
    sequence: 1,
    grantedAt: '2026-07-02T08:00:00Z' as Instant,
    grantedBy: 'dane-1',
    evaluation: {
      achievement: definition.code,
      version: onlyCriteria().version,
      on: facts.on,
      met: true,
      findings: [],
      facts,
    },
    factsDigest: 'sha256$00',
    ...(definition.validityYears && { validUntil: '2029-08-31T21:59:59Z' as Instant }),
    ...more,
  };
}

export const NARRATIVES: Readonly<Record<Locale, AchievementNarrative>> = {
  fr: fr.achievementNarrative,
  en: en.achievementNarrative,
};

export function makeInput(
  definition: AchievementDefinition,
  more: Partial<CredentialInput> & { readonly locale?: Locale } = {},
): CredentialInput {
  const isPerson = definition.recipient === 'person';
  return {
    award: makeAward(definition, isPerson ? PERSON_FACTS : TEAM_FACTS),
    definition,
    criteria: onlyCriteria(),
    framework,
    issuer: ISSUER,
    origin: ORIGIN,
    holder: isPerson
      ? { kind: 'person', email: 'claire.dupont@ac-dijon.test', givenName: 'Claire', familyName: 'Dupont' }
      : { kind: 'establishment', uai: UAI, name: 'Collège Gaston Roupnel' },
    schoolNames: new Map([[UAI, 'Collège Gaston Roupnel']]),
    credentialId: 'AAAAAAAAAAAAAAAAAAAAAA' as CredentialId,
    subjectId: 'urn:uuid:6c2f7a1e-2c3d-4a55-9d4f-6f1f2a3b4c5d',
    salt: '00112233445566778899aabbccddeeff',
    status: { listId: '1', index: 94_567 },
    choice: FIRST_CHOICE,
    validFrom: '2026-07-03T10:00:00Z' as Instant,
    narrative: NARRATIVES[more.locale ?? 'fr'],
    ...more,
  };
}

/** Canonical N-Quads in JSON-LD safe mode with only our contexts: it rejects any undefined term or other
 *  address. */
export function canonizeSafely(document: object): Promise<string> {
  const contexts = contextsFor(document);
  return jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    base: null,
    safe: true,
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
    documentLoader: async (documentUrl) => {
      const context = contexts.get(documentUrl);
      if (context === undefined) throw new Error(`unknown context ${documentUrl}`);
      return { contextUrl: null, documentUrl, document: context };
    },
    canonizeOptions: { maxWorkFactor: 1, signal: AbortSignal.timeout(20_000) },
  });
}
