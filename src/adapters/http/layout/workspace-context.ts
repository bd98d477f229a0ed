import type { Context } from 'hono';
import { jobRows } from '../components/running-jobs.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { takeDone } from '../forms/flash-message.ts';
import { pageContextOf } from '../responses/page.tsx';
import { accountContext, doneSentence, type Space } from './account-context.ts';
import type { PageContext } from './page-context.ts';

/** The frame of a page behind the sign-in, with the person and their spaces. After a form, `?done=` in the
 *  address makes the page report the act once. */
export function workspaceContext(
  c: Context<AppEnv>,
  deps: AppDeps,
  current?: Space,
): PageContext & Required<Pick<PageContext, 'account'>> {
  const pageContext = pageContextOf(c, deps);
  const work = c.get('work');
  const done = doneSentence(pageContext.t, takeDone(c));
  const { refused, result } = c.var;
  const isGivenBack = c.env?.typed && c.env.typed.errors === undefined;
  const stated = isGivenBack ? pageContext.t.account.typed.back : done && (result ?? done);
  return {
    ...pageContext,
    account: {
      ...accountContext(c, current),
      ...(stated && { done: stated }),
      ...(refused && { refused }),
      ...(work && { work: jobRows(work, pageContext.t, c.req.path) }),
    },
  };
}
