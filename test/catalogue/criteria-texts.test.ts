import { describe, expect, test } from 'vitest';
import schema from '../../schemas/criteria.schema.json' with { type: 'json' };
import { achievementOf } from '../../src/catalogue/versions.ts';
import { compileRule } from '../../src/domain/criteria/compile-rule.ts';
import type { Finding } from '../../src/domain/criteria/evaluation.ts';
import { traitsOf } from '../../src/domain/criteria/leaf.ts';
import { flattenRule } from '../../src/domain/criteria/nested-rules.ts';
import type { Rule } from '../../src/domain/criteria/rule.ts';
import { bindsYears, isComposite, ruleKind } from '../../src/domain/criteria/rule-kind.ts';
import type { Bilingual } from '../../src/domain/engagement/mission.ts';
import { inLanguage } from '../../src/domain/engagement/mission.ts';
import type { Facts, TeamFacts } from '../../src/domain/facts/types.ts';
import type { CriteriaTextContext } from '../../src/texts/criteria/context.ts';
import { criteriaTexts as en } from '../../src/texts/en/criteria/page.ts';
import { criteriaTexts as fr } from '../../src/texts/fr/criteria/page.ts';
import { criteriaPhrases } from '../../src/texts/fr/criteria/phrases.ts';
import { criteria, deriveFrom, type PersonSketch, wholeYears } from '../domain/builders.ts';
import { framework } from '../support/office.ts';
import vectors from '../vectors/criteria-words.json' with { type: 'json' };

const inFrench: CriteriaTextContext = {
  framework,
  achievementName: (code) => achievementOf(criteria, code).name.fr,
};
const inEnglish: CriteriaTextContext = {
  framework,
  achievementName: (code) => inLanguage(achievementOf(criteria, code).name, 'en'),
};

interface TextsVector {
  /** A name among the people or schools of the file. */
  readonly on: string;
  readonly rule: Rule;
  readonly requirement: Bilingual;
  /** What is missing, or how it is met, by the facts of that person or school. */
  readonly described: Bilingual;
}

interface TextsVectors {
  readonly on: string;
  readonly people: Readonly<Record<string, PersonSketch>>;
  readonly schools: Readonly<Record<string, TeamFacts>>;
  readonly cases: readonly TextsVector[];
}

const file = vectors as unknown as TextsVectors;

function factsOf(name: string): Facts {
  const sketch = file.people[name];
  const facts = sketch ? deriveFrom(sketch, file.on) : file.schools[name];
  if (facts === undefined) throw new Error(`the vectors know no facts of ${name}`);
  return facts;
}

function find(rule: Rule, on: Facts): Finding {
  return compileRule(rule, criteria).judge(on);
}

/** Text with its no-break spaces made plain, so that expectations can be read. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

const cases = file.cases.map((vector) => {
  return { kind: ruleKind(vector.rule), ...vector, on: factsOf(vector.on) };
});

/** The finding of the leaf that the words are about: the rule itself, or the rule inside a year or window. */
function leafFinding(finding: Finding): Finding | undefined {
  const [inner] = finding.parts;
  if (inner && bindsYears(finding.requirement)) return leafFinding(inner);
  return isComposite(finding.requirement) ? undefined : finding;
}

