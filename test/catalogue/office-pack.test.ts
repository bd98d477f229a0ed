import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultDocument, defaultPack } from '../../src/catalogue/default-pack.ts';
import { drawingOf } from '../../src/catalogue/drawing-errors.ts';
import { changeErrors } from '../../src/catalogue/framework-errors.ts';
import { type PackDocument, readPack } from '../../src/catalogue/office-pack.ts';
import { packErrors } from '../../src/catalogue/pack-errors.ts';
import { toPackDocument, toPackFiles } from '../../src/catalogue/pack-files.ts';
import type { Criteria } from '../../src/domain/criteria/definition.ts';
import type { PackError, PackErrorReason } from '../../src/domain/settings/pack-error.ts';
import { officePackTexts as english } from '../../src/texts/en/dane/office-pack.ts';
import { officePackTexts as french, PACK_FAULTS } from '../../src/texts/fr/dane/office-pack.ts';

function filesOf(folder: string): Map<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('.'),
  );
  return new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`)]));
}

const example = filesOf('data/example-office');
const { document } = toPackDocument(example);

type Path = readonly (string | number)[];

/** The pack of the example with another value in one place; `undefined` takes the place away. */
function withValue([name, ...path]: Path, value: unknown): PackDocument {
  const copy = structuredClone(document) as unknown as Record<string, unknown>;
  let at = copy as Record<string | number, never>;
  const all = [name ?? '', ...path];
  for (const part of all.slice(0, -1)) at = at[part] as never;
  const last = all.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value as never;
  return copy as unknown as PackDocument;
}

const RULE = ['badges', 'achievements', 0, 'requirements', 0, 'rule'] as const;
const ruled = (rule: unknown) => [RULE, rule] as const;
const svg = (inner: string) =>
  drawingOf('bridge.svg', new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`));
const drawn = (inner: string) => [['drawings', 'bridge.svg'], svg(inner)] as const;
const two = (value: unknown) => [value, value];
const [family, mission, badge] = [
  (document.framework as { families: unknown[] }).families[0],
  (document.framework as { missions: unknown[] }).missions[0],
  (document.badges as { achievements: unknown[] }).achievements[0],
];

const OF_SCHOOL = ['badges', 'achievements', 3, 'requirements', 0, 'rule'] as const;
/** The head of a PNG of 1025 pixels; its rest is not looked at. */
const wide = Uint8Array.from([
  137,
  80,
  78,
  71,
  13,
  10,
  26,
  10,
  0,
  0,
  0,
  13,
  73,
  72,
  68,
  82,
  0,
  0,
  4,
  1,
  ...Array(16).fill(1),
]);
const OWN = { kind: 'own', image: 'bridge.svg', words: { fr: 'un pont', en: 'a bridge' } };

/** The badges of the example, of which the first asks for another one that is decided. */
function withDecision(): readonly unknown[] {
  const [first, second, ...others] = (document.badges as Criteria).achievements;
  const asking = (rule: unknown) => [{ name: 'one', rule }];
  return [
    { ...first, requirements: asking({ meets: second?.code }) },
    { ...second, requirements: asking({ decision: true }) },
    ...others,
  ];
}

