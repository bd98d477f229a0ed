import type { Context } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import { accountFrame, doneSentence, type Space } from './account-frame.ts';
import { takeDone } from './done.ts';
import { frameOf } from './page-answer.tsx';
import type { PageFrame } from './page-frame.ts';
import { workLines } from './work-lines.tsx';

/** The frame of a page behind the sign-in, with the person and their spaces. After a form, `?done=` in the
 *  address makes the page report the act once. */
export function workspaceFrame(
  c: Context<AppEnv>,
  deps: AppDeps,
  current?: Space,
): PageFrame & Required<Pick<PageFrame, 'account'>> {
  const frame = frameOf(c, deps);
  const work = c.get('work');
  const done = doneSentence(frame.t, takeDone(c));
  const { refused, result } = c.var;
  const said = c.env?.typed ? frame.t.account.typed.back : done && (result ?? done);
  return {
    ...frame,
    account: {
      ...accountFrame(c, current),
      ...(said && { done: said }),
      ...(refused && { refused }),
      ...(work && { work: workLines(work, frame.t, c.req.path) }),
    },
  };
}
