import type { cliJobTexts as fr } from '../../fr/cli/jobs.ts';
import { daneJobTexts } from '../dane/jobs.ts';
import { count, plural } from '../grammar/page-phrases.ts';

export const cliJobTexts: typeof fr = {
  failingJob: ({ id, job, failure }) =>
    `${id}  ${daneJobTexts.titles[job]}: ${count(failure?.count ?? 0, 'attempt', 'attempts')}, ${failure?.code ?? ''}${failure?.retryAt ? '' : ', set aside'}`,
  /** The last line of the list. */
  failingJobs: (jobs) => `${jobs} failing ${plural(jobs, 'job', 'jobs')}.`,
  jobRetried: 'This work is tried at the next turn.',
  jobDropped: ({ job }) => `This work is dropped. ${daneJobTexts.notDone[job]}`,
  unknownJob: (id) => `No work has the id “${id}”: see “jalon jobs list”.`,
};
