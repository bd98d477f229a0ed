import { type Context, Hono } from 'hono';
import { readCurrent } from '../../../../application/files/undo/judge-undo.ts';
import { readUndoing, sumByKind } from '../../../../application/files/undo/undo-by-program.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { isStoppable } from '../../../../domain/job/job.ts';
import {
  IMPORTED_KINDS,
  type ImportedKind,
  type ImportedRecord,
  type ImportRun,
  type UndoLine,
} from '../../../../domain/upload/import-log.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { readActors } from '../actors.ts';
import { type KeptLine, PastImportPage, type PastImportView } from './past-import-page.tsx';

const KEPT_SHOWN = 50;
const PAST_IMPORTS = 200;

/** `/dane/imports/past/{id}`: an import that can be undone. A first job looks and changes nothing; a second
 *  one undoes. Each visit of the page does a part of the job. */
export function pastImportRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  const begin = (act: 'look' | 'undo') => async (c: Context<AppEnv>) => {
    const run = await requiredRun(c, deps);
    const path = `/dane/imports/past/${run.id}`;
    const isSeen = act === 'look' || (await deps.ports.store.countUndoLines(run.id)).length > 0;
    if (run.undone || !isSeen) return c.redirect(path, 303);
    const { personId: actor } = c.var.signedIn.actor;
    const job = await services.beginUndo({ importId: run.id, act, actor });
    return c.redirect(`${path}?job=${job.id}`, 303);
  };
  return new Hono<AppEnv>()
    .get('/dane/imports/past/:id', ...guards, async (c) => {
      const run = await requiredRun(c, deps);
      const view = await readView(c, deps, run);
      return answerPage(c, workspaceFrame(c, deps, 'dane'), <PastImportPage view={view} />);
    })
    .post('/dane/imports/past/:id/check', ...guards, begin('look'))
    .post('/dane/imports/past/:id/stop', ...guards, async (c) => {
      const run = await requiredRun(c, deps);
      const job = await readUndoing(deps.ports.store, run.id);
      const { personId: actor } = c.var.signedIn.actor;
      if (job) await services.takeBackJob({ id: job.id, actor });
      return c.redirect(`/dane/imports/past/${run.id}${job ? `?job=${job.id}` : ''}`, 303);
    })
    .post('/dane/imports/past/:id/undo', ...guards, begin('undo'));
}

async function requiredRun(c: Context<AppEnv>, { ports }: AppDeps): Promise<ImportRun> {
  const run = await ports.store.readImportRun(c.req.param('id') ?? '');
  if (!run) throw new DomainError('not-found');
  return run;
}

async function readView(c: Context<AppEnv>, deps: AppDeps, asked: ImportRun): Promise<PastImportView> {
  const { store } = deps.ports;
  const job = await readJob(c, deps, asked);
  // This visit may have finished the undoing, so the import is read again.
  const run = (await store.readImportRun(asked.id)) ?? asked;
  const [imports, counts, kept, nameOf] = await Promise.all([
    store.readImports(PAST_IMPORTS),
    store.countUndoLines(run.id),
    store.readUndoLines(run.id, { verdict: 'kept', limit: KEPT_SHOWN }),
    readActors(store, [run.actor, ...(run.undone ? [run.undone.by] : [])]),
  ]);
  const isRunning = job !== undefined && !job.finishedAt;
  return {
    id: run.id,
    files: imports
      .filter(({ details }) => details?.['import'] === run.id)
      .map(({ subject, details }) => ({
        name: subject,
        created: Number(details?.['created'] ?? 0),
        updated: Number(details?.['updated'] ?? 0),
      })),
    by: nameOf(run.actor, c.var.locale),
    at: run.begunAt,
    ...(run.undone && { undone: { by: nameOf(run.undone.by, c.var.locale), at: run.undone.at } }),
    ...(isRunning && {
      running: {
        ...{ id: job.id, done: job.done, total: Math.max(job.total, job.done) },
        isStoppable: isStoppable(job.command),
      },
    }),
    isStopped: job !== undefined && 'taken-back' in job.progress.counts,
    rows: sumByKind(counts).map(({ records, ...sums }) => ({ kind: records, ...sums })),
    kept: await toKeptLines(deps, kept),
  };
}

/** The job that the address names, or else the running undoing, after this visit has done a part of it. */
async function readJob(c: Context<AppEnv>, { services, ports }: AppDeps, run: ImportRun) {
  const id = c.req.query('job') ?? (await readUndoing(ports.store, run.id))?.id;
  const job = id ? await services.advanceJob(id) : undefined;
  return job && 'importId' in job.command && job.command.importId === run.id ? job : undefined;
}

async function toKeptLines({ ports: { store } }: AppDeps, lines: readonly UndoLine[]) {
  const found = await Promise.all(
    IMPORTED_KINDS.map(async (kind) => {
      const own = lines.filter((one) => one.kind === kind);
      return [kind, own.length > 0 ? await readCurrent(store, kind, own) : new Map()] as const;
    }),
  );
  const byKind = new Map<ImportedKind, ReadonlyMap<string, ImportedRecord>>(found);
  return lines.map(({ kind, entry, reason = 'changed-since' }): KeptLine => {
    const current = byKind.get(kind)?.get(entry.key);
    return { kind, reason, ...labelOf(kind, entry.key, current) };
  });
}

/** The label of a record, and the address of its page. */
function labelOf(kind: ImportedKind, key: string, current: ImportedRecord | undefined) {
  const label = key.replaceAll('\n', ' · ');
  switch (current?.kind) {
    case 'person': {
      const { id, givenName, familyName } = current.record;
      return { label: `${givenName} ${familyName}`, href: `/dane/people/${id}` };
    }
    case 'establishment':
      return { label: current.record.name, href: `/school/${current.record.uai}` };
    case 'event':
      return { label: current.record.title, href: `/dane/events/${encodeURIComponent(current.record.code)}` };
    case 'authorisation':
      return { label, href: `/school/${current.record.uai}` };
    case 'engagement':
    case 'contribution':
      return { label: current.record.reference, href: `/dane/people/${current.record.personId}` };
    case 'attendance':
      return { label: current.record.eventCode, href: `/dane/people/${current.record.personId}` };
    case 'review':
      return {
        label: `${current.record.uai} · ${current.record.on}`,
        href: `/dane/people/${current.record.personId}`,
      };
    default:
      return { label: kind === 'person' ? '…' : label };
  }
}
