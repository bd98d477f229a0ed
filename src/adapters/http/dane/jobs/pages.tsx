import type { Child } from 'hono/jsx';
import { z } from 'zod';
import { isStoppable, type Job } from '../../../../domain/job/types.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FactsList } from '../../components/summary-list.tsx';
import type { AppDeps } from '../../env.ts';
import { ActionButton } from '../../forms/elements.tsx';
import { noFields, requiredText } from '../../forms/schema.ts';
import { type PageContext, usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { renderTrial } from '../criteria/trial.tsx';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import {
  describeScheduledDecision,
  HoldScheduledDecision,
  renderOutcomes,
  renderWaitingDecision,
} from '../decisions/scheduled.tsx';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { renderDecided, renderResult } from './outcome.tsx';
import { FailingJob, FailingJobs } from './retry.tsx';

type JobTexts = PageContext['t']['dane']['jobs'];

/** `/dane/jobs/{id}`: each visit does a part of the work. */
export const jobPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/jobs', 'read-register', renderJobs)
    .page('/dane/jobs/:id', 'read-register', async (request) => {
      const job = await request.services.showJob(request.param('id'));
      return job ? renderJob(request, job) : answerMissing(request.c, deps, 'decisions');
    })
    .form('/dane/jobs/:id/retry', 'decide-award', {
      schema: noFields,
      act: (request) =>
        goBack(request, request.services.retryJob({ id: request.param('id'), actor: request.me })),
    })
    .form('/dane/jobs/:id/drop', 'decide-award', {
      page: renderJobOf,
      schema: z.object({ reason: requiredText(REASON_LENGTH) }),
      act: (request, { reason }) =>
        goBack(request, request.services.dropJob({ id: request.param('id'), actor: request.me, reason })),
    })
    .form('/dane/jobs/:id/taking-back', 'decide-award', {
      schema: noFields,
      act: async (request) => {
        const job = await request.services.takeBackJob({ id: request.param('id'), actor: request.me });
        return job ? `/dane/jobs/${job.id}` : answerMissing(request.c, deps, 'decisions');
      },
    })
    .form('/dane/jobs/:id/start', 'decide-award', {
      schema: noFields,
      act: async (request) => {
        const job = await request.services.startJob({ id: request.param('id'), actor: request.me });
        return job ? `/dane/jobs/${job.id}` : answerMissing(request.c, deps, 'decisions');
      },
    })
    .form('/dane/jobs/:id/hold', 'decide-award', { schema: noFields, act: (request) => hold(request, true) })
    .form('/dane/jobs/:id/release', 'decide-award', {
      schema: noFields,
      act: (request) => hold(request, false),
    });

async function goBack({ c, deps }: PageRequest, done: Promise<Job | undefined>) {
  const job = await done;
  return job ? `/dane/jobs/${job.id}` : answerMissing(c, deps, 'decisions');
}

async function renderJobOf(request: PageRequest) {
  const job = await request.store.readJob(request.param('id'));
  return job ? renderJob(request, job) : answerMissing(request.c, request.deps, 'decisions');
}

async function hold({ c, deps, services, me, param }: PageRequest, isHeld: boolean) {
  const job = await services.holdScheduledDecision({ id: param('id'), actor: me, isHeld });
  return job ? `/dane/jobs/${job.id}` : answerMissing(c, deps, 'decisions');
}

/** `/dane/jobs`: the work that the reader began, on the same line as on every other page, and all failing work. */
async function renderJobs(request: PageRequest) {
  const failing = await request.services.readFailingJobs();
  return <Work failing={failing} />;
}

function Work({ failing }: { failing: readonly Job[] }) {
  const pageContext = usePageContext();
  const { work } = pageContext.t.dane.jobs;
  const lines = pageContext.account?.work ?? [];
  return (
    <DaneLayout section="home" title={work.title}>
      {lines.length === 0 && <EmptyState>{work.none}</EmptyState>}
      <FailingJobs jobs={failing} />
      <p>
        <a href="/dane">{work.back}</a>
      </p>
    </DaneLayout>
  );
}

const SECTION = {
  'propose-awards': 'decisions',
  'decide-proposals': 'decisions',
  'grant-due': 'decisions',
  'try-criteria': 'criteria',
  'measure-coverage': 'coverage',
  'measure-coverage-day': 'coverage',
  'ask-confirmations': 'campaigns',
  'send-message': 'messages',
  're-sign': 'decisions',
  'ask-invariants': 'settings',
  'check-import': 'imports',
  'undo-import': 'imports',
  'revoke-many': 'decisions',
} as const;

/** The progress of a job, and its result. Closing the page stops nothing. */
async function renderJob(request: PageRequest, job: Job) {
  const t = request.t.dane.jobs;
  const { startsAt, finishedAt } = job;
  const { kind } = job.command;
  const total = Math.max(job.total, job.done);
  /** Nothing is carried out before this instant. */
  const waitsUntil = startsAt && !finishedAt && startsAt > request.ports.clock.now() ? startsAt : undefined;
  const isWhole = finishedAt !== undefined && !isTakenBack(job) && !('dropped' in job.progress.counts);
  const due = await describeScheduledDecision(request, job);
  const refreshHref = finishedAt || waitsUntil || due || job.failure ? undefined : `/dane/jobs/${job.id}`;
  return (
    <DaneLayout section={SECTION[kind]} title={t.titles[kind]} refreshHref={refreshHref}>
      <p class="lede" role="status">
        {due ?? stateOf(request, job, waitsUntil)}
      </p>
      <progress value={isWhole ? total : job.done} max={Math.max(1, total)} aria-label={t.progress} />
      {await renderResult(request, job)}
      {!finishedAt && job.failure && <FailingJob job={job} failure={job.failure} form={request.form} />}
      {!finishedAt && !job.failure && <p class="note">{t.mayLeave}</p>}
      {isStoppable(job.command) && !finishedAt && (
        <TakeBack job={job} waits={waitsUntil !== undefined || due !== undefined}>
          {due && <HoldScheduledDecision job={job} now={request.ports.clock.now()} />}
        </TakeBack>
      )}
      <Counts job={job} />
      {await renderDecided(request, job)}
      {await renderWaitingDecision(request, job)}
      {await renderOutcomes(request, job)}
      {await renderTrial(request, job)}
      {kind !== 'try-criteria' && <WayBack command={job.command} />}
    </DaneLayout>
  );
}

function isTakenBack({ progress }: Job): boolean {
  return 'taken-back' in progress.counts;
}

function stateOf({ t: texts }: PageRequest, job: Job, waitsUntil: string | undefined): string {
  const t = texts.dane.jobs;
  const total = Math.max(job.total, job.done);
  if (job.finishedAt) {
    const moment = texts.moment(job.finishedAt);
    if ('dropped' in job.progress.counts)
      return `${t.failing.droppedOn(moment)} ${t.notDone[job.command.kind]}`;
    if (!isTakenBack(job)) return t.finished(moment);
    const { kind } = job.command;
    if (kind === 'ask-confirmations') return t.stoppedAsking(moment);
    if (kind === 'undo-import') return t.undoingStopped(moment);
    return kind === 'revoke-many' ? t.revocationTakenBack(moment) : t.takenBack(moment);
  }
  if (waitsUntil) return t.waits(total, texts.moment(waitsUntil));
  return job.failure ? t.failing.stoppedAt(job.done, total) : t.underway(job.done, total);
}

/** The buttons that end the wait or the work, next to others. */
function TakeBack({ job: { id, command }, waits, children }: { job: Job; waits: boolean; children?: Child }) {
  const t = usePageContext().t.dane.jobs;
  const { kind } = command;
  const stop = kind === 'ask-confirmations' ? t.stopAsking : kind === 'undo-import' ? t.stopUndoing : t.stop;
  return (
    <div class="actions">
      <ActionButton action={`/dane/jobs/${id}/taking-back`}>{waits ? t.takeBack : stop}</ActionButton>
      {waits && (
        <ActionButton action={`/dane/jobs/${id}/start`} class="secondary">
          {t.startNow}
        </ActionButton>
      )}
      {children}
    </div>
  );
}

function Counts({ job: { command, progress } }: { job: Job }) {
  const t = usePageContext().t.dane;
  const entries = Object.entries(progress.counts).filter(([outcome]) => !isNamedInResult(progress, outcome));
  if (entries.length === 0) return null;
  const words: Readonly<Record<string, string>> = {
    ...t.jobs.outcomes,
    ...t.skipped,
    ...notDoneTexts(command, t.jobs),
  };
  return <FactsList facts={entries.map(([outcome, count]) => [words[outcome] ?? outcome, count])} />;
}

/** Whether the line of the result says it, with the names of those who decided. */
function isNamedInResult({ meanwhile }: Job['progress'], outcome: string): boolean {
  return meanwhile !== undefined && (outcome === 'award-exists' || outcome === 'award-refused');
}

/** Words for the part of a job that was not done; only these kinds of job have them. */
function notDoneTexts({ kind }: Job['command'], { left }: JobTexts) {
  return kind in left ? { 'taken-back': left[kind as keyof typeof left] } : {};
}

function WayBack({ command }: { command: Job['command'] }) {
  const [href, label] = wayBack(usePageContext().t.dane.jobs, command);
  return (
    <p>
      <a href={href}>{label}</a>
    </p>
  );
}

function wayBack(t: JobTexts, command: Job['command']): readonly [href: string, label: string] {
  switch (command.kind) {
    case 'measure-coverage':
      return ['/dane/coverage', t.toCoverage];
    case 'measure-coverage-day':
      return [`/dane/coverage?on=${command.on}`, t.toCoverage];
    case 'ask-confirmations':
      return [`/dane/campaigns/${command.campaignId}`, t.toCampaign];
    case 'send-message':
      return [`/dane/messages/${command.messageId}`, t.toMessage];
    case 're-sign':
      return ['/dane/re-signing', t.toCorrections];
    case 'ask-invariants':
      return ['/dane/settings/doctor', t.toDoctor];
    case 'check-import':
    case 'undo-import':
      return [`/dane/imports/past/${command.importId}`, t.toImport];
    case 'revoke-many':
      return ['/dane/revocations', t.toRevocations];
    case 'propose-awards':
    case 'decide-proposals':
    case 'grant-due':
    case 'try-criteria':
      return ['/dane/decisions', t.toQueue];
  }
}
