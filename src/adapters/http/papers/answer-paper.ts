import type { Context } from 'hono';
import type { Paper } from '../../../domain/paper/paper.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { paperNames } from '../../../texts/fr/paper-names.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { paperFileName, papersFileName } from './paper-file-name.ts';

/** Answers a paper as PDF, drawn from the facts that were kept when it was made. */
export async function answerPaper(c: Context<AppEnv>, deps: AppDeps, paper: Paper): Promise<Response> {
  return answerPdf(c, await deps.drawPaper(paper), paperFileName(paper));
}

/** Answers several papers of one school as one PDF. */
export async function answerPapers(
  c: Context<AppEnv>,
  deps: AppDeps,
  papers: readonly Paper[],
): Promise<Response> {
  const [first] = papers;
  if (!first) return c.notFound();
  const { kind, schoolYear, facts } = first;
  const title = `${paperNames[kind]}, ${facts.establishment.name}, ${schoolYearLabel(schoolYear)}`;
  return answerPdf(c, await deps.drawPapers(title, papers), papersFileName(first));
}

function answerPdf(c: Context<AppEnv>, bytes: Uint8Array, name: string): Response {
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name}"`,
  });
}
