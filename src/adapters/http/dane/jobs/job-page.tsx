import type { DecisionSums } from '../../../../application/decisions/decisions.ts';
import type { Job } from '../../../../domain/job/job.ts';
import { ActButton } from '../../shell/form-parts.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { TrialResult, type TrialView } from '../criteria/trial-result.tsx';
import { DaneLayout } from '../dane-layout.tsx';
import type { DecidedProposals } from '../decisions/decided-view.ts';

export interface JobView {
  readonly job: Pick<Job, 'id' | 'command' | 'done' | 'total' | 'finishedAt' | 'madeAt' | 'progress'>;
  /** Nothing is carried out before this instant; absent where it is past. */
  readonly waitsUntil?: string;
  /** Whether it can still be taken back, in whole or in part. */
  readonly isRevocable: boolean;
  readonly trial?: TrialView;
  readonly decided?: DecidedProposals;
  /** What a decision came to, and what colleagues decided on its badges meanwhile. */
  readonly result?: DecisionSums;
}

const SECTION = {
  'propose-awards': 'decisions',
  'decide-proposals': 'decisions',
  'try-criteria': 'criteria',
  'measure-coverage': 'coverage',
  'measure-coverage-day': 'coverage',
  'ask-confirmations': 'campaigns',
  're-sign': 'decisions',
  'check-import': 'imports',
  'undo-import': 'imports',
  'revoke-many': 'decisions',
} as const;

/** `/dane/jobs/{id}`: the progress of a job, and its result. Closing the page stops nothing. */
export function JobPage({ view }: { view: JobView }) {
  const frame = useFrame();
  const t = frame.t.dane.jobs;
  const { job } = view;
  const { kind } = job.command;
  const total = Math.max(job.total, job.done);
  const isRunning = !job.finishedAt && !view.waitsUntil;
  const refreshHref = isRunning ? `/dane/jobs/${job.id}` : undefined;
  return (
    <DaneLayout section={SECTION[kind]} title={t.titles[kind]} refreshHref={refreshHref}>
      <p class="lede" role="status">
        {stateOf(frame, view)}
      </p>
      <progress value={isWhole(job) ? total : job.done} max={Math.max(1, total)} aria-label={t.progress} />
      {view.result && <p>{t.result(view.result)}</p>}
      {!job.finishedAt && <p class="note">{t.mayLeave}</p>}
      {view.isRevocable && <TakeBack view={view} />}
      <Counts job={job} />
      {view.decided && <Decided decided={view.decided} />}
      {view.trial && <TrialResult trial={view.trial} />}
      {kind !== 'try-criteria' && <WayBack command={job.command} />}
    </DaneLayout>
  );
}

/** Whether the job is finished, and nothing of it was taken back. */
function isWhole({ finishedAt, progress }: JobView['job']): boolean {
  return finishedAt !== undefined && !('taken-back' in progress.counts);
}

function stateOf(frame: PageFrame, { job, waitsUntil }: JobView): string {
  const t = frame.t.dane.jobs;
  const total = Math.max(job.total, job.done);
  if (job.finishedAt) {
    const moment = frame.t.moment(job.finishedAt);
    if (!('taken-back' in job.progress.counts)) return t.finished(moment);
    const { kind } = job.command;
    if (kind === 'ask-confirmations') return t.stoppedAsking(moment);
    if (kind === 'undo-import') return t.undoingStopped(moment);
    return kind === 'revoke-many' ? t.revocationTakenBack(moment) : t.takenBack(moment);
  }
  return waitsUntil ? t.waits(total, frame.t.moment(waitsUntil)) : t.underway(job.done, total);
}

/** The buttons that end the wait or the work. */
function TakeBack({ view }: { view: JobView }) {
  const t = useFrame().t.dane.jobs;
  const { kind } = view.job.command;
  const stop = kind === 'ask-confirmations' ? t.stopAsking : kind === 'undo-import' ? t.stopUndoing : t.stop;
  const action = (act: string) => `/dane/jobs/${view.job.id}/${act}`;
  return (
    <div class="actions">
      <ActButton action={action('taking-back')}>{view.waitsUntil ? t.takeBack : stop}</ActButton>
      {view.waitsUntil && (
        <ActButton action={action('start')} class="secondary">
          {t.startNow}
        </ActButton>
      )}
    </div>
  );
}

function Counts({ job: { command, progress } }: Pick<JobView, 'job'>) {
  const t = useFrame().t.dane;
  const entries = Object.entries(progress.counts).filter(([outcome]) => !isTold(progress, outcome));
  if (entries.length === 0) return null;
  const words: Readonly<Record<string, string>> = {
    ...t.jobs.outcomes,
    ...t.skipped,
    ...leftWords(command, t.jobs),
  };
  return (
    <dl class="facts-list">
      {entries.map(([outcome, count]) => (
        <>
          <dt>{words[outcome] ?? outcome}</dt>
          <dd>{count}</dd>
        </>
      ))}
    </dl>
  );
}

/** Whether the line of the result says it, with the names of those who decided. */
function isTold({ meanwhile }: Job['progress'], outcome: string): boolean {
  return meanwhile !== undefined && (outcome === 'award-exists' || outcome === 'award-refused');
}

/** Words for the part of a job that was not done; only these kinds of job have them. */
function leftWords({ kind }: Job['command'], { left }: PageFrame['t']['dane']['jobs']) {
  return kind === 'ask-confirmations' || kind === 'revoke-many' || kind === 'undo-import'
    ? { 'taken-back': left[kind] }
    : {};
}

function Decided({ decided }: { decided: DecidedProposals }) {
  const t = useFrame().t.dane.jobs;
  return (
    <>
      {decided.lines.length > 0 && (
        <>
          <h2>{t.decidedOn}</h2>
          <ul class="links">
            {decided.lines.map(({ text, href }) => (
              <li>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
          {decided.more > 0 && <p>{t.moreDecided(decided.more)}</p>}
        </>
      )}
      {decided.nextHref && (
        <p>
          <a class="button" href={decided.nextHref}>
            {t.nextProposal}
          </a>
        </p>
      )}
    </>
  );
}

function WayBack({ command }: { command: Job['command'] }) {
  const t = useFrame().t.dane.jobs;
  const [href, label] =
    command.kind === 'measure-coverage' || command.kind === 'measure-coverage-day'
      ? [`/dane/coverage${'on' in command ? `?on=${command.on}` : ''}`, t.toCoverage]
      : command.kind === 'ask-confirmations'
        ? [`/dane/campaigns/${command.campaignId}`, t.toCampaign]
        : command.kind === 're-sign'
          ? ['/dane/corrections', t.toCorrections]
          : command.kind === 'check-import' || command.kind === 'undo-import'
            ? [`/dane/imports/past/${command.importId}`, t.toImport]
            : command.kind === 'revoke-many'
              ? ['/dane/revocations', t.toRevocations]
              : ['/dane/decisions', t.toQueue];
  return (
    <p>
      <a href={href}>{label}</a>
    </p>
  );
}
