import { DomainError } from '../errors.ts';
import type { Requirement } from './definition.ts';
import { around, firstRule, type RuleBasis } from './first-rule.ts';
import { nestedRules, withNestedRules } from './nested-rules.ts';
import type { Rule } from './rule.ts';
import { fieldsOf, unfitness, withField } from './rule-fields.ts';
import { bindsYears, type RuleKind, ruleKind } from './rule-kind.ts';
import {
  additionsTo,
  allSeats,
  editsAt,
  type GroupKind,
  REQUIREMENTS,
  type RuleEdit,
  type RuleSeat,
} from './rule-positions.ts';

/** The requirements after an act, and the place to look at next. */
export interface Edited {
  readonly requirements: readonly Requirement[];
  readonly place: string;
}

/** Carries out one act. Throws `rule-place-gone` where the requirements have no such place, and
 *  `rule-edit-refused` where the place does not allow the act. */
export function applyEdit(requirements: readonly Requirement[], edit: RuleEdit, basis: RuleBasis): Edited {
  if (edit.at === REQUIREMENTS) return addRequirement(requirements, edit, basis);
  const seat = allSeats(requirements).find(({ pointer }) => pointer === edit.at);
  if (seat === undefined) throw new DomainError('rule-place-gone');
  if (edit.kind !== 'set' && !isAmong(editsAt(seat, requirements, basis), edit))
    throw new DomainError('rule-edit-refused');
  const changed = changeAt(requirements, edit.at.slice(REQUIREMENTS.length), changeOf(edit, seat, basis));
  return { requirements: named(changed), place: placeAfter(edit, seat) };
}

function addRequirement(requirements: readonly Requirement[], edit: RuleEdit, basis: RuleBasis): Edited {
  if (edit.kind !== 'add') throw new DomainError('rule-place-gone');
  const isOffered = isAmong(additionsTo(requirements, basis), edit);
  const rule = isOffered ? firstRule(edit.what, basis, false) : undefined;
  if (rule === undefined) throw new DomainError('rule-edit-refused');
  const place = `${REQUIREMENTS}/${requirements.length}/rule`;
  return { requirements: named([...requirements, { rule }]), place };
}

function isAmong(offered: readonly RuleEdit[], edit: RuleEdit): boolean {
  const what = 'what' in edit ? edit.what : undefined;
  return offered.some((one) => one.kind === edit.kind && ('what' in one ? one.what : undefined) === what);
}

/** A rule in a list; that of a requirement has a name. */
type Item = Partial<Pick<Requirement, 'name'>> & Pick<Requirement, 'rule'>;
type Change = (items: readonly Item[], index: number) => readonly Item[];

function changeOf(edit: RuleEdit, { rule, bound }: RuleSeat, basis: RuleBasis): Change {
  const replaced =
    (by: Rule): Change =>
    (items, index) =>
      items.with(index, { ...items[index], rule: by });
  const parts = nestedRules(rule).map((part) => part.rule);
  switch (edit.kind) {
    case 'add': {
      const first = firstRule(edit.what, basis, bound || bindsYears(rule));
      return replaced(first === undefined ? rule : withNestedRules(rule, [...parts, first]));
    }
    case 'wrap':
      return replaced(around(edit.what, rule));
    case 'regroup':
      return replaced(regrouped(edit.what, parts));
    case 'unwrap':
      return (items, index) => {
        const [first, ...others] = parts.map((part): Item => ({ rule: part }));
        return items.toSpliced(index, 1, { ...items[index], ...(first as Item) }, ...others);
      };
    case 'remove':
      return (items, index) => items.toSpliced(index, 1);
    case 'up':
      return (items, index) => items.toSpliced(index - 1, 2, items[index] as Item, items[index - 1] as Item);
    case 'down':
      return (items, index) => items.toSpliced(index, 2, items[index + 1] as Item, items[index] as Item);
    case 'set':
      return replaced(withValueSet(rule, edit, basis));
  }
}

/** Of several rules, « at least N » begins with two. */
function regrouped(kind: GroupKind, parts: readonly Rule[]): Rule {
  return kind === 'atLeast'
    ? { atLeast: Math.min(2, parts.length), of: parts }
    : withNestedRules(kind === 'all' ? { all: [] } : { any: [] }, parts);
}

function withValueSet(
  rule: Rule,
  { path, value }: Extract<RuleEdit, { readonly kind: 'set' }>,
  { choices }: RuleBasis,
): Rule {
  const field = fieldsOf(rule).find((one) => one.path === path);
  if (field === undefined) throw new DomainError('rule-place-gone');
  if (unfitness(rule, field, { value, choices }) !== undefined) throw new DomainError('rule-edit-refused');
  return withField(rule, field, value);
}

/** Changes the list in which the rule at `path` stands; `path` begins with its requirement's rank. */
function changeAt(items: readonly Item[], path: string, change: Change): readonly Item[] {
  const index = items.findIndex((_, at) => isIn(path, `/${at}/rule`));
  return changeInside(items, { index, path: path.slice(`/${index}/rule`.length) }, change);
}

function changeInside(
  items: readonly Item[],
  { index, path }: { readonly index: number; readonly path: string },
  change: Change,
): readonly Item[] {
  if (path === '') return change(items, index);
  const item = items[index] as Item;
  const parts = nestedRules(item.rule);
  const inner = parts.findIndex(({ pointer }) => isIn(path, pointer));
  const next = { index: inner, path: path.slice(parts[inner]?.pointer.length) };
  const changed = changeInside(parts, next, change).map(({ rule }) => rule);
  return items.with(index, { ...item, rule: withNestedRules(item.rule, changed) });
}

const isIn = (path: string, pointer: string) => path === pointer || path.startsWith(`${pointer}/`);

function placeAfter(edit: RuleEdit, { pointer, rule, index, depth }: RuleSeat): string {
  const list = pointer.slice(0, pointer.lastIndexOf('/'));
  const beside = (rank: number) => (depth === 1 ? `${REQUIREMENTS}/${rank}/rule` : `${list}/${rank}`);
  switch (edit.kind) {
    case 'add':
      return `${pointer}/${'of' in rule ? 'of' : ruleKind(rule)}/${nestedRules(rule).length}`;
    case 'up':
      return beside(index - 1);
    case 'down':
      return beside(index + 1);
    case 'remove':
      return depth === 1 ? REQUIREMENTS : list.slice(0, list.lastIndexOf('/'));
    default:
      return pointer;
  }
}

/** Gives each new requirement a name: that of its kind, which no other one has. */
function named(items: readonly Item[]): readonly Requirement[] {
  const taken = new Set(items.map(({ name }) => name));
  return items.map(({ name, rule }) => {
    if (name !== undefined) return { name, rule };
    const stem = hyphenated(ruleKind(rule));
    let free = stem;
    for (let rank = 2; taken.has(free); rank += 1) free = `${stem}-${rank}`;
    taken.add(free);
    return { name: free, rule };
  });
}

const hyphenated = (kind: RuleKind): string =>
  [...kind].map((letter) => (letter === letter.toLowerCase() ? letter : `-${letter.toLowerCase()}`)).join('');
