import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEdit, readRequirements } from '../../src/adapters/http/dane/badges/read-requirements.ts';
import type { Requirement } from '../../src/domain/criteria/definition.ts';
import type { Rule } from '../../src/domain/criteria/rule.ts';
import { applyEdit } from '../../src/domain/criteria/rule-edit.ts';
import { basisOf, builtRequirements, everyEdit, newBadge } from '../domain/built-rules.ts';
import { fr } from '../support/fr.ts';
import { formsOf } from '../support/page-forms.ts';
import { rounds } from '../support/property-runs.ts';
import { drawBuilder, startBuilder } from '../support/rule-builder-site.tsx';

const t = fr.dane.ruleBuilder;

const requirementsOf = (...rules: readonly Rule[]): Requirement[] =>
  rules.map((rule, index) => ({ name: `r${index}`, rule }));
const person = (...rules: readonly Rule[]) => ({
  ...newBadge('person'),
  requirements: requirementsOf(...rules),
});
const at = (inner: string) => `/requirements/0/rule${inner}`;

/** The fields of the drawn page, as a browser sends them. */
function sentBy(html: string): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of formsOf(html)[0]?.drawn ?? []) values[name] = [...(values[name] ?? []), value];
  return values;
}

/** The values of the buttons of the page. */
const buttonsOf = (html: string) =>
  Array.from(html.matchAll(/name="edit" value="([^"]*)"/g), ([, value = '']) => value);

describe.each(['person', 'establishment'] as const)('the builder of a %s’s badge', (recipient) => {
  const basis = basisOf(recipient);

  it('reads back what it shows, and offers what the place allows', () => {
    fc.assert(
      fc.property(builtRequirements(recipient), (requirements) => {
        const html = drawBuilder({ ...newBadge(recipient), requirements });
        expect(readRequirements(sentBy(html), requirements, basis)).toEqual({ requirements, faults: {} });
        const offered = everyEdit(requirements, basis).filter(({ kind }) => kind !== 'set');
        const actions = buttonsOf(html).flatMap((value) => readEdit({ edit: [value] }) ?? []);
        const sortedAsJson = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).toSorted();
        expect(sortedAsJson(actions)).toEqual(sortedAsJson(offered));
      }),
      { numRuns: rounds(300) },
    );
  });
});

