import { usePageContext } from '../layout/page-context.ts';
import { type FormState, useForm } from './context.ts';

interface RecordedNowProps {
  readonly name: string;
  /** A recorded value in words; by default as it is. */
  readonly words?: ((value: string) => string) | undefined;
}

/** Next to a field of a form that a concurrent change has refused: the value recorded now, where it differs
 *  from the typed one. The reader decides which of the two stays. */
export function RecordedNow({ name, words = String }: RecordedNowProps) {
  const { forms } = usePageContext().t;
  const recorded = recordedNow(useForm(), name);
  if (!recorded) return null;
  return (
    <p class="recorded-now" id={recordedId(name)}>
      {forms.recordedNow}{' '}
      <strong class="as-written">{recorded.map(words).join(', ') || forms.nothingRecorded}</strong>
    </p>
  );
}

/** The id of the recorded value next to the field; undefined if it equals the typed one. */
export function recordedTie(form: FormState, name: string): string | undefined {
  return recordedNow(form, name) && recordedId(name);
}

const recordedId = (name: string) => `${name}-recorded`;

/** The recorded values of a field where they differ from the typed ones. */
function recordedNow({ values, recorded }: FormState, name: string): readonly string[] | undefined {
  const now = recorded?.[name];
  if (!now) return undefined;
  const isSame = plain(now).join('\n') === plain(values[name] ?? []).join('\n');
  return isSame ? undefined : now.filter((text) => text !== '');
}

/** Texts in a form that can be compared: browsers send their own line breaks, and boxes in the order of the
 *  page. */
function plain(texts: readonly string[]): readonly string[] {
  return texts
    .map((text) => text.replaceAll('\r\n', '\n').trim())
    .filter((text) => text !== '')
    .toSorted();
}