describe('criteria in words', () => {
  test.each(cases)('$kind: $requirement.en', ({ rule, requirement }) => {
    expect(plain(fr.requirement(rule, inFrench))).toBe(requirement.fr);
    expect(en.requirement(rule, inEnglish)).toBe(requirement.en);
  });

  test.each(cases)('$kind is explained: $described.en', ({ rule, on, described }) => {
    const finding = find(rule, on);
    expect(plain(fr.describeFinding(finding, inFrench))).toBe(described.fr);
    expect(en.describeFinding(finding, inEnglish)).toBe(described.en);
  });

  test('cover every kind of rule that the schema knows', () => {
    const kinds = cases.flatMap(({ rule }) => flattenRule(rule)).map(ruleKind);
    const known = Object.keys(schema.$defs.rule.properties).filter((name) => name !== 'of');
    expect([...new Set(kinds)].toSorted()).toEqual(known.toSorted());
  });

  test('the schema knows every leaf that has words', () => {
    const known = Object.keys(schema.$defs.rule.properties).filter((name) => name !== 'of');
    const leaves = known.filter((kind) => !isComposite({ [kind]: true } as never));
    expect(leaves.toSorted()).toEqual(Object.keys(criteriaPhrases.leaves).toSorted());
    const alternatives = schema.$defs.rule.oneOf.flatMap(({ required }) => required);
    expect(known.filter((kind) => !alternatives.includes(kind))).toEqual([]);
  });

  test('have an example of every leaf that is met, and of every leaf that is not', () => {
    const stated = cases.flatMap(({ rule, on }) => leafFinding(find(rule, on)) ?? []);
    const kinds = (met: boolean) =>
      [...new Set(stated.filter((finding) => finding.met === met).map(({ rule }) => rule))].toSorted();
    const leaves = Object.keys(criteriaPhrases.leaves).toSorted();
    expect(kinds(true)).toEqual(leaves);
    expect(kinds(false)).toEqual(leaves);
  });

  test('say that a leaf is met from the figure it found, and not one step above', () => {
    for (const { kind, rule, on } of cases) {
      const requested = (rule as Readonly<Record<string, { readonly atLeast?: number }>>)[kind];
      const { met, actual } = find(rule, on);
      const step = traitsOf(rule)?.least(rule).step;
      if (!met || step === undefined || requested?.atLeast === undefined) continue;
      const withFigure = (atLeast: number) => ({ [kind]: { ...requested, atLeast } }) as unknown as Rule;
      expect(find(withFigure(actual), on).met).toBe(true);
      expect(find(withFigure(actual + step), on).met).toBe(false);
    }
  });

  test('every finding has either what is missing or how it is met', () => {
    for (const { rule, on } of cases) {
      const finding = find(rule, on);
      for (const [texts, context] of [
        [fr, inFrench],
        [en, inEnglish],
      ] as const) {
        expect(texts.missing(finding, context) === '').toBe(finding.met);
        expect(texts.met(finding, context) === '').toBe(!finding.met);
      }
    }
  });

  test('a changed threshold changes the words', () => {
    const words = [12, 18].map((atLeast) => fr.requirement({ trainingHours: { atLeast } }, inFrench));
    expect(words).toEqual(['Au moins 12 h de formation au total', 'Au moins 18 h de formation au total']);
  });

  test('French has no plain space before a colon or semicolon, and curly apostrophes of its own', () => {
    for (const { rule, on } of cases) {
      const text = `${fr.requirement(rule, inFrench)} ${fr.describeFinding(find(rule, on), inFrench)}`;
      expect(text).not.toMatch(/ [:;»]|« /);
    }
  });
});

describe('an alternative', () => {
  const veille = achievementOf(criteria, 'RUPN-VEILLE').requirements[0]?.rule;

  test('of long conditions explains the closest one', () => {
    if (veille === undefined) throw new Error('RUPN-VEILLE has no requirement');
    const near = deriveFrom(
      {
        segments: wholeYears(2024, 2025, { missions: ['E1', 'E3'] }),
        attended: [
          { code: 'T1', on: '2024-10-01', hours: 8 },
          { code: 'T2', on: '2025-10-01', hours: 8 },
          { code: 'R1', on: '2025-11-01', kind: 'EV-CV' },
        ],
      },
      '2026-08-31',
    );
    expect(plain(fr.missing(find(veille, near), inFrench))).toBe(
      'Il manque 2 h de formation (période la plus proche : 2024-2025 et 2025-2026)',
    );
  });

  test('without any facts explains the first one', () => {
    if (veille === undefined) throw new Error('RUPN-VEILLE has no requirement');
    expect(fr.missing(find(veille, deriveFrom({}, '2026-08-31')), inFrench)).toMatch(
      /^Il manque 12 h de formation, /,
    );
  });
});

describe('the narrative of a badge', () => {
  test.each(criteria.achievements)('$code lists every requirement in both languages', (definition) => {
    for (const [texts, context] of [
      [fr, inFrench],
      [en, inEnglish],
    ] as const) {
      const narrative = texts.achievementNarrative(definition, context);
      for (const { rule } of definition.requirements) {
        expect(narrative).toContain(`- ${texts.requirement(rule, context)}`);
      }
    }
  });

  test('explains the codes of missions', () => {
    const narrative = plain(fr.achievementNarrative(achievementOf(criteria, 'RUPN-ACC'), inFrench));
    expect(narrative).toContain(
      '- **A2** : Faire naître et co-construire des projets pédagogiques numériques',
    );
  });

  test('states how long the badge is valid', () => {
    const french = fr.achievementNarrative(achievementOf(criteria, 'RUPN-EXP'), inFrench);
    expect(french).toContain(
      'valable jusqu’au 31 août, 3 années scolaires après celle de l’attribution, et peut être renouvelé.',
    );
    expect(en.achievementNarrative(achievementOf(criteria, 'RUPN-ENG'), inEnglish)).toContain('no end date');
  });

  test('with thresholds explains how facts are counted, and follows their change', () => {
    const definition = achievementOf(criteria, 'RUPN-CONF');
    const narrate = (thresholds: typeof criteria.thresholds) =>
      plain(fr.achievementNarrative(definition, { ...inFrench, thresholds }));
    expect(narrate(criteria.thresholds)).toContain('à partir de 200 jours d’engagement confirmé');
    expect(narrate(criteria.thresholds)).toContain('attestation ou liste de l’organisateur');
    expect(narrate({ ...criteria.thresholds, fullYearDays: 180 })).toContain('à partir de 180 jours');
  });
});
