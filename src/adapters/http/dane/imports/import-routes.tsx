import { type Context, Hono } from 'hono';
import type { SentFile } from '../../../../application/files/upload/blank-numens.ts';
import { composed } from '../../../../domain/composed.ts';
import type { ImportRun } from '../../../../domain/upload/import-log.ts';
import { LINE_OUTCOMES, UPLOAD_LIMIT_BYTES, type Upload } from '../../../../domain/upload/upload.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import type { FieldFault, ParsedForm } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { readSent } from '../../shell/read-sent.ts';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { readActors } from '../actors.ts';
import { answerCsv, answerWorkbook } from '../exports/export-answer.ts';
import { ImportsPage } from './import-page.tsx';
import { ImportReportPage } from './import-report-page.tsx';
import { REMARKED, type VerdictsView, verdictsHref } from './import-verdicts.tsx';

const PAGE_SIZE = 25;
/** Number of refused lines that stand above all lines. */
const FIRST_REFUSED = 10;
const PAST_IMPORTS = 20;

/** `/dane/imports`: files are sent, checked, then imported. */
export function importRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  const who = (c: Context<AppEnv>) => ({ actor: c.var.signedIn.actor.personId, locale: c.var.locale });
  return new Hono<AppEnv>()
    .get('/dane/imports', ...guards, (c) => answerForm(c, deps))
    .post(
      '/dane/imports',
      ...guards,
      takeForm(deps, {
        schema: readFiles,
        show: (c, sent) => answerForm(c, deps, sent),
        act: async (c, { files, event }) =>
          `/dane/imports/${(await services.receiveUpload(files, { ...who(c), event })).id}`,
      }),
    )
    .get('/dane/imports/:id', ...guards, (c) =>
      withUpload(c, deps, async (upload) => {
        const frame = workspaceFrame(c, deps, 'dane');
        const verdicts = await readVerdicts(c, deps, upload);
        const view = { upload, verdicts, refused: await readRefused(deps, upload) };
        return answerPage(c, frame, <ImportReportPage {...view} />);
      }),
    )
    .post('/dane/imports/:id', ...guards, (c) =>
      withUpload(c, deps, async (upload) => {
        await services.importUpload(upload, who(c));
        await services.emptyOutbox('re-sign-credential');
        return c.redirect(afterDoing('imported', `/dane/imports/${upload.id}`), 303);
      }),
    )
    .get('/dane/imports/:id/corrections.xlsx', ...guards, (c) =>
      withUpload(c, deps, async (upload) => {
        const tables = each(await services.listCorrections(upload, who(c)));
        return answerWorkbook(c, deps, { name: 'a-corriger', tables });
      }),
    )
    .get('/dane/imports/:id/corrections.csv', ...guards, (c) =>
      withUpload(c, deps, async (upload) => {
        const tables = await services.listCorrections(upload, { ...who(c), file: c.req.query('file') });
        return answerCsv(c, deps, { name: `a-corriger-${tables[0]?.name ?? ''}`, tables: each(tables) });
      }),
    );
}

/** Only its owner can find an upload: for all others it does not exist. */
async function withUpload(
  c: Context<AppEnv>,
  deps: AppDeps,
  answer: (upload: Upload) => Response | Promise<Response>,
): Promise<Response> {
  const { store, clock } = deps.ports;
  const upload = await store.readUpload(c.req.param('id') ?? '', clock.now());
  if (upload?.ownerId === c.var.signedIn.actor.personId) return answer(upload);
  return answerError(c, deps, { kind: 'not-found', status: 404 });
}

/** A page of lines, with the requested outcome and file. */
async function readVerdicts(c: Context<AppEnv>, deps: AppDeps, upload: Upload): Promise<VerdictsView> {
  const { outcome = '', file = '', after = '' } = c.req.query();
  const { report } = upload;
  const known = LINE_OUTCOMES.find((one) => one === outcome);
  const found = await deps.ports.store.readUploadLines(upload.id, {
    limit: PAGE_SIZE + 1,
    ...(known && { outcome: known }),
    ...(outcome === REMARKED && { remarked: true }),
    ...(file && { file }),
    ...(/^\d{1,9}$/.test(after) && { after: Number(after) }),
  });
  const lines = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? lines.at(-1) : undefined;
  const action = `/dane/imports/${upload.id}`;
  const next = last && { outcome, file, after: String(last.position) };
  return {
    action,
    files: [...new Set([...report.files, ...report.unread, ...report.unreadable].map((one) => one.file))],
    lines,
    form: { values: { outcome: [outcome], file: [file] }, faults: {} },
    ...(next && { nextHref: verdictsHref(action, next) }),
  };
}

/** The first refused lines. */
async function readRefused({ ports: { store } }: AppDeps, { id }: Upload) {
  return store.readUploadLines(id, { outcome: 'refused', limit: FIRST_REFUSED });
}

interface SentFiles {
  readonly files: readonly SentFile[];
  /** Code of the event that a list of Moodle is about. */
  readonly event?: string;
}

async function readFiles(c: Context<AppEnv>): Promise<ParsedForm<SentFiles>> {
  const form = await readSent(c);
  const sent = form.getAll('files');
  const typed = form.get('event');
  const event = typeof typed === 'string' ? composed(typed.trim()) : '';
  const values = { event: [event] };
  // Where no file was chosen, a browser sends one without a name.
  const parts = sent.filter((part): part is File => typeof part !== 'string' && part.name !== '');
  const files = await Promise.all(
    parts.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const fault = faultOf(files);
  if (fault) return { ok: false, values, faults: { files: fault } };
  return { ok: true, values, value: { files, ...(event && { event }) } };
}

function faultOf(files: readonly SentFile[]): FieldFault | undefined {
  if (files.length === 0) return 'required';
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return size > UPLOAD_LIMIT_BYTES ? 'too-large' : undefined;
}

async function answerForm(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const { store } = deps.ports;
  const [matches, entries, runs] = await Promise.all([
    store.readColumnMatches(c.var.signedIn.actor.personId),
    store.readImports(PAST_IMPORTS),
    store.readImportRuns(PAST_IMPORTS),
  ]);
  const kept = new Map<unknown, ImportRun>(runs.map((run) => [run.id, run]));
  const nameOf = await readActors(
    store,
    entries.map(({ actor }) => actor),
  );
  const imports = entries.map((entry) => ({
    entry,
    actor: nameOf(entry.actor, c.var.locale),
    undoable: kept.has(entry.details?.['import']),
    isUndone: kept.get(entry.details?.['import'])?.undone !== undefined,
  }));
  const page = <ImportsPage form={sent ?? EMPTY_FORM} matches={matches} imports={imports} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
