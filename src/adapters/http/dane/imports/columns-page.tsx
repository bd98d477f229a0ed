import { FILE_NAMES } from '../../../../application/files/export/export-records.ts';
import { FILE_KINDS } from '../../../../application/files/import/recognise.ts';
import type { SeenHeader, Upload } from '../../../../domain/upload/upload.ts';
import { FaultSummary, SelectField } from '../../shell/fields.tsx';
import { FilterForm, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

/** The name of the field with the place of a column. */
export function fieldOf(column: string): string {
  return `column-${column}`;
}

export interface ColumnsView {
  readonly upload: Upload;
  readonly header: SeenHeader;
  /** Name of the chosen kind of file. */
  readonly kind?: string | undefined;
  readonly form: FormState;
}

/** `/dane/imports/{id}/columns`: the kind of a file, and the meaning of its columns. */
export function ColumnsPage({ view }: { view: ColumnsView }) {
  const frame = useFrame();
  const { columns: t } = frame.t.dane.data.sheets;
  const { upload, header, kind } = view;
  const titles = frame.t.dane.data.exports.files;
  const kinds = FILE_KINDS.map(({ name }, at) => ({
    value: name,
    label: titles[FILE_NAMES[at] ?? 'personnes'],
  }));
  return (
    <DaneLayout section="imports" title={t.title}>
      <p class="lede">{t.lede(header.file)}</p>
      <FilterForm
        action={`/dane/imports/${upload.id}/columns`}
        form={{ values: { kind: kind ? [kind] : [] }, faults: {} }}
      >
        <input type="hidden" name="file" value={header.file} />
        <SelectField name="kind" label={t.kind} choices={kinds} />
        <button type="submit" class="secondary">
          {t.choose}
        </button>
      </FilterForm>
      {kind && <ColumnFields view={view} kind={kind} />}
      <p>
        <a href={`/dane/imports/${upload.id}`}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

/** A field for each column of the kind, the required ones first. */
function ColumnFields({ view: { upload, header, form }, kind: name }: { view: ColumnsView; kind: string }) {
  const { columns: t } = useFrame().t.dane.data.sheets;
  const kind = FILE_KINDS.find((one) => one.name === name);
  if (!kind) return null;
  const choices = header.titles.map((title, at) => ({ value: `${at}`, label: title || t.noTitle(at + 1) }));
  const columns = [...kind.required, ...kind.optional];
  return (
    <section>
      <h2>{t.legend}</h2>
      <p class="note">{t.unread}</p>
      <FaultSummary form={form} labels={Object.fromEntries(columns.map((one) => [fieldOf(one), one]))} />
      <Form
        action={`/dane/imports/${upload.id}/columns`}
        form={form}
        hidden={{ file: header.file, kind: name }}
        submit={t.save}
      >
        {kind.required.map((column) => (
          <SelectField
            name={fieldOf(column)}
            label={column}
            choices={[{ value: '', label: '—' }, ...choices]}
          />
        ))}
        {kind.optional.map((column) => (
          <SelectField name={fieldOf(column)} label={column} optional={t.optional} choices={choices} />
        ))}
      </Form>
    </section>
  );
}
