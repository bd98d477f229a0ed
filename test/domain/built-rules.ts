import fc from 'fast-check';
import { ruleBasis } from '../../src/catalogue/rule-basis.ts';
import type { AchievementDefinition, Requirement } from '../../src/domain/criteria/definition.ts';
import type { RuleBasis } from '../../src/domain/criteria/first-rule.ts';
import type { Rule } from '../../src/domain/criteria/rule.ts';
import { applyEdit } from '../../src/domain/criteria/rule-edit.ts';
import {
  type FieldValue,
  fieldBounds,
  fieldsOf,
  type RuleField,
} from '../../src/domain/criteria/rule-fields.ts';
import { additionsTo, allSeats, editsAt, type RuleEdit } from '../../src/domain/criteria/rule-positions.ts';
import { criteriaInForce, framework } from '../support/office.ts';
import { day } from './builders.ts';

const version = criteriaInForce(day('2026-11-24'));

/** A badge of Dijon's that is not there yet, with one requirement. */
export function newBadge(recipient: AchievementDefinition['recipient']): AchievementDefinition {
  const rule = recipient === 'person' ? { duration: { atLeast: 1 } } : { members: { atLeast: 1 } };
  return {
    code: 'RUPN-NEUF',
    name: { fr: 'RUPN neuf', en: 'New RUPN' },
    description: { fr: 'Un badge nouveau', en: 'A new badge' },
    achievementType: 'Badge',
    recipient,
    drawing: { kind: 'rings', rings: 1 },
    requirements: [{ name: 'first', rule }],
  };
}

const BASES: Readonly<Record<AchievementDefinition['recipient'], RuleBasis>> = {
  person: ruleBasis(newBadge('person'), { criteria: version, framework }),
  establishment: ruleBasis(newBadge('establishment'), { criteria: version, framework }),
};
export const basisOf = (recipient: AchievementDefinition['recipient']): RuleBasis => BASES[recipient];

/** A way through the builder: each pair picks one of the acts that the requirements allow, and a value. */
export const walks = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 25 });
type Walk = readonly (readonly [pick: number, value: number])[];

/** The requirements after each act of a walk. */
export function walked(recipient: AchievementDefinition['recipient'], walk: Walk): readonly Requirement[][] {
  const basis = basisOf(recipient);
  let requirements = newBadge(recipient).requirements;
  return walk.map(([pick, value]) => {
    const edits = everyEdit(requirements, basis, value);
    requirements = applyEdit(requirements, edits[pick % edits.length] as RuleEdit, basis).requirements;
    return [...requirements];
  });
}

/** Requirements that someone can build. */
export const builtRequirements = (recipient: AchievementDefinition['recipient']) =>
  walks.map((walk) => walked(recipient, walk).at(-1) ?? newBadge(recipient).requirements);

/** Every act that the requirements allow; `value` decides which value a field gets. */
export function everyEdit(
  requirements: readonly Requirement[],
  basis: RuleBasis,
  value = 0,
): readonly RuleEdit[] {
  const seats = allSeats(requirements);
  return [
    ...additionsTo(requirements, basis),
    ...seats.flatMap((seat) => editsAt(seat, requirements, basis)),
    ...seats.flatMap(({ pointer: at, rule }) =>
      fieldsOf(rule).map((field): RuleEdit => {
        return { kind: 'set', at, path: field.path, value: someValue(rule, field, { basis, value }) };
      }),
    ),
  ];
}

function someValue(
  rule: Rule,
  field: RuleField,
  { basis, value }: { readonly basis: RuleBasis; readonly value: number },
): FieldValue {
  if (field.optional && value % 3 === 0) return undefined;
  switch (field.kind) {
    case 'figure': {
      const { min, max, step } = fieldBounds(rule, field);
      return min + step * (value % (Math.min((max - min) / step, 5) + 1));
    }
    case 'one':
      return basis.choices[field.from][value % basis.choices[field.from].length];
    case 'some': {
      const known = basis.choices[field.from];
      return known.filter((_, at) => at === value % known.length || (value >> at) % 2 === 1);
    }
    case 'yes':
      return true;
    case 'years':
      return value % 2 === 0 ? 'all' : { last: 1 + (value % 4) };
    case 'tags':
      return value % 2 === 0 ? ['ENT'] : ['ENT', 'RGPD'];
  }
}
