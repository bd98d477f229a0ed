import type { Context } from 'hono';
import { type PaperPart, partsOf } from '../../../application/papers/paper-content.ts';
import type { Paper } from '../../../domain/paper/paper.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { answerError } from '../shell/page-answer.tsx';
import { paperFileName } from './paper-file-name.ts';

/** Answers a paper, or the document that accompanies it, as PDF, drawn from the facts that were kept when it
 *  was made. */
export async function answerPaper(
  c: Context<AppEnv>,
  deps: AppDeps,
  { paper, part }: { readonly paper: Paper; readonly part: PaperPart },
): Promise<Response> {
  if (!partsOf(paper).includes(part)) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const bytes = await deps.drawPaper(paper, part);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${paperFileName(paper, part)}"`,
  });
}
