import { FILE_NAMES } from '../../../../application/files/export/records.ts';
import { placeColumns, type Spellings } from '../../../../application/files/import/columns.ts';
import { FILE_KINDS, unreadColumns } from '../../../../application/files/import/recognise.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { ColumnMatch } from '../../../../domain/upload/column-match.ts';
import type { SeenHeader } from '../../../../domain/upload/types.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { AppDeps } from '../../env.ts';
import { EMPTY_FORM, type FormState } from '../../forms/context.ts';
import { ActionButton, FilterForm, Form } from '../../forms/elements.tsx';
import { SelectField } from '../../forms/inputs.tsx';
import { type FieldError, type FormValues, noFields, type ParsedForm, readForm } from '../../forms/schema.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { requiredUpload } from './report.tsx';

type FileKind = (typeof FILE_KINDS)[number];

interface Matched {
  readonly header: SeenHeader;
  readonly kind: string;
  readonly columns: Readonly<Record<string, number>>;
}

/** `/dane/imports/{id}/columns`: columns are matched by hand and remembered; a remembered match can be
 *  forgotten. */
export const columnPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/imports/:id/columns', 'keep-register', renderColumns)
    .form('/dane/imports/:id/columns', 'keep-register', {
      page: renderColumns,
      schema: readMatched,
      act: async (request, { header, kind, columns }) => {
        const { services, me, wording } = request;
        await services.matchColumns({ personId: me, kind, titles: header.titles, columns });
        const who = { actor: me, locale: wording.locale };
        return `/dane/imports/${(await services.readUploadAgain(await requiredUpload(request), who)).id}`;
      },
      done: 'columns-matched',
    })
    .form('/dane/imports/columns/forgotten', 'keep-register', {
      schema: noFields,
      act: ({ services, me }, _, { fingerprint }) => services.forgetColumns(me, fingerprint?.[0] ?? ''),
      done: 'columns-forgotten',
      back: '/dane/imports',
    });

/** The name of the field with the place of a column. */
const fieldOf = (column: string) => `column-${column}`;

/** The header of a table of the upload, and the kind of file that is chosen, or else recognised. */
async function findHeader(
  request: PageRequest,
  stated: { file: string | undefined; kind: string | undefined },
) {
  const { report } = await requiredUpload(request);
  const header = report.headers?.find(({ file }) => file === stated.file);
  const kind = FILE_KINDS.find(({ name }) => name === (stated.kind ?? header?.kind));
  return header && { header, kind };
}

/** The columns as they are read now, and those that a title resembles. */
function proposed(
  { titles, kind: known, columns: read }: SeenHeader,
  kind: FileKind,
  spellings: Spellings,
): FormState {
  const isKnown = known === kind.name && Object.keys(read).length > 0;
  const placed = isKnown ? new Map(Object.entries(read)) : placeColumns(kind, titles, spellings).columns;
  const { close } = unreadColumns({ kind, spellings }, titles, placed);
  const all = new Map(close.map(({ title, column }) => [column, titles.indexOf(title)]));
  for (const [column, at] of placed) all.set(column, at);
  return {
    values: Object.fromEntries([...all].map(([column, at]) => [fieldOf(column), [`${at}`]])),
    faults: {},
  };
}

async function readMatched(request: PageRequest): Promise<ParsedForm<Matched>> {
  const values = await readForm(request.c);
  const found = await findHeader(request, { file: values['file']?.[0], kind: values['kind']?.[0] });
  if (!found?.kind) return { ok: false, values, faults: { kind: 'invalid-choice' } };
  const { header, kind } = found;
  const { columns, faults } = readColumns(kind, header, values);
  if (Object.keys(faults).length > 0) return { ok: false, values, faults };
  return { ok: true, values, value: { header, kind: kind.name, columns } };
}

/** Every required column must have a place, and no two columns may have the same. */
function readColumns({ required, optional }: FileKind, { titles }: SeenHeader, values: FormValues) {
  const columns: Record<string, number> = {};
  const faults: Record<string, FieldError> = {};
  for (const column of [...required, ...optional]) {
    const text = values[fieldOf(column)]?.[0] ?? '';
    const at = Number(text);
    if (text === '' && required.includes(column)) faults[fieldOf(column)] = 'required';
    if (text === '') continue;
    if (!/^\d{1,3}$/.test(text) || at >= titles.length) faults[fieldOf(column)] = 'invalid-choice';
    else if (Object.values(columns).includes(at)) faults[fieldOf(column)] = 'taken';
    else columns[column] = at;
  }
  return { columns, faults };
}

