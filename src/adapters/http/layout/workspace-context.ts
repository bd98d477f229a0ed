import type { Context } from 'hono';
import { workLines } from '../components/running-jobs.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { takeDone } from '../forms/flash-message.ts';
import { frameOf } from '../responses/page.tsx';
import { accountFrame, doneSentence, type Space } from './account-context.ts';
import type { PageFrame } from './page-context.ts';

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
