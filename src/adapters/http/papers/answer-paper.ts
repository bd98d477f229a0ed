import type { Context } from 'hono';
import type { Paper } from '../../../domain/paper/paper.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { paperFileName } from './paper-file-name.ts';

/** Answers a paper as PDF, drawn from the facts that were kept when it was made. */
export async function answerPaper(c: Context<AppEnv>, deps: AppDeps, paper: Paper): Promise<Response> {
  const bytes = await deps.drawPaper(paper);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${paperFileName(paper)}"`,
  });
}