describe('the builder', () => {
  it('shows what people will read in both languages', () => {
    const html = drawBuilder(person({ someYear: { families: { atLeast: 2, including: ['A'] } } }));
    expect(html).toContain('<dd lang="fr">Au moins 2 familles de missions assurées');
    expect(html).toContain('<dd lang="en">At least 2 families of missions');
    const english = drawBuilder(person({ reviewYears: { atLeast: 2 } }), { locale: 'en' });
    expect(english).toContain('What the badge asks');
    expect(english).toContain('<dd lang="fr">Au moins 2 années');
  });

  it('says each fault at its place', () => {
    const inner = at('/any/1');
    const html = drawBuilder(
      person({ any: [{ duration: { atLeast: 1 } }, { missions: { of: ['A1' as never], atLeast: 2 } }] }),
    );
    const place = html.slice(html.indexOf(`id="${inner}"`));
    expect(place.slice(0, 400)).toContain(t.fault('cannot-be-met'));
    expect(html.split('class="fault"')).toHaveLength(2);
  });

  it('says the fault of a name with its requirement, and that of the whole badge above all', () => {
    const rule: Rule = { meets: 'RUPN-NEUF' };
    const twice = { ...person(rule), requirements: [1, 2].map(() => ({ name: 'same', rule })) };
    const html = drawBuilder(twice);
    expect(html.slice(html.indexOf('id="/requirements/1/rule"'))).toContain(t.fault('duplicate-name'));
    expect(html.split(t.fault('duplicate-name'))).toHaveLength(2);
    expect(html.slice(0, html.indexOf('id="/requirements/0/rule"'))).toContain(t.fault('cyclic-badge'));
  });

  it('keeps what it names already, though no one could choose it again', () => {
    const odd = [
      { missions: { of: ['C9' as never, 'Z9' as never], atLeast: 1 } },
      { meets: 'RUPN-PERDU' },
      { recent: { last: 45 } },
      { trainingHours: { atLeast: 0.7, years: { last: 33 } } },
    ] satisfies readonly Rule[];
    const badge = person(...odd);
    const html = drawBuilder(badge);
    expect(readRequirements(sentBy(html), badge.requirements, basisOf('person'))).toEqual({
      requirements: badge.requirements,
      faults: {},
    });
    const more = { ...sentBy(html), [at('/missions/of')]: ['A1', 'Z9'] };
    const { requirements, faults } = readRequirements(more, badge.requirements, basisOf('person'));
    expect(faults).toEqual({});
    expect(requirements[0]?.rule).toEqual({ missions: { of: ['Z9', 'A1'], atLeast: 1 } });
  });

  it.each([
    ['a figure that is no number', '/duration/atLeast', 'deux', 'invalid-number'],
    ['no figure', '/duration/atLeast', '', 'required'],
    ['a quarter of a year', '/duration/atLeast', '1,25', 'out-of-range'],
    ['a figure without end', '/duration/atLeast', '1e999', 'invalid-number'],
    ['a mission of nobody', '/missions/of', 'Z1', 'invalid-choice'],
    ['no mission at all', '/missions/of', undefined, 'none-chosen'],
    ['a role of nobody', '/missions/role', 'chef', 'invalid-choice'],
    ['a range of no years', '/trainings/years', '0', 'invalid-choice'],
    ['a range in words', '/trainings/years', 'toujours', 'invalid-choice'],
    ['a keyword that never ends', '/trainings/tags', 'x'.repeat(61), 'longer-than:60'],
    [
      'too many keywords',
      '/trainings/tags',
      Array.from({ length: 21 }, (_, n) => `mot ${n}`).join('\n'),
      'too-long',
    ],
    ['a keyword that is a NUMEN', '/trainings/tags', '21E1234567ABC', 'numen'],
    ['half a meeting', '/daneEventYears/atLeast', '0.5', 'out-of-range'],
  ])('refuses %s at its field, and keeps the others', async (_, path, typed, error) => {
    const all: Rule[] = [
      { duration: { atLeast: 1 } },
      { missions: { of: ['A1' as never], atLeast: 1 } },
      { trainings: { atLeast: 1 } },
      { daneEventYears: { atLeast: 1 } },
    ];
    const badge = person({ all: [...all, { reviewYears: { atLeast: 1 } }] });
    const values = sentBy(drawBuilder(badge));
    const name = Object.keys(values).find((one) => one.endsWith(path)) ?? at(`/all/1${path}`);
    const changed = {
      ...values,
      [name]: typed === undefined ? [] : [typed],
      [at('/all/4/reviewYears/atLeast')]: ['3'],
    };
    const { requirements, faults } = readRequirements(changed, badge.requirements, basisOf('person'));
    expect(faults).toEqual({ [name]: error });
    expect(requirements[0]?.rule).toEqual({ all: [...all, { reviewYears: { atLeast: 3 } }] });
  });

  it('takes a figure that what is chosen with it allows', () => {
    const badge = person({ missions: { of: ['A1' as never], atLeast: 1 } });
    const sent = { [at('/missions/of')]: ['A2', 'A1'], [at('/missions/atLeast')]: ['2'] };
    const { requirements, faults } = readRequirements(sent, badge.requirements, basisOf('person'));
    expect(faults).toEqual({});
    expect(requirements[0]?.rule).toEqual({ missions: { of: ['A1', 'A2'], atLeast: 2 } });
  });

  it('reads fields that anybody sends without throwing', () => {
    const names = fc.constantFrom(
      ...Object.keys(sentBy(drawBuilder(person({ someYear: { trainings: { atLeast: 1, tags: ['ENT'] } } })))),
      '__proto__',
      '/requirements/9/rule/duration/atLeast',
    );
    const values = fc.dictionary(names, fc.array(fc.string(), { maxLength: 3 }));
    const before = requirementsOf({ someYear: { trainings: { atLeast: 1, tags: ['ENT'] } } });
    fc.assert(
      fc.property(values, fc.string(), (sent, edit) => {
        const { requirements, faults } = readRequirements(sent, before, basisOf('person'));
        for (const name of Object.keys(faults)) expect(name).toMatch(/^\/requirements\/0\/rule\//);
        expect(requirements.map(({ name }) => name)).toEqual(['r0']);
        const action = readEdit({ edit: [edit] });
        if (action) expect(() => applyEdit(requirements, action, basisOf('person'))).toThrow(/^rule-/);
      }),
      { numRuns: rounds(500) },
    );
  });

  it.each([
    'add /requirements constructor',
    'wrap /requirements/0/rule __proto__',
    'set /requirements/0/rule',
    'add',
  ])('refuses the act « %s » that no button offers', (text) => {
    const action = readEdit({ edit: [text] });
    if (!action) throw new Error('this act does nothing');
    expect(() => applyEdit(requirementsOf({ duration: { atLeast: 1 } }), action, basisOf('person'))).toThrow(
      /^rule-/,
    );
  });

  it('builds a rule by buttons alone, each leading back to its place', async () => {
    const { app, requirements } = startBuilder(person({ duration: { atLeast: 1 } }));
    const press = async (edit: string, typed: Readonly<Record<string, string>> = {}) => {
      const html = await (await app.request('/')).text();
      expect(buttonsOf(html)).toContain(edit);
      const body = formsOf(html)[0]?.drawn ?? new URLSearchParams();
      for (const [name, value] of Object.entries(typed)) body.set(name, value);
      body.set('edit', edit);
      const answer = await app.request('/', { method: 'POST', body });
      expect(answer.status).toBe(303);
      const [, place = ''] = answer.headers.get('Location')?.split('#') ?? [];
      expect(await (await app.request('/')).text()).toContain(place && `id="${place}"`);
      return place;
    };
    expect(await press('wrap /requirements/0/rule any')).toBe('/requirements/0/rule');
    expect(await press('add /requirements/0/rule contributions')).toBe('/requirements/0/rule/any/1');
    expect(await press('wrap /requirements/0/rule/any/1 someYear')).toBe('/requirements/0/rule/any/1');
    expect(await press('up /requirements/0/rule/any/1')).toBe('/requirements/0/rule/any/0');
    await press('keep', { '/requirements/0/rule/any/1/duration/atLeast': '3,5' });
    await press('add /requirements trainings');
    await press('regroup /requirements/0/rule atLeast');
    const contributions = {
      kinds: ['session', 'project', 'showcase', 'training-given', 'mentoring', 'resource'],
      atLeast: 1,
    };
    expect(requirements()).toEqual([
      {
        name: 'r0',
        rule: { atLeast: 2, of: [{ someYear: { contributions } }, { duration: { atLeast: 3.5 } }] },
      },
      { name: 'trainings', rule: { trainings: { atLeast: 1 } } },
    ]);
  });

  it('shows a refused form again with what was typed, and a link to each field', async () => {
    const { app, requirements } = startBuilder(person({ duration: { atLeast: 1 } }));
    const name = at('/duration/atLeast');
    const body = new URLSearchParams({ [name]: 'beaucoup', edit: 'add /requirements trainings' });
    const answer = await app.request('/', { method: 'POST', body });
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain(`<a href="#${name}">${t.fieldOf(t.kinds.duration, t.figures.atLeast)}</a>`);
    expect(html).toContain('value="beaucoup"');
    expect(requirements()).toHaveLength(1);
  });
});
