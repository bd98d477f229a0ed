import type { SentFile } from '../../../../application/files/upload/blank-numens.ts';
import type { StoredAuditEntry } from '../../../../domain/audit/entry.ts';
import { composed } from '../../../../domain/text/strings.ts';
import type { ImportRun } from '../../../../domain/upload/import-log.ts';
import { UPLOAD_LIMIT_BYTES } from '../../../../domain/upload/types.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { AppDeps } from '../../env.ts';
import { Form } from '../../forms/elements.tsx';
import { FileField, TextField } from '../../forms/inputs.tsx';
import { readSent } from '../../forms/read-body.ts';
import { type FieldError, noFields, type ParsedForm } from '../../forms/schema.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { readActors } from '../actor-names.ts';
import { answerCsv, answerWorkbook } from '../exports/file-response.ts';
import { DaneLayout } from '../layout.tsx';
import { MatchedColumns } from './columns.tsx';
import { renderReport, requiredUpload } from './report.tsx';
import { ExpectedFiles, Templates } from './templates.tsx';

const PAST_IMPORTS = 20;

const agentOf = ({ me, wording }: PageRequest) => ({ actor: me, locale: wording.locale });

/** `/dane/imports`: files are sent, checked, then imported. */
export const importPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/imports', 'keep-register', renderImports)
    .form('/dane/imports', 'keep-register', {
      page: renderImports,
      schema: readFiles,
      act: async (request, { files, event }) => {
        const upload = await request.services.receiveUpload(files, { ...agentOf(request), event });
        return `/dane/imports/${upload.id}`;
      },
    })
    .page('/dane/imports/:id', 'keep-register', renderReport)
    .form('/dane/imports/:id', 'keep-register', {
      schema: noFields,
      act: async (request) => {
        await request.services.importUpload(await requiredUpload(request), agentOf(request));
        await request.services.emptyOutbox('re-sign-credential');
      },
      done: 'imported',
    })
    .page('/dane/imports/:id/corrections.xlsx', 'keep-register', async (request) => {
      const tables = await request.services.listCorrections(await requiredUpload(request), agentOf(request));
      return answerWorkbook(request.c, deps, { name: 'a-corriger', tables });
    })
    .page('/dane/imports/:id/corrections.csv', 'keep-register', async (request) => {
      const requested = { ...agentOf(request), file: request.query('file') };
      const tables = await request.services.listCorrections(await requiredUpload(request), requested);
      return answerCsv(request.c, deps, { name: `a-corriger-${tables[0]?.name ?? ''}`, tables });
    });

interface SentFiles {
  readonly files: readonly SentFile[];
  /** Code of the event that a list of Moodle is about. */
  readonly event?: string;
}

async function readFiles({ c }: PageRequest): Promise<ParsedForm<SentFiles>> {
  const form = await readSent(c);
  const sent = form.getAll('files');
  const draft = form.get('event');
  const event = typeof draft === 'string' ? composed(draft.trim()) : '';
  const values = { event: [event] };
  // Where no file was chosen, a browser sends one without a name.
  const parts = sent.filter((part): part is File => typeof part !== 'string' && part.name !== '');
  const files = await Promise.all(
    parts.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  // The form lasts as long as the request, and would hold a second copy.
  form.delete('files');
  const error = errorOf(files);
  if (error) return { ok: false, values, faults: { files: error } };
  return { ok: true, values, value: { files, ...(event && { event }) } };
}

function errorOf(files: readonly SentFile[]): FieldError | undefined {
  if (files.length === 0) return 'required';
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return size > UPLOAD_LIMIT_BYTES ? 'too-large' : undefined;
}

/** The form that sends files, and the earlier imports. */
async function renderImports(request: PageRequest) {
  const { imports: t, sheets } = request.t.dane.data;
  const labels = { files: t.files, event: sheets.event, eventHelp: sheets.eventHelp };
  return (
    <DaneLayout section="imports" title={t.title}>
      <p class="lede">{t.lede}</p>
      <Form action="/dane/imports" form={request.form} labels={labels} takesFile submit={t.check}>
        <FileField
          name="files"
          help={t.filesHelp(UPLOAD_LIMIT_BYTES / 1_048_576)}
          accept=".csv,.txt,.tsv,.xlsx,.ods,text/csv"
          multiple
          required
        />
        <TextField name="event" optional maxlength={200} />
      </Form>
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
      <MatchedColumns matches={await request.store.readColumnMatches(request.me)} />
      {await renderPast(request)}
    </DaneLayout>
  );
}

const COUNTED = ['created', 'updated', 'unchanged', 'refused'] as const;

/** The latest imports, each file with the numbers of its lines. */
async function renderPast({ store, t: texts, wording }: PageRequest) {
  const { imports: words, sheets: t } = texts.dane.data;
  const [entries, runs] = await Promise.all([
    store.readImports(PAST_IMPORTS),
    store.readImportRuns(PAST_IMPORTS),
  ]);
  const saved = new Map<unknown, ImportRun>(runs.map((run) => [run.id, run]));
  const nameOf = await readActors(
    store,
    entries.map(({ actor }) => actor),
  );
  return (
    <section id="past">
      <h2>{t.history}</h2>
      {entries.length === 0 ? (
        <p class="note">{t.historyNone}</p>
      ) : (
        <>
          <p class="note">{t.historyText}</p>
          <CardTable
            compact
            caption={t.history}
            rows={entries}
            columns={[
              { heading: words.file, cell: ({ subject }) => subject, names: true },
              { heading: t.when, cell: ({ at }) => texts.moment(at) },
              { heading: t.who, cell: ({ actor }) => nameOf(actor, wording.locale) },
              ...COUNTED.map((outcome) => ({
                heading: words[outcome],
                cell: ({ details }: StoredAuditEntry) => Number(details?.[outcome] ?? 0),
              })),
              {
                heading: texts.changes.dane.change,
                cell: ({ subject, details }) => <ToRun file={subject} run={saved.get(details?.['import'])} />,
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

/** The link to an import whose record of changes is still kept. */
function ToRun({ file, run }: { file: string; run: ImportRun | undefined }) {
  const { undo: t } = usePageContext().t;
  if (!run) return <>–</>;
  return (
    <a href={`/dane/imports/past/${run.id}`} aria-label={(run.undone ? t.undoneOf : t.openOf)(file)}>
      {run.undone ? t.openUndone : t.open}
    </a>
  );
}