/** The kind of a file, and the meaning of its columns. */
async function renderColumns(request: PageRequest) {
  const { sent, query } = request;
  const draft = sent && { file: sent.values['file']?.[0], kind: sent.values['kind']?.[0] };
  const found = await findHeader(request, draft ?? { file: query('file'), kind: query('kind') });
  if (!found || (sent && !found.kind)) throw new DomainError('not-found');
  const { header, kind } = found;
  const t = request.t.dane.data.sheets.columns;
  const titles = request.t.dane.data.exports.files;
  const kinds = FILE_KINDS.map(({ name }, at) => ({
    value: name,
    label: titles[FILE_NAMES[at] ?? 'personnes'],
  }));
  const path = `/dane/imports/${request.param('id')}`;
  return (
    <DaneLayout section="imports" title={t.title}>
      <p class="lede">{t.lede(header.file)}</p>
      <FilterForm
        action={`${path}/columns`}
        form={{ ...EMPTY_FORM, values: { kind: kind ? [kind.name] : [] } }}
        labels={t}
        hidden={{ file: header.file }}
        submit={t.choose}
      >
        <SelectField name="kind" choices={kinds} />
      </FilterForm>
      {kind && (
        <ColumnFields
          action={`${path}/columns`}
          form={sent ?? proposed(header, kind, request.ports.catalogue.columns.spellings)}
          header={header}
          kind={kind}
        />
      )}
      <p>
        <a href={path}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

/** A field for each column of the kind, the required ones first. */
function ColumnFields({
  action,
  form,
  header,
  kind: { name, required, optional },
}: {
  action: string;
  form: FormState;
  header: SeenHeader;
  kind: FileKind;
}) {
  const { columns: t } = usePageContext().t.dane.data.sheets;
  const choices = header.titles.map((title, at) => ({ value: `${at}`, label: title || t.noTitle(at + 1) }));
  const labels = Object.fromEntries([...required, ...optional].map((one) => [fieldOf(one), one]));
  const hidden = { file: header.file, kind: name };
  return (
    <section>
      <h2>{t.legend}</h2>
      <p class="note">{t.unread}</p>
      <Form action={action} form={form} labels={labels} hidden={hidden} submit={t.save}>
        {required.map((column) => (
          <SelectField name={fieldOf(column)} choices={[{ value: '', label: '—' }, ...choices]} />
        ))}
        {optional.map((column) => (
          <SelectField name={fieldOf(column)} optional={t.optional} choices={choices} />
        ))}
      </Form>
    </section>
  );
}

/** The columns that the agent has matched, each with a button that forgets the match. */
export function MatchedColumns({ matches }: { matches: readonly ColumnMatch[] }) {
  const pageContext = usePageContext();
  const { sheets: t, exports } = pageContext.t.dane.data;
  if (matches.length === 0) return null;
  const nameOf = (kind: string) => {
    const at = FILE_KINDS.findIndex(({ name }) => name === kind);
    return exports.files[FILE_NAMES[at] ?? 'personnes'];
  };
  return (
    <section>
      <h2>{t.known}</h2>
      <p class="note">{t.knownText}</p>
      <CardTable
        compact
        caption={t.known}
        rows={matches}
        columns={[
          { heading: t.header, cell: ({ titles }) => titles.filter(Boolean).join(', '), names: true },
          { heading: t.kindHeading, cell: ({ kind }) => nameOf(kind) },
          { heading: t.when, cell: ({ madeAt }) => pageContext.t.moment(madeAt) },
          {
            heading: t.act,
            cell: ({ fingerprint, titles }) => (
              <ActionButton
                action="/dane/imports/columns/forgotten"
                hidden={{ fingerprint }}
                class="secondary"
                label={t.forgetOf(titles.filter(Boolean).join(', '))}
              >
                {t.forget}
              </ActionButton>
            ),
          },
        ]}
      />
    </section>
  );
}
