import type { AchievementDefinition, Criteria } from '../../../../domain/criteria/definition.ts';
import { YEARS } from '../../../../domain/criteria/leaf-traits.ts';
import {
  type ChoiceList,
  fieldBounds,
  fieldsOf,
  fieldValue,
  type RuleChoices,
  type RuleField,
  TAG_LIMITS,
} from '../../../../domain/criteria/rule-fields.ts';
import type { RuleSeat } from '../../../../domain/criteria/rule-positions.ts';
import {
  inLanguage,
  type MissionFramework,
  missionOf,
  type Role,
} from '../../../../domain/engagement/mission.ts';
import type { ContributionKind } from '../../../../domain/records.ts';
import { capitalised } from '../../../../texts/fr/grammar/page-phrases.ts';
import { Checkbox } from '../../forms/checkbox.tsx';
import { useForm } from '../../forms/context.ts';
import { Field } from '../../forms/field.tsx';
import { type Choice, ChoiceGroup, SelectField, TextArea } from '../../forms/inputs.tsx';
import { type PageContext, usePageContext } from '../../layout/page-context.ts';
import { TEXTS } from '../../view-models/public-texts.ts';
import { fieldName } from './read-requirements.ts';

type BuilderTexts = PageContext['t']['dane']['ruleBuilder'];

interface RuleFieldsProps {
  readonly seat: RuleSeat;
  readonly definition: AchievementDefinition;
  readonly criteria: Criteria;
  readonly framework: MissionFramework;
  readonly choices: RuleChoices;
}

/** The most choices that are shown unfolded. */
const SHOWN_CHOICES = 6;

/** The fields of one rule, without those of the rules inside it. */
export function RuleFields(props: RuleFieldsProps) {
  const fields = fieldsOf(props.seat.rule);
  const isWide = ({ kind }: RuleField) => kind === 'some' || kind === 'tags';
  const drawn = (some: readonly RuleField[]) => some.map((field) => <OneField {...props} field={field} />);
  const narrow = fields.filter((field) => !isWide(field));
  return (
    <>
      {narrow.length > 0 && <div class="field-row">{drawn(narrow)}</div>}
      {drawn(fields.filter(isWide))}
    </>
  );
}

export function fieldLabel(field: RuleField, t: BuilderTexts): string {
  switch (field.kind) {
    case 'figure':
      return t.figures[field.part];
    case 'one':
    case 'some':
      return field.path === '/families/including' ? t.including : t.choices[field.from];
    case 'yes':
      return t.yes[field.path.split('/').at(-1) as keyof BuilderTexts['yes']];
    case 'years':
      return t.years;
    case 'tags':
      return t.tags;
  }
}

function OneField(props: RuleFieldsProps & { field: RuleField }) {
  const t = usePageContext().t.dane.ruleBuilder;
  const { seat, field } = props;
  const name = fieldName(seat, field);
  const label = fieldLabel(field, t);
  const optional = field.optional ?? false;
  switch (field.kind) {
    case 'figure':
      return <Figure {...{ name, label, optional }} bounds={fieldBounds(seat.rule, field)} />;
    case 'one':
      return <SelectField {...{ name, label, optional }} choices={choicesFor(field.from, props)} />;
    case 'some':
      return <SomeChoices {...{ name, label }} choices={choicesFor(field.from, props)} />;
    case 'yes':
      return <Checkbox {...{ name, label }} />;
    case 'years':
      return <YearsField {...{ name, label }} />;
    case 'tags':
      return (
        <TextArea
          {...{ name, label, optional }}
          help={t.tagsHelp}
          rows={2}
          maxlength={TAG_LIMITS.tags * TAG_LIMITS.characters}
        />
      );
  }
}

function Figure({
  name,
  label,
  optional,
  bounds: { min, max, step },
}: {
  name: string;
  label: string;
  optional: boolean;
  bounds: ReturnType<typeof fieldBounds>;
}) {
  const t = usePageContext().t.dane.ruleBuilder;
  const { values } = useForm();
  return (
    <Field
      {...{ name, label, optional }}
      help={t.bounds(min, max)}
      input={(ties) => (
        <input
          id={name}
          type="number"
          {...{ name, min, max, step }}
          required={!optional}
          value={values[name]?.[0] ?? ''}
          {...ties}
        />
      )}
    />
  );
}

/** The years that a rule looks at, as one choice. */
function YearsField({ name, label }: { name: string; label: string }) {
  const t = usePageContext().t.dane.ruleBuilder;
  const { values } = useForm();
  const [chosen = ''] = values[name] ?? [];
  const known = Array.from({ length: YEARS.max }, (_, index) => index + 1);
  const last = [...known, ...(Number(chosen) > YEARS.max ? [Number(chosen)] : [])];
  const options = [
    ['', t.yearsHere],
    ['all', t.yearsAll],
    ...last.map((one) => [String(one), t.yearsLast(one)]),
  ];
  return (
    <Field
      {...{ name, label }}
      input={(ties) => (
        <select id={name} name={name} {...ties}>
          {options.map(([value, texts]) => (
            <option value={value} selected={value === chosen}>
              {texts}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** Boxes; many of them stand in a fold that says how many are ticked. */
function SomeChoices({ name, label, choices }: { name: string; label: string; choices: readonly Choice[] }) {
  const t = usePageContext().t.dane.ruleBuilder;
  const { values, faults } = useForm();
  const group = <ChoiceGroup {...{ name, label, choices }} kind="checkbox" />;
  if (choices.length <= SHOWN_CHOICES) return group;
  return (
    <details open={faults[name] !== undefined}>
      <summary>{t.chosen(label, values[name]?.length ?? 0)}</summary>
      {group}
    </details>
  );
}

/** What a rule may name, by its name. What it names already stays, even where no one could choose it again. */
function choicesFor(list: ChoiceList, props: RuleFieldsProps & { field: RuleField }): readonly Choice[] {
  const { locale, t } = usePageContext();
  const { seat, field, choices, framework, criteria } = props;
  const named = [fieldValue(seat.rule, field) ?? []].flat().map(String);
  const labels: Readonly<Record<ChoiceList, (code: string) => string | undefined>> = {
    missions: (code) => withCode(code, missionOf(framework, code)?.label[locale]),
    families: (code) => withCode(code, framework.families.find((one) => one.code === code)?.label[locale]),
    roles: (code) => capitalised(t.records.roles[code as Role]),
    contributions: (code) => capitalised(TEXTS[locale].criteria.contributions[code as ContributionKind].one),
    badges: (code) => inLanguage(criteria.achievements.find((one) => one.code === code)?.name, locale),
  };
  const codes = [...new Set([...choices[list], ...named])];
  return codes.map((value) => ({ value, label: labels[list](value) ?? value }));
}

const withCode = (code: string, label: string | undefined) => label && `${code} · ${label}`;
