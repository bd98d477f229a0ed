import { canTakeUp, readUndoing, sumByKind } from '../../../../application/files/undo/by-program.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { isStoppable, type Job } from '../../../../domain/job/types.ts';
import { IMPORT_LOG_DAYS, type ImportRun } from '../../../../domain/upload/import-log.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { AppDeps } from '../../env.ts';
import { ActionButton } from '../../forms/elements.tsx';
import { Rejection } from '../../forms/inputs.tsx';
import { noFields } from '../../forms/schema.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { readActors } from '../actor-names.ts';
import { DaneLayout } from '../layout.tsx';
import { renderPlan, type UndoPlan } from './undo-plan.tsx';

const PAST_IMPORTS = 200;
const PATH = '/dane/imports/past/:id';

/** `/dane/imports/past/{id}`: an import that can be undone. A first job looks and changes nothing; a second
 *  one undoes. Each visit of the page does a part of the job. */
export const pastImportPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderPastImport)
    .form(`${PATH}/check`, 'keep-register', { schema: noFields, act: (request) => begin(request, 'look') })
    .form(`${PATH}/stop`, 'keep-register', {
      schema: noFields,
      act: async (request) => {
        const { id } = await requiredRun(request);
        const job = await readUndoing(request.store, id);
        if (job) await request.services.takeBackJob({ id: job.id, actor: request.me });
        return hrefOf(id, job);
      },
    })
    .form(`${PATH}/undo`, 'keep-register', {
      page: renderPastImport,
      schema: noFields,
      act: (request) => begin(request, 'undo'),
      refusals: { 'undo-unchecked': 409, 'undo-underway': 409 },
    });

function hrefOf(id: string, job?: Pick<Job, 'id'>): string {
  return `/dane/imports/past/${id}${job ? `?job=${job.id}` : ''}`;
}

async function begin(request: PageRequest, act: 'look' | 'undo') {
  const { id, undone } = await requiredRun(request);
  const isOver = undone && !(await canTakeUp(request.store, id));
  if (isOver) return hrefOf(id);
  return hrefOf(id, await request.services.beginUndo({ importId: id, act, actor: request.me }));
}

async function requiredRun({ store, param }: PageRequest): Promise<ImportRun> {
  const run = await store.readImportRun(param('id'));
  if (!run) throw new DomainError('not-found');
  return run;
}

/** The job that the address names, or else the running undoing, after this visit has done a part of it. */
async function readJob({ services, store, query }: PageRequest, run: ImportRun) {
  const id = query('job') ?? (await readUndoing(store, run.id))?.id;
  const job = id ? await services.showJob(id) : undefined;
  return job && 'importId' in job.command && job.command.importId === run.id ? job : undefined;
}

async function renderPastImport(request: PageRequest) {
  const { store, wording } = request;
  const { undo: t, dane } = request.t;
  const requested = await requiredRun(request);
  const job = await readJob(request, requested);
  // This visit may have finished the undoing, so the import is read again.
  const run = (await store.readImportRun(requested.id)) ?? requested;
  const { undone } = run;
  const nameOf = await readActors(store, [run.actor, ...(undone ? [undone.by] : [])]);
  const counts = await store.countUndoRecords(run.id);
  const rows = sumByKind(counts);
  const goes = counts.some(({ verdict }) => verdict === 'undo');
  const running = job?.finishedAt ? undefined : job;
  const isStopped = job !== undefined && 'taken-back' in job.progress.counts;
  return (
    <DaneLayout section="imports" title={t.title} refreshHref={running && hrefOf(run.id, running)}>
      <Rejection form={request.form} />
      <p class="lede">{t.made(nameOf(run.actor, wording.locale), request.t.moment(run.begunAt))}</p>
      {undone && (
        <p class="notice notice-done" role="status">
          {t.undone(nameOf(undone.by, wording.locale), request.t.moment(undone.at))}
        </p>
      )}
      {await renderFiles(request, run.id)}
      {isStopped && !undone && (
        <p class="notice" role="status">
          {t.stopped}
        </p>
      )}
      {running && <Running job={running} href={hrefOf(run.id)} />}
      {!running && rows.length > 0 && (await renderPlan(request, run, { rows, goes }))}
      {!running && <UndoActions plan={{ rows, goes }} run={run} />}
      <p>
        <a href="/dane/imports">
          {rows.length > 0 && !undone && !running ? t.nothing : dane.sections.imports}
        </a>
      </p>
    </DaneLayout>
  );
}

/** The files of the import, with the numbers of records that they created and updated. */
async function renderFiles({ store, t }: PageRequest, id: string) {
  const texts = t.dane.data.imports;
  const files = (await store.readImports(PAST_IMPORTS)).filter(({ details }) => details?.['import'] === id);
  return (
    <CardTable
      compact
      rows={files}
      columns={[
        { heading: texts.file, cell: ({ subject }) => subject, names: true },
        { heading: texts.created, cell: ({ details }) => Number(details?.['created'] ?? 0) },
        { heading: texts.updated, cell: ({ details }) => Number(details?.['updated'] ?? 0) },
      ]}
    />
  );
}

/** The running job, which looks or undoes. */
function Running({ job, href }: { job: Job; href: string }) {
  const pageContext = usePageContext();
  const { undo: t, dane } = pageContext.t;
  const { failing, work } = dane.jobs;
  const total = Math.max(job.total, job.done);
  const texts = t.underway(job.done, total);
  return (
    <>
      <p role="status">{texts}</p>
      <progress value={job.done} max={Math.max(1, total)} aria-label={texts} />
      {job.failure ? (
        <p class="notice">
          {failing.failed(
            job.failure.count,
            pageContext.t.moment(job.failure.at),
            failing.error(job.failure.code),
          )}{' '}
          <a href={`/dane/jobs/${job.id}`}>{work.see}</a>
        </p>
      ) : (
        <p class="note">{t.mayLeave}</p>
      )}
      {isStoppable(job.command) && (
        <div class="actions">
          <ActionButton action={`${href}/stop`} class="secondary">
            {t.stop}
          </ActionButton>
        </div>
      )}
    </>
  );
}

/** The buttons: the look comes first, then the undoing of everything or of the rest. What stayed when the import
 *  was undone is taken up in the same way. */
function UndoActions({ plan: { rows, goes }, run: { id, undone } }: { plan: UndoPlan; run: ImportRun }) {
  const t = usePageContext().t.undo;
  const href = hrefOf(id);
  const stays = rows.some((one) => one.stays > 0);
  if (undone && !goes && !stays) return null;
  const confirm = undone ? t.confirmKept : stays ? t.confirmRest : t.confirm;
  const check = undone ? t.checkKept : rows.length === 0 ? t.check : t.checkAgain;
  return (
    <>
      <p>{rows.length === 0 ? t.checkText : goes ? t.confirmText : undone && t.checkKeptText}</p>
      <div class="actions">
        {goes && <ActionButton action={`${href}/undo`}>{confirm}</ActionButton>}
        <ActionButton action={`${href}/check`} {...(goes && { class: 'secondary' })}>
          {check}
        </ActionButton>
      </div>
      <p class="note">{t.days(IMPORT_LOG_DAYS)}</p>
    </>
  );
}
