import { ChoiceGroup, DateField, type FormState } from '../shell/fields.tsx';
import type { PageFrame } from '../shell/page-frame.ts';
import { useFrame } from '../shell/use-frame.ts';
import { choiceField, dayField } from './role-clash-form.ts';
import type { RoleClashView } from './role-clash-view.ts';

interface RoleClashProps {
  readonly form: FormState;
  readonly clashes: readonly RoleClashView[];
}

/** For each single role that two people want, a choice: the holder keeps it, or the newcomer takes it from a
 *  certain day. */
export function RoleClashFields({ form, clashes }: RoleClashProps) {
  return (
    <>
      {clashes.map((clash) => (
        <RoleClash form={form} clash={clash} />
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

function RoleClash({ form, clash }: Omit<RoleClashProps, 'clashes'> & { clash: RoleClashView }) {
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
      <ChoiceGroup
        form={filled}
        kind="radio"
        name={choiceField(role)}
        label={t.choice(label)}
        choices={fixed ? [keep] : [keep, take]}
      />
      {!fixed && <DateField form={filled} name={day} label={t.from} help={t.fromHelp(fromWords)} optional />}
    </section>
  );
}
