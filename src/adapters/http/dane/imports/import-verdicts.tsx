import { LINE_OUTCOMES, type LineRemark, type UploadLine } from '../../../../domain/upload/upload.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { SelectField } from '../../shell/fields.tsx';
import { FilterForm } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';

/** A filter for lines with a remark, whatever their outcome. */
export const REMARKED = 'remarked';

export interface VerdictsView {
  /** Address of the page itself. */
  readonly action: string;
  /** Names of the files, as in their lines. */
  readonly files: readonly string[];
  readonly lines: readonly UploadLine[];
  /** The chosen `outcome` and `file`. */
  readonly form: FormState;
  readonly nextHref?: string;
}

/** Every line with its outcome, filtered by outcome and by file, page by page. */
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
        <CardTable
          compact
          caption={t.lines}
          rows={view.lines}
          columns={[
            { heading: t.line, cell: ({ line }) => line, names: true, label: true },
            { heading: t.file, cell: ({ file }) => file, label: false },
            { heading: t.verdict, cell: ({ outcome }) => t.outcomes[outcome], label: false },
            {
              heading: t.detail,
              cell: (line) => <Said line={line} />,
              label: false,
              class: ({ differences, remarks }) =>
                differences.length + remarks.length > 0 ? 'block' : undefined,
            },
          ]}
        />
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
  const outcomes = LINE_OUTCOMES.map((value) => ({ value, label: t.outcomes[value] }));
  return (
    <FilterForm action={`${view.action}#lines`} form={view.form}>
      <SelectField
        optional
        name="outcome"
        label={t.verdict}
        choices={[...outcomes, { value: REMARKED, label: t.remarked }]}
      />
      <SelectField
        optional
        name="file"
        label={t.file}
        choices={view.files.map((file) => ({ value: file, label: file }))}
      />
      <button type="submit" class="secondary">
        {frame.t.forms.filter}
      </button>
    </FilterForm>
  );
}

/** The changes of a line, and the remarks about it. */
function Said({ line: { differences, remarks } }: { line: UploadLine }) {
  const t = useFrame().t.dane.data.imports;
  return (
    <>
      {differences.map(({ column, before, after }) => (
        <span class="block">{t.difference(column, before, after)}</span>
      ))}
      {remarks.map((remark) => (
        <Remark remark={remark} />
      ))}
    </>
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

/** The address of the lines of one outcome, in one file or in all. */
export function verdictsHref(path: string, chosen: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(chosen)}#lines`;
}
