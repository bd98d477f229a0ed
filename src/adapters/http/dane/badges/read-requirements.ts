import type { Requirement } from '../../../../domain/criteria/definition.ts';
import type { RuleBasis } from '../../../../domain/criteria/first-rule.ts';
import { withNestedRules } from '../../../../domain/criteria/nested-rules.ts';
import type { Rule } from '../../../../domain/criteria/rule.ts';
import type { Edited } from '../../../../domain/criteria/rule-edit.ts';
import {
  type FieldValue,
  fieldsOf,
  fieldValue,
  type RuleField,
  TAG_LIMITS,
  unfitness,
  withField,
} from '../../../../domain/criteria/rule-fields.ts';
import {
  allSeats,
  type RuleAct,
  type RuleSeat,
  seatsIn,
  seatsOf,
} from '../../../../domain/criteria/rule-positions.ts';
import { containsNumen } from '../../../../domain/person/numen.ts';
import type { FieldError, FormValues } from '../../forms/schema.ts';

/** The field whose value is the act of the button that sent the form. */
export const EDIT = 'edit';
/** The value of the button that only keeps what was typed. */
export const SAVE_DRAFT = 'keep';

/** An act as the value of its button. */
export function editText(edit: RuleAct): string {
  return 'what' in edit ? `${edit.kind} ${edit.at} ${edit.what}` : `${edit.kind} ${edit.at}`;
}

/** The act of the button; undefined if it only keeps what was typed. An act that no button offers is refused
 *  by `applyEdit`, which carries out only what a place offers. */
export function readEdit(values: FormValues): RuleAct | undefined {
  const [text = SAVE_DRAFT] = values[EDIT] ?? [];
  if (text === SAVE_DRAFT) return undefined;
  const [kind, at = '', what] = text.split(' ');
  return { kind, at, ...(what !== undefined && { what }) } as RuleAct;
}

/** The fragment of the address that shows the place of an act. */
export function placeOf({ place }: Edited): string {
  return `#${place}`;
}

export const fieldName = ({ pointer }: RuleSeat, { path }: RuleField): string => pointer + path;

/** The values of all fields, as the form shows them at first. */
export function requirementValues(requirements: readonly Requirement[]): FormValues {
  const entries = allSeats(requirements).flatMap((seat) =>
    fieldsOf(seat.rule).map((field) => [
      fieldName(seat, field),
      textsOf(fieldValue(seat.rule, field), field),
    ]),
  );
  return Object.fromEntries(entries);
}

function textsOf(value: FieldValue, { kind }: RuleField): readonly string[] {
  if (value === undefined) return [];
  if (value === true) return ['yes'];
  if (typeof value === 'object' && 'last' in value) return [String(value.last)];
  if (typeof value !== 'object') return [String(value)];
  return kind === 'tags' ? [value.join('\n')] : value;
}

interface ReadRequirements {
  readonly requirements: readonly Requirement[];
  /** By the name of the field. A refused field keeps its value in the requirements. */
  readonly faults: Readonly<Record<string, FieldError>>;
}

/** The requirements with the values that were sent. A rule of which nothing was sent stays as it is. */
export function readRequirements(
  values: FormValues,
  before: readonly Requirement[],
  { choices }: RuleBasis,
): ReadRequirements {
  const faults: Record<string, FieldError> = {};
  const readRule = (seat: RuleSeat): Rule => {
    const read = fieldsOf(seat.rule).some((field) => values[fieldName(seat, field)])
      ? readFields(seat)
      : seat.rule;
    return withNestedRules(read, seatsIn(seat).map(readRule));
  };
  const readFields = (seat: RuleSeat): Rule => {
    let rule = seat.rule;
    // The bounds of a figure may rest on what is chosen next to it.
    const fields = fieldsOf(rule).toSorted(
      (a, b) => Number(a.kind === 'figure') - Number(b.kind === 'figure'),
    );
    for (const field of fields) {
      const name = fieldName(seat, field);
      const read = parseTexts(values[name] ?? [], field, fieldValue(rule, field));
      const error = 'fault' in read ? read.fault : unfitness(rule, field, { value: read.value, choices });
      if (error !== undefined) faults[name] = error;
      else if ('value' in read) rule = withField(rule, field, read.value);
    }
    return rule;
  };
  const rules = seatsOf(before).map(readRule);
  return {
    requirements: before.map(({ name, rule }, index) => ({ name, rule: rules[index] ?? rule })),
    faults,
  };
}

type Parsed = { readonly value: FieldValue } | { readonly fault: FieldError };

/** The value that the texts of a field say. */
function parseTexts(texts: readonly string[], field: RuleField, before: FieldValue): Parsed {
  const [text = ''] = texts;
  switch (field.kind) {
    case 'figure':
      return parseFigure(text);
    case 'one':
      return { value: text || undefined };
    case 'some':
      return { value: parseSome(texts, before) };
    case 'yes':
      return { value: text === '' ? undefined : true };
    case 'years':
      if (text === '' || text === 'all') return { value: text || undefined };
      return Number.isInteger(Number(text)) ? { value: { last: Number(text) } } : { fault: 'invalid-choice' };
    case 'tags':
      return parseTags(text);
  }
}

function parseFigure(text: string): Parsed {
  if (text === '') return { value: undefined };
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? { value } : { fault: 'invalid-number' };
}

/** Each choice once: those of before in their order, then the others in the order of the page. */
function parseSome(texts: readonly string[], before: FieldValue): FieldValue {
  const saved = Array.isArray(before) ? before.filter((one) => texts.includes(one)) : [];
  const chosen = [...new Set([...saved, ...texts])];
  return chosen.length > 0 ? chosen : undefined;
}

function parseTags(text: string): Parsed {
  const lines = text.split('\n').map((line) => line.trim());
  const tags = [...new Set(lines)].filter((tag) => tag !== '');
  if (tags.some(containsNumen)) return { fault: 'numen' };
  if (tags.some((tag) => tag.length > TAG_LIMITS.characters))
    return { fault: `longer-than:${TAG_LIMITS.characters}` };
  return { value: tags.length > 0 ? tags : undefined };
}
