import { type Context, Hono } from 'hono';
import { placeColumns } from '../../../../application/files/import/columns.ts';
import { FILE_KINDS, unreadColumns } from '../../../../application/files/import/recognise.ts';
import type { SeenHeader, Upload } from '../../../../domain/upload/upload.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { type FieldFault, type FormValues, type ParsedForm, readForm } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import type { FormState } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { ColumnsPage, fieldOf } from './columns-page.tsx';

interface Matched {
  readonly header: SeenHeader;
  readonly kind: string;
  readonly columns: Readonly<Record<string, number>>;
}

/** `/dane/imports/{id}/columns`: columns are matched by hand and remembered; a remembered match can be
 *  forgotten. */
export function columnRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/imports/:id/columns', ...guards, async (c) => {
      const found = await findHeader(c, deps, { file: c.req.query('file'), kind: c.req.query('kind') });
      if (!found) return answerError(c, deps, { kind: 'not-found', status: 404 });
      return show(c, deps, found, proposed(found));
    })
    .post('/dane/imports/:id/columns', ...guards, async (c, next) =>
      takeForm(deps, {
        schema: (sent) => readMatched(sent, deps),
        show: async (sent, form) => {
          const { file, kind } = form.values;
          const found = await findHeader(sent, deps, { file: file?.[0], kind: kind?.[0] });
          if (!found?.kind) return answerError(sent, deps, { kind: 'not-found', status: 404 });
          return show(sent, deps, found, form);
        },
        act: async (sent, { header, kind, columns }) => {
          const personId = sent.var.signedIn.actor.personId;
          await services.matchColumns({ personId, kind, titles: header.titles, columns });
          return afterDoing('columns-matched', '/dane/imports');
        },
      })(c, next),
    )
    .post('/dane/imports/columns/forgotten', ...guards, async (c) => {
      const { fingerprint } = await readForm(c);
      await services.forgetColumns(c.var.signedIn.actor.personId, fingerprint?.[0] ?? '');
      return c.redirect(afterDoing('columns-forgotten', '/dane/imports'), 303);
    });
}

interface Found {
  readonly upload: Upload;
  readonly header: SeenHeader;
  readonly kind?: string;
}

/** The header of a table of the upload; undefined for an upload of somebody else. */
async function findHeader(
  c: Context<AppEnv>,
  { ports: { store, clock } }: AppDeps,
  said: { readonly file: string | undefined; readonly kind: string | undefined },
): Promise<Found | undefined> {
  const upload = await store.readUpload(c.req.param('id') ?? '', clock.now());
  if (upload?.ownerId !== c.var.signedIn.actor.personId) return undefined;
  const header = upload.report.headers?.find(({ file }) => file === said.file);
  const kind = FILE_KINDS.find(({ name }) => name === (said.kind ?? header?.kind))?.name;
  return header && { upload, header, ...(kind && { kind }) };
}

/** The columns as they are read now, and those that a title resembles. */
function proposed({ header: { titles, kind: known, columns: read }, kind: name }: Found): FormState {
  const kind = FILE_KINDS.find((one) => one.name === name);
  if (!kind) return { values: {}, faults: {} };
  const isKnown = known === name && Object.keys(read).length > 0;
  const placed = isKnown ? new Map(Object.entries(read)) : placeColumns(kind, titles).columns;
  const { close } = unreadColumns(kind, titles, placed);
  const all = new Map(close.map(({ title, column }) => [column, titles.indexOf(title)]));
  for (const [column, at] of placed) all.set(column, at);
  return {
    values: Object.fromEntries([...all].map(([column, at]) => [fieldOf(column), [`${at}`]])),
    faults: {},
  };
}

async function readMatched(c: Context<AppEnv>, deps: AppDeps): Promise<ParsedForm<Matched>> {
  const values = await readForm(c);
  const found = await findHeader(c, deps, { file: values['file']?.[0], kind: values['kind']?.[0] });
  const kind = FILE_KINDS.find(({ name }) => name === found?.kind);
  if (!found || !kind) return { ok: false, values, faults: { kind: 'invalid-choice' } };
  const { columns, faults } = readColumns(kind, found.header, values);
  if (Object.keys(faults).length > 0) return { ok: false, values, faults };
  return { ok: true, values, value: { header: found.header, kind: kind.name, columns } };
}

/** Every required column must have a place, and no two columns may have the same. */
function readColumns(
  { required, optional }: (typeof FILE_KINDS)[number],
  { titles }: SeenHeader,
  values: FormValues,
) {
  const columns: Record<string, number> = {};
  const faults: Record<string, FieldFault> = {};
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

function show(c: Context<AppEnv>, deps: AppDeps, { upload, header, kind }: Found, form: ShownForm) {
  const page = <ColumnsPage view={{ upload, header, kind, form }} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, form.status);
}
