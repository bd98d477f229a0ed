import { FILE_NAMES } from '../../../../application/files/export/export-records.ts';
import { FILE_KINDS } from '../../../../application/files/import/recognise.ts';
import type { ColumnMatch } from '../../../../domain/upload/column-match.ts';
import { UPLOAD_LIMIT_BYTES } from '../../../../domain/upload/upload.ts';
import { FaultSummary, FileField, TextField } from '../../shell/fields.tsx';
import { FormContext, type FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { MatchedColumns } from './matched-columns.tsx';
import { type PastImport, PastImports } from './past-imports.tsx';

interface ImportsProps {
  readonly form: FormState;
  readonly matches: readonly ColumnMatch[];
  readonly imports: readonly PastImport[];
}

/** `/dane/imports`: the form that sends files, and the earlier imports. */
export function ImportsPage({ form, matches, imports }: ImportsProps) {
  const frame = useFrame();
  const t = frame.t.dane.data.imports;
  return (
    <DaneLayout section="imports" title={t.title}>
      <p class="lede">{t.lede}</p>
      <FaultSummary form={form} labels={{ files: t.files }} />
      <form method="post" action="/dane/imports" enctype="multipart/form-data" class="form">
        <FormContext.Provider value={form}>
          <FileField
            name="files"
            label={t.files}
            help={t.filesHelp(UPLOAD_LIMIT_BYTES / 1_048_576)}
            accept=".csv,.txt,.tsv,.xlsx,.ods,text/csv"
            multiple
            required
          />
          <TextField
            name="event"
            label={frame.t.dane.data.sheets.event}
            help={frame.t.dane.data.sheets.eventHelp}
            optional
            maxlength={200}
          />
        </FormContext.Provider>
        <button type="submit">{t.check}</button>
      </form>
      <p class="note">{t.kept}</p>
      <details class="fold">
        <summary>
          <h2>{t.expected}</h2>
        </summary>
        <div class="fold-body">
          <p>
            {t.expectedText} <a href="/dane/exports">{t.toExports}</a>
          </p>
          <ExpectedFiles />
        </div>
      </details>
      <Templates />
      <MatchedColumns matches={matches} />
      <PastImports imports={imports} />
    </DaneLayout>
  );
}

/** A workbook to fill in for each kind of file. */
function Templates() {
  const { sheets: t, exports } = useFrame().t.dane.data;
  const { locale } = useFrame();
  return (
    <section>
      <h2>{t.templates}</h2>
      <p class="note">{t.templatesText}</p>
      <ul class="links">
        {FILE_NAMES.map((name) => (
          <li>
            <a href={`/dane/imports/templates/${name}.xlsx?lang=${locale}`} download>
              {exports.files[name]}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href="/dane/imports/guides/grist">{t.gristLink}</a>
      </p>
    </section>
  );
}

/** Each kind of file with its columns, the required ones first and in bold. */
function ExpectedFiles() {
  const titles = useFrame().t.dane.data.exports.files;
  return (
    <dl>
      {FILE_KINDS.map(({ required, optional }, at) => (
        <>
          <dt>{titles[FILE_NAMES[at] ?? 'personnes']}</dt>
          <dd>
            {required.map((column) => (
              <>
                <strong>{column}</strong>{' '}
              </>
            ))}
            {optional.join(' ')}
          </dd>
        </>
      ))}
    </dl>
  );
}