/** Each bad pack or rule differs from the example in one place. */
const BAD: readonly (readonly [reason: PackErrorReason, file: string, change: readonly [Path, unknown]])[] = [
  ['missing-value', 'office.json', [['office', 'name'], undefined]],
  ['unknown-name', 'office.json', [['office', 'nom'], 'X']],
  ['wrong-type', 'office.json', [['office', 'name'], 7]],
  ['too-short', 'office.json', [['office', 'name'], '']],
  ['too-long', 'office.json', [['office', 'code'], 'X'.repeat(41)]],
  ['wrong-form', 'office.json', [['office', 'url'], 'drane.example']],
  ['wrong-form', 'office.json', [['office', 'email'], 'drane']],
  ['wrong-form', 'office.json', [['office', 'colours', 'ground'], 'purple']],
  ['missing-value', 'office.json', [['office', 'colours', 'mark'], undefined]],
  ['numen', 'office.json', [['office', 'words', 'mission', 'fr'], 'Écrire à 12E3456789ABC.']],
  ['pale-colours', 'office.json', [['office', 'colours', 'mark'], '#5b3f7b']],
  ['pale-colours', 'office.json', [['office', 'colours', 'unlit'], '#4a2f6b']],
  ['missing-value', 'office.json', [['office', 'words', 'mission', 'en'], undefined]],
  ['not-listed', 'framework.json', [['framework', 'version'], 2]],
  ['too-short', 'framework.json', [['framework', 'families'], []]],
  ['wrong-form', 'framework.json', [['framework', 'families', 0, 'code'], 'PQ']],
  ['duplicate-code', 'framework.json', [['framework', 'families', 3], family]],
  [
    'duplicate-sign',
    'framework.json',
    [['framework', 'families', 1, 'sign', 'path'], 'M50 8L94 88H6ZM50 40L34 72H66Z'],
  ],
  ['wrong-form', 'framework.json', [['framework', 'families', 0, 'sign', 'path'], 'M0 0"/><script>']],
  ['missing-value', 'framework.json', [['framework', 'families', 0, 'does', 'fr'], undefined]],
  [
    'family-without-mission',
    'framework.json',
    [
      ['framework', 'families', 3],
      { ...(family as object), code: 'Z', sign: { path: 'M1 1H9V9Z', words: { fr: 'x', en: 'x' } } },
    ],
  ],
  ['duplicate-code', 'framework.json', [['framework', 'missions', 9], mission]],
  ['unknown-family', 'framework.json', [['framework', 'missions', 0, 'family'], 'Z']],
  ['wrong-form', 'framework.json', [['framework', 'missions', 0, 'code'], 'p1']],
  ['unknown-competence', 'framework.json', [['framework', 'missions', 0, 'alignment'], ['DigCompEdu:9.9']]],
  ['repeated', 'framework.json', [['framework', 'missions', 0, 'alignment'], two('DigCompEdu:1.2')]],
  ['wrong-form', 'framework.json', [['framework', 'missions', 0, 'alignment'], ['DigCompEdu']]],
  [
    'unknown-mission',
    'framework.json',
    [
      ['framework', 'organisation', 0, 'missions'],
      ['P1', 'Z1'],
    ],
  ],
  ['too-small', 'framework.json', [['framework', 'organisation', 1, 'priority'], 0]],
  ['duplicate-code', 'framework.json', [['framework', 'means', 0, 'code'], 'P1']],
  ['missing-value', 'framework.json', [['framework', 'pillars'], undefined]],
  ['wrong-type', 'framework.json', [['framework', 'missions', 0, 'conditional'], 'non']],
  ['not-listed', 'events.json', [['events', 'kinds', 0, 'code'], 'EV-CAFE']],
  ['not-listed', 'events.json', [['events', 'kinds', 0, 'counts'], 'maybe']],
  ['duplicate-code', 'events.json', [['events', 'kinds', 7], { code: 'EV-PAF', counts: 'nothing' }]],
  ['no-event-kinds', 'events.json', [['events', 'kinds'], [{ code: 'EV-PAF', counts: 'training' }]]],
  ['unknown-name', 'columns.json', [['columns', 'spellings', 'cars'], {}]],
  ['duplicate-spelling', 'columns.json', [['columns', 'spellings', 'people', 'nom'], ['Courriel']]],
  ['duplicate-spelling', 'columns.json', [['columns', 'spellings', 'people', 'nom'], ['« Coúrriel » *']]],
  ['wrong-type', 'columns.json', [['columns', 'examples', 'people', 'email'], 7]],
  ['too-short', 'questionnaire.json', [['questionnaire', 'questions'], []]],
  ['wrong-form', 'questionnaire.json', [['questionnaire', 'questions', 0, 'code'], 'Mon année']],
  ['not-listed', 'questionnaire.json', [['questionnaire', 'questions', 1, 'kind'], 'score']],
  ['missing-value', 'questionnaire.json', [['questionnaire', 'questions', 1, 'label', 'en'], undefined]],
  ['duplicate-code', 'questionnaire.json', [['questionnaire', 'questions', 1, 'code'], 'annee']],
  ['unknown-family', 'questionnaire.json', [['questionnaire', 'questions', 0, 'facts'], { Z: ['session'] }]],
  ['not-listed', 'questionnaire.json', [['questionnaire', 'questions', 0, 'facts'], { P: ['talk'] }]],
  ['too-short', 'badges.json', [['badges', 'achievements'], []]],
  ['wrong-form', 'badges.json', [['badges', 'achievements', 0, 'code'], 'premier']],
  ['duplicate-code', 'badges.json', [['badges', 'achievements', 4], badge]],
  ['missing-value', 'badges.json', [['badges', 'achievements', 0, 'name', 'fr'], undefined]],
  ['not-listed', 'badges.json', [['badges', 'achievements', 0, 'recipient'], 'teacher']],
  ['too-small', 'badges.json', [['badges', 'achievements', 1, 'validityYears'], 0]],
  ['unknown-family', 'badges.json', [['badges', 'achievements', 1, 'drawing', 'family'], 'A']],
  ['too-great', 'badges.json', [['badges', 'achievements', 0, 'drawing', 'rings'], 10]],
  ['missing-drawing', 'badges.json', [['badges', 'achievements', 2, 'drawing', 'image'], 'jury.svg']],
  ['invalid-date', 'badges.json', [['badges', 'inForceFrom'], '2020-02-30']],
  ['wrong-form', 'badges.json', [['badges', 'inForceFrom'], '01/09/2020']],
  ['half-year-above-full-year', 'badges.json', [['badges', 'thresholds', 'halfYearDays'], 181]],
  ['too-great', 'badges.json', [['badges', 'thresholds', 'fullYearDays'], 400]],
  ['unknown-family', 'badges.json', ruled({ families: { atLeast: 1, including: ['A'] } })],
  ['cannot-be-met', 'badges.json', ruled({ families: { atLeast: 4 } })],
  ['unknown-mission', 'badges.json', ruled({ missions: { of: ['A1'], atLeast: 1 } })],
  ['mission-of-no-count', 'badges.json', ruled({ missions: { of: ['R3'], atLeast: 1 } })],
  ['cannot-be-met', 'badges.json', ruled({ missions: { of: ['P1'], atLeast: 2 } })],
  ['unknown-badge', 'badges.json', ruled({ meets: 'VAL-RIEN' })],
  ['cyclic-badge', 'badges.json', ruled({ meets: 'VAL-PREMIER' })],
  ['badge-of-another-recipient', 'badges.json', ruled({ meets: 'VAL-EQUIPE' })],
  ['rule-of-another-recipient', 'badges.json', ruled({ members: { atLeast: 2 } })],
  ['needs-a-year', 'badges.json', ruled({ yearValue: { atLeast: 1 } })],
  ['decision-inside-a-year', 'badges.json', ruled({ someWindow: { years: 2, rule: { decision: true } } })],
  ['not-listed', 'badges.json', ruled({ decision: false })],
  ['badge-by-decision', 'badges.json', [['badges', 'achievements'], withDecision()]],
  ['year-inside-a-year', 'badges.json', ruled({ someYear: { someYear: { yearValue: { atLeast: 1 } } } })],
  ['wrong-form', 'badges.json', ruled({ duration: { atLeast: 1.2 } })],
  ['too-short', 'badges.json', ruled({ any: [] })],
  ['duplicate-name', 'badges.json', [['badges', 'achievements', 0, 'requirements', 1, 'name'], 'duration']],
  ['drawing-script', 'drawings/bridge.svg', drawn('<script>alert(1)</script>')],
  ['drawing-script', 'drawings/bridge.svg', drawn('<path d="M0 0" onload="alert(1)"/>')],
  ['drawing-script', 'drawings/bridge.svg', drawn('<path d="M0 0"\nonclick="x"/>')],
  ['drawing-element', 'drawings/bridge.svg', drawn('<foreignObject><p>x</p></foreignObject>')],
  ['drawing-element', 'drawings/bridge.svg', drawn('<image href="https://x.example/a.png"/>')],
  ['drawing-element', 'drawings/bridge.svg', drawn('<style>@import "x"</style>')],
  ['drawing-element', 'drawings/bridge.svg', drawn('<animate attributeName="x"/>')],
  ['drawing-link', 'drawings/bridge.svg', drawn('<path d="M0 0" fill="url(https://x.example/a)"/>')],
  ['drawing-link', 'drawings/bridge.svg', drawn('<g xlink:href="#a"></g>')],
  ['drawing-link', 'drawings/bridge.svg', drawn('<path style="fill:red" d="M0 0"/>')],
  ['drawing-entity', 'drawings/bridge.svg', drawn('<title>&lol;</title>')],
  ['drawing-entity', 'drawings/bridge.svg', drawn('<!-- x -->')],
  ['drawing-not-image', 'drawings/bridge.svg', drawn('<path d="M0 0"')],
  ['drawing-too-large', 'drawings/bridge.svg', drawn(' '.repeat(70_000))],
  ['drawing-attribute', 'drawings/bridge.svg', drawn('<path d="M0 0" mask="url(#a)"/>')],
  ['drawing-too-deep', 'drawings/bridge.svg', drawn('<g>'.repeat(50))],
  [
    'drawing-encoding',
    'drawings/bridge.svg',
    [['drawings', 'bridge.svg'], drawingOf('a.svg', Uint8Array.from([0xff, 0xfe]))],
  ],
  [
    'drawing-not-image',
    'drawings/bridge.svg',
    [['drawings', 'bridge.svg'], drawingOf('a.png', new Uint8Array(40))],
  ],
  ['drawing-not-image', 'drawings/bridge.svg', [['drawings', 'bridge.svg'], 'data:text/html;base64,AAAA']],
  ['unused-drawing', 'drawings/other.svg', [['drawings', 'other.svg'], svg('<path d="M0 0"/>')]],
  ['missing-file', 'columns.json', [['columns'], undefined]],
  // Rules, of which only the first place of the first badge changes.
  ['unknown-name', 'badges.json', ruled({ score: 3 })],
  ['wrong-shape', 'badges.json', ruled({ duration: { atLeast: 1 }, recent: { last: 3 } })],
  ['wrong-shape', 'badges.json', ruled({})],
  ['wrong-type', 'badges.json', ruled([{ duration: { atLeast: 1 } }])],
  ['wrong-type', 'badges.json', ruled('duration')],
  ['unknown-name', 'badges.json', ruled({ duration: { atLeast: 1, score: 2 } })],
  ['missing-value', 'badges.json', ruled({ duration: {} })],
  ['too-small', 'badges.json', ruled({ reviewYears: { atLeast: 0 } })],
  ['too-small', 'badges.json', ruled({ duration: { atLeast: -1 } })],
  ['wrong-type', 'badges.json', ruled({ trainingHours: { atLeast: '12' } })],
  ['wrong-type', 'badges.json', ruled({ reviewYears: { atLeast: 1.5 } })],
  ['not-listed', 'badges.json', ruled({ someYear: { yearValue: { atLeast: 0.75 } } })],
  ['wrong-form', 'badges.json', ruled({ families: { atLeast: 1, including: ['PQ'] } })],
  ['repeated', 'badges.json', ruled({ families: { atLeast: 2, including: ['P', 'P'] } })],
  ['too-great', 'badges.json', ruled({ families: { atLeast: 27 } })],
  ['too-short', 'badges.json', ruled({ missions: { of: [], atLeast: 1 } })],
  ['not-listed', 'badges.json', ruled({ missions: { of: ['P1'], atLeast: 1, role: 'chef' } })],
  ['not-listed', 'badges.json', ruled({ contributions: { kinds: ['talk'], atLeast: 1 } })],
  [
    'not-listed',
    'badges.json',
    ruled({ contributions: { kinds: ['project'], atLeast: 1, validated: false } }),
  ],
  ['repeated', 'badges.json', ruled({ trainings: { atLeast: 1, tags: ['ENT', 'ENT'] } })],
  ['wrong-shape', 'badges.json', ruled({ trainings: { atLeast: 1, years: 'some' } })],
  ['missing-value', 'badges.json', ruled({ of: [{ duration: { atLeast: 1 } }] })],
  ['missing-value', 'badges.json', ruled({ someWindow: { rule: { duration: { atLeast: 1 } } } })],
  ['too-great', 'badges.json', ruled({ someWindow: { years: 21, rule: { duration: { atLeast: 1 } } } })],
  ['too-small', 'badges.json', ruled({ any: [{ all: [{ recent: { last: 0 } }] }] })],
  ['too-short', 'badges.json', ruled({ meets: '' })],
  ['cannot-be-met', 'badges.json', ruled({ atLeast: 2, of: [{ duration: { atLeast: 1 } }] })],
  ['cannot-be-met', 'badges.json', ruled({ families: { atLeast: 1, including: ['P', 'R'] } })],
  ['needs-a-year', 'badges.json', ruled({ all: [{ any: [{ yearValue: { atLeast: 1 } }] }] })],
  ['rule-of-another-recipient', 'badges.json', ruled({ any: [{ everyMemberTrained: true }] })],
  ['rule-of-another-recipient', 'badges.json', [OF_SCHOOL, { duration: { atLeast: 1 } }]],
  ['rule-of-another-recipient', 'badges.json', [OF_SCHOOL, { someYear: { members: { atLeast: 1 } } }]],
  ['cannot-be-met', 'badges.json', [OF_SCHOOL, { teamFamilies: { of: ['P'], atLeast: 2 } }]],
  ['not-listed', 'badges.json', [OF_SCHOOL, { teamRole: { role: 'chef' } }]],
  ['not-listed', 'badges.json', [OF_SCHOOL, { everyMemberReviewed: false }]],
  ['drawing-too-wide', 'drawings/bridge.svg', [['drawings', 'bridge.svg'], drawingOf('a.png', wide)]],
  ['too-large', '', [['columns', 'x'], 'x'.repeat(1_500_000)]],
];

