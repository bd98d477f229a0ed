import { ChoiceGroup, DateField } from '../../shell/fields.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { FormContext, useForm } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { choiceField, dayField } from './role-clash-form.ts';
import type { RoleClashView } from './role-clash-view.ts';

interface RoleClashProps {
  readonly clashes: readonly RoleClashView[];
}

/** For each single role that two people want, a choice: the holder keeps it, or the newcomer takes it from a
 *  certain day. */
export function RoleClashFields({ clashes }: RoleClashProps) {
  return (
    <>
      {clashes.map((clash) => (
        <RoleClash clash={clash} />
      ))}
    </>
  );
}

/** Names of these fields, for the summary of faults. */
export function roleClashLabels(
  { t }: PageFrame,
  clashes: readonly RoleClashView[],
): Readonly<Record<string, string>> {
  const words = t.school.decisions.settle;
  return Object.fromEntries(
    clashes.flatMap(({ role, label }) => [
      [choiceField(role), words.choice(label)],
      [dayField(role), words.from],
    ]),
  );
}

function RoleClash({ clash }: { readonly clash: RoleClashView }) {
  const form = useForm();
  const t = useFrame().t.school.decisions.settle;
  const { role, label, holders, newcomer, details, from, fromWords, fixed } = clash;
  const day = dayField(role);
  const filled = { ...form, values: { ...form.values, [day]: form.values[day] ?? [from] } };
  const keep = { value: 'keep', label: t.keep(holders), text: t.keepText };
  const take = { value: 'take', label: t.take(newcomer), text: t.takeText(holders) };
  return (
    <section class="notice">
      <p>
        <strong>{t.title(label)}</strong>
      </p>
      <ul>
        {details.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p>{fixed ? t.fixed : t.lede}</p>
      <FormContext.Provider value={filled}>
        <ChoiceGroup
          kind="radio"
          name={choiceField(role)}
          label={t.choice(label)}
          choices={fixed ? [keep] : [keep, take]}
        />
        {!fixed && <DateField name={day} label={t.from} help={t.fromHelp(fromWords)} optional />}
      </FormContext.Provider>
    </section>
  );
}
