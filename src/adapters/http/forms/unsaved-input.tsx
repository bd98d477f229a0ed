import { usePageContext } from '../layout/page-context.ts';
import type { FormState } from './context.ts';

/** The texts of a refused form that the page has no field for, such as the answer to a contest that was
 *  settled in the meantime: typed text is never lost. Nothing is shown where none was typed. */
export function UnsavedTexts({
  form,
  labels,
}: {
  readonly form: FormState;
  readonly labels: Readonly<Record<string, string>>;
}) {
  const { forms } = usePageContext().t;
  const draft = Object.entries(labels).flatMap(([name, label]) => {
    const text = form.values[name]?.[0] ?? '';
    return text === '' ? [] : [{ label, text }];
  });
  if (draft.length === 0) return null;
  return (
    <section>
      <h2>{forms.typedBefore}</h2>
      <p>{forms.typedBeforeText}</p>
      <dl class="facts-list">
        {draft.map(({ label, text }) => (
          <>
            <dt>{label}</dt>
            <dd class="as-written">{text}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