/** The faults of a folder's own files. */
const BAD_FOLDERS: readonly (readonly [PackErrorReason, string, string | Uint8Array | undefined])[] = [
  ['missing-file', 'office.json', undefined],
  ['not-json', 'badges.json', '{"version": 1,}'],
  ['not-json', 'events.json', new Uint8Array([0xff, 0xfe, 0x00])],
  ['unknown-file', 'notes.docx', 'x'],
  ['unknown-file', 'drawings/bridge.gif', 'x'],
];

/** What may not change once it is published. */
const BAD_CHANGES: readonly (readonly [PackErrorReason, Path, unknown])[] = [
  [
    'family-removed',
    ['framework', 'families'],
    (document.framework as { families: unknown[] }).families.slice(1),
  ],
  [
    'mission-removed',
    ['framework', 'missions'],
    (document.framework as { missions: unknown[] }).missions.slice(1),
  ],
  ['published-changed', ['framework', 'missions', 0, 'label', 'fr'], 'Autre chose'],
  ['published-changed', ['framework', 'families', 0, 'label', 'en'], 'Something else'],
  ['published-changed', ['framework', 'missions', 0, 'elementary'], false],
];

/** A fault says what, where and how to fix it. */
function expectSentences(error: PackError): void {
  expect(french.packFault(error)).toMatch(/^\S+.*\u00a0: .+\. Pour y remédier\u00a0: .+\.$/u);
  expect(english.packFault(error)).toMatch(/^\S+.*: .+\. To mend it: .+\.$/u);
  expect(french.packFault(error) + english.packFault(error)).not.toMatch(/undefined|\{v\}/);
}

