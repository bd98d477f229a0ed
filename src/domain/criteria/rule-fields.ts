import { ROLES } from '../engagement/mission.ts';
import { CONTRIBUTION_KINDS } from '../records.ts';
import { isWithinBounds, ruleFigureBounds } from './figure-bounds.ts';
import type { RuleFigureName } from './figures.ts';
import type { FigureBounds } from './leaf-traits.ts';
import type { Rule, YearRange } from './rule.ts';
import { type RuleKind, ruleKind } from './rule-kind.ts';

/** The lists from which rules name things. */
export type ChoiceList = 'missions' | 'families' | 'roles' | 'contributions' | 'badges';

/** What the rules of one badge may name. */
export type RuleChoices = Readonly<Record<ChoiceList, readonly string[]>>;

/** The lists that are the same for every office. */
export const FIXED_CHOICES = { roles: ROLES, contributions: CONTRIBUTION_KINDS } as const;

/** A value that a person chooses in a rule, besides the rules inside it, and its place in the rule (JSON
 *  Pointer). An optional one is absent if nothing is chosen. */
export type RuleField =
  | {
      readonly kind: 'figure';
      readonly path: string;
      readonly part: RuleFigureName;
      readonly optional?: true;
    }
  | {
      readonly kind: 'one' | 'some';
      readonly path: string;
      readonly from: ChoiceList;
      readonly optional?: true;
    }
  | { readonly kind: 'yes' | 'years' | 'tags'; readonly path: string; readonly optional: true };

/** A value of a field; undefined if it is absent. */
export type FieldValue = number | string | true | readonly string[] | YearRange | undefined;

/** The fields of a rule, in the order in which a person reads them. */
export function fieldsOf(rule: Rule): readonly RuleField[] {
  return FIELDS[ruleKind(rule)];
}

const figure = (part: RuleFigureName, leaf = ''): RuleField => ({
  kind: 'figure',
  path: `${leaf}/${part}`,
  part,
});
const some = (path: string, from: ChoiceList): RuleField => ({ kind: 'some', path, from });
const one = (path: string, from: ChoiceList): RuleField => ({ kind: 'one', path, from });
const free = (kind: 'yes' | 'years' | 'tags', path: string): RuleField => ({ kind, path, optional: true });
const optional = (field: RuleField): RuleField => ({ ...field, optional: true });

const FIELDS: Readonly<Record<RuleKind, readonly RuleField[]>> = {
  all: [],
  any: [],
  atLeast: [figure('atLeast')],
  someYear: [],
  someWindow: [figure('years', '/someWindow')],
  meets: [one('/meets', 'badges')],
  duration: [figure('atLeast', '/duration')],
  yearValue: [figure('atLeast', '/yearValue')],
  recent: [figure('last', '/recent')],
  families: [
    figure('atLeast', '/families'),
    optional(some('/families/including', 'families')),
    optional(figure('inYears', '/families')),
  ],
  missions: [
    figure('atLeast', '/missions'),
    some('/missions/of', 'missions'),
    optional(one('/missions/role', 'roles')),
  ],
  trainingHours: [figure('atLeast', '/trainingHours'), free('years', '/trainingHours/years')],
  trainings: [
    figure('atLeast', '/trainings'),
    free('tags', '/trainings/tags'),
    free('years', '/trainings/years'),
  ],
  daneEventYears: [figure('atLeast', '/daneEventYears')],
  reviewYears: [figure('atLeast', '/reviewYears')],
  contributions: [
    figure('atLeast', '/contributions'),
    some('/contributions/kinds', 'contributions'),
    free('yes', '/contributions/validated'),
    free('yes', '/contributions/linked'),
  ],
  members: [figure('atLeast', '/members')],
  teamFamilies: [figure('atLeast', '/teamFamilies'), some('/teamFamilies/of', 'families')],
  teamRole: [one('/teamRole/role', 'roles'), free('yes', '/teamRole/exactlyOne')],
  everyMemberTrained: [],
  everyMemberReviewed: [],
  schoolMeetings: [figure('atLeast', '/schoolMeetings')],
  decision: [],
};

export function fieldValue(rule: Rule, { path }: RuleField): FieldValue {
  let value: unknown = rule;
  for (const key of keysOf(path)) value = (value as Readonly<Record<string, unknown>>)[key];
  return value as FieldValue;
}

export function withField(rule: Rule, { path }: RuleField, value: FieldValue): Rule {
  return withValue(rule, keysOf(path), value) as Rule;
}

function withValue(whole: object, [key = '', ...rest]: readonly string[], value: FieldValue): object {
  const members = whole as Readonly<Record<string, object>>;
  const changed = rest.length > 0 ? withValue(members[key] ?? {}, rest, value) : value;
  const { [key]: _, ...others } = members;
  return changed === undefined ? others : { ...members, [key]: changed };
}

const keysOf = (path: string): readonly string[] => path.split('/').slice(1);

export function fieldBounds(
  rule: Rule,
  { part }: Extract<RuleField, { readonly kind: 'figure' }>,
): FigureBounds {
  return ruleFigureBounds(part, rule);
}

/** The longest list of tags, and the longest tag. */
export const TAG_LIMITS = { tags: 20, characters: 60 } as const;

export type FieldUnfit = 'required' | 'none-chosen' | 'invalid-choice' | 'out-of-range' | 'too-long';

/** Why a rule does not take this value for its field; undefined if it does. It keeps what it has, even
 *  where no one could choose that again. */
export function unfitness(
  rule: Rule,
  field: RuleField,
  { value, choices }: { readonly value: FieldValue; readonly choices: RuleChoices },
): FieldUnfit | undefined {
  const before = fieldValue(rule, field);
  if (JSON.stringify(value) === JSON.stringify(before)) return undefined;
  const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
  if (isEmpty && !field.optional) return field.kind === 'some' ? 'none-chosen' : 'required';
  if (value === undefined) return undefined;
  switch (field.kind) {
    case 'figure':
      return isWithinBounds(Number(value), fieldBounds(rule, field)) ? undefined : 'out-of-range';
    case 'years':
      return value === 'all' ||
        isWithinBounds((value as { last: number }).last, ruleFigureBounds('last', rule))
        ? undefined
        : 'invalid-choice';
    case 'one':
    case 'some': {
      const known: readonly unknown[] = [...choices[field.from], ...[before].flat()];
      return [value].flat().every((each) => known.includes(each)) ? undefined : 'invalid-choice';
    }
    case 'yes':
      return value === true ? undefined : 'invalid-choice';
    case 'tags':
      return areTags(value as readonly string[]) ? undefined : 'too-long';
  }
}

function areTags(tags: readonly string[]): boolean {
  const isShort = tags.every((tag) => tag !== '' && tag.length <= TAG_LIMITS.characters);
  return tags.length > 0 && tags.length <= TAG_LIMITS.tags && isShort && new Set(tags).size === tags.length;
}
