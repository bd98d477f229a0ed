import { daneJobTexts } from '../dane/jobs.ts';
import { count, plural } from '../grammar/page-phrases.ts';

export interface JobLine {
  readonly id: string;
  readonly job: keyof typeof daneJobTexts.titles;
  readonly failure?: { readonly count: number; readonly code: string; readonly retryAt?: string };
}

/** The lines of `jalon jobs`. */
export const cliJobTexts = {
  failingJob: ({ id, job, failure }: JobLine) =>
    `${id}  ${daneJobTexts.titles[job]} : ${count(failure?.count ?? 0, 'essai', 'essais')}, ${failure?.code ?? ''}${failure?.retryAt ? '' : ', mis de côté'}`,
  failingJobs: (jobs: number) => `${jobs} ${plural(jobs, 'travail en échec', 'travaux en échec')}.`,
  jobRetried: 'Ce travail sera essayé au prochain passage.',
  jobDropped: ({ job }: JobLine) => `Ce travail est abandonné. ${daneJobTexts.notDone[job]}`,
  unknownJob: (id: string) => `Aucun travail n’a l’identifiant « ${id} » : voyez « jalon jobs list ».`,
};
