import type { Context } from 'hono';
import { type PaperPart, partsOf } from '../../../application/papers/paper-content.ts';
import type { Paper } from '../../../domain/paper/paper.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { paperNames } from '../../../texts/fr/paper-names.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { answerError } from '../shell/page-answer.tsx';
import { paperFileName, papersFileName } from './paper-file-name.ts';

/** Answers a paper, or the document that accompanies it, as PDF, drawn from the facts that were kept when it
 *  was made. */
export async function answerPaper(
  c: Context<AppEnv>,
  deps: AppDeps,
  { paper, part }: { readonly paper: Paper; readonly part: PaperPart },
): Promise<Response> {
  if (!partsOf(paper).includes(part)) return answerError(c, deps, { kind: 'not-found', status: 404 });
  return answerPdf(c, await deps.drawPaper(paper, part), paperFileName(paper, part));
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