describe('an office’s pack', () => {
  it('has no fault in Dijon, nor in the example', () => {
    expect(packErrors(defaultDocument)).toEqual([]);
    expect(toPackDocument(example).faults).toEqual([]);
    expect(packErrors(document)).toEqual([]);
  });

  it('asks the program’s questions where it has none of its own', () => {
    const { questionnaire, ...without } = document;
    expect(packErrors(without)).toEqual([]);
    expect(toPackDocument(toPackFiles(without))).toEqual({ document: without, faults: [] });
    expect(readPack(without).questionnaire).toEqual(defaultPack.questionnaire);
    expect(readPack(document).questionnaire).toEqual(questionnaire);
  });

  it('may have 200 badges, and a rule 200 leaves', () => {
    const leaf = { all: Array.from({ length: 5 }, () => ({ duration: { atLeast: 1 } })) };
    const great = { any: Array.from({ length: 40 }, () => leaf) };
    const badges = Array.from({ length: 200 }, (_, index) => ({
      ...(badge as object),
      code: `VAL-${index}`,
      requirements: [{ name: 'great', rule: great }],
      drawing: index === 0 ? OWN : { kind: 'rings', rings: 1 },
    }));
    expect(packErrors(withValue(['badges', 'achievements'], badges))).toEqual([]);
  });

  it('is the same after it was written as files and read again', () => {
    for (const pack of [document, defaultDocument]) {
      expect(toPackDocument(toPackFiles(pack))).toEqual({ document: pack, faults: [] });
    }
  });

  it.each(BAD)(
    'is refused for %s in %s, with a sentence in both languages',
    (reason, file, [path, value]) => {
      const errors = packErrors(withValue(path, value));
      expect(errors.map((one) => `${one.reason} ${one.file}`)).toContain(`${reason} ${file}`);
      for (const error of errors) expectSentences(error);
      expect(JSON.stringify(errors)).not.toMatch(/12E3456789ABC/i);
    },
  );

  it.each(BAD_FOLDERS)('names a folder’s fault: %s, %s', (reason, file, content) => {
    const files = new Map(example);
    if (content === undefined) files.delete(file);
    else files.set(file, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    expect(toPackDocument(files).faults).toEqual([{ file, path: '', reason }]);
    expectSentences({ file, path: '', reason });
  });

  it.each([
    [{ of: [{ duration: { atLeast: 1 } }] }, 'il manque «\u00a0atLeast\u00a0»'],
    [{ duration: {} }, 'il manque «\u00a0atLeast\u00a0»'],
    [{ duration: { atLeast: 1 }, recent: { last: 3 } }, 'ceci ne correspond à aucune des formes possibles'],
  ])('says of the rule %j what is wrong with it', (rule, wrong) => {
    const errors = packErrors(withValue(...ruled(rule)));
    expect(errors.map(french.packFault)).toEqual([expect.stringContaining(wrong)]);
  });

  it('names the place and the value of a fault', () => {
    const [error] = packErrors(withValue(['office', 'url'], 'drane.example'));
    expect(error && french.packFault(error)).toBe(
      'office.json /url\u00a0: cette valeur n’a pas la forme attendue ("drane.example"). Pour y remédier\u00a0: suivez la forme que donne le schéma.',
    );
  });

  it.each(BAD_CHANGES)('may not change what is published: %s', (reason, path, value) => {
    const next = withValue(path, value);
    const found = changeErrors(readPack(next), next, readPack(document));
    expect(found.map((error) => error.reason)).toContain(reason);
    for (const error of found) expectSentences(error);
    expect(changeErrors(readPack(document), document, readPack(document))).toEqual([]);
  });

  it('has a case of each reason, and many of each kind', () => {
    const shown = new Set([...BAD, ...BAD_FOLDERS, ...BAD_CHANGES].map(([reason]) => reason));
    expect(Object.keys(PACK_FAULTS).filter((reason) => !shown.has(reason as PackErrorReason))).toEqual([]);
    const reported = BAD.map(([reason, file, [path, value]]) => JSON.stringify([reason, file, path, value]));
    expect(new Set(reported).size).toBe(BAD.length);
    expect(BAD.length).toBeGreaterThanOrEqual(60);
  });
});
