import { LINE_OUTCOMES, type LineRemark, type UploadLine } from '../../../../domain/work/upload.ts';
import { type FormState, SelectField } from '../../shell/fields.tsx';
import { useFrame } from '../../shell/use-frame.ts';

/** In a filter: lines of which something is said, whatever becomes of them. */
export const REMARKED = 'remarked';

export interface VerdictsView {
  /** The page itself. */
  readonly action: string;
  /** Names of the files, as their lines have them. */
  readonly files: readonly string[];
  readonly lines: readonly UploadLine[];
  /** `outcome` and `file`, as chosen. */
  readonly form: FormState;
  readonly nextHref?: string;
}

/** Every line with what an import does with it: by verdict, by file, page by page. */
export function Verdicts({ view }: { view: VerdictsView }) {
  const frame = useFrame();
  const t = frame.t.dane.data.imports;
  return (
    <section id="lines">
      <h2>{t.lines}</h2>
      <Filter view={view} />
      {view.lines.length === 0 ? (
        <p class="notice">{frame.t.forms.nothing}</p>
      ) : (
        <table class="table-cards compact">
          <caption class="visually-hidden">{t.lines}</caption>
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.file}</th>
              <th scope="col">{t.verdict}</th>
              <th scope="col">{t.detail}</th>
            </tr>
          </thead>
          <tbody>
            {view.lines.map((line) => (
              <Verdict line={line} />
            ))}
          </tbody>
        </table>
      )}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
    </section>
  );
}

function Filter({ view }: { view: VerdictsView }) {
  const frame = useFrame();
  const t = frame.t.dane.data.imports;
  const field = { form: view.form, optional: true };
  const outcomes = LINE_OUTCOMES.map((value) => ({ value, label: t.outcomes[value] }));
  return (
    <form method="get" action={`${view.action}#lines`} class="filters">
      <SelectField
        {...field}
        name="outcome"
        label={t.verdict}
        choices={[...outcomes, { value: REMARKED, label: t.remarked }]}
      />
      <SelectField
        {...field}
        name="file"
        label={t.file}
        choices={view.files.map((file) => ({ value: file, label: file }))}
      />
      <button type="submit" class="secondary">
        {frame.t.forms.filter}
      </button>
    </form>
  );
}

function Verdict({ line: { file, line, outcome, ...said } }: { line: UploadLine }) {
  const t = useFrame().t.dane.data.imports;
  return (
    <tr>
      <th scope="row" data-label={t.line}>
        {line}
      </th>
      <td>{file}</td>
      <td>{t.outcomes[outcome]}</td>
      <td class={said.differences.length + said.remarks.length > 0 ? 'block' : undefined}>
        {said.differences.map(({ column, before, after }) => (
          <span class="block">{t.difference(column, before, after)}</span>
        ))}
        {said.remarks.map((remark) => (
          <Remark remark={remark} />
        ))}
      </td>
    </tr>
  );
}

function Remark({ remark }: { remark: LineRemark }) {
  const t = useFrame().t.dane.data.imports;
  const { column, value, reason, fix } = remark;
  return (
    <span class="block">
      {column && <strong>{t.cell(column, value)}</strong>} {reason} <span class="note">{fix}</span>
    </span>
  );
}

/** The lines of one verdict, of one file or of all. */
export function verdictsHref(path: string, chosen: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(chosen)}#lines`;
}
