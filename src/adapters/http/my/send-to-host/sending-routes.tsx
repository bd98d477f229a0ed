import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { RETURN_PATH } from '../../../../application/host/send-badge.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { wordsOf } from '../../shell/words.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { badgeChoiceView } from '../badges/badge-view.ts';
import { guardsOf, readIssued } from '../badges/owned-badge.ts';
import { OnwardPage, SendPage, SentPage } from './sending-pages.tsx';

const sending = z.object({ address: requiredText(1000) });

/** `/my/badges/{id}/send`: sends a badge to another host, where its holder consents. */
export function sendingRoutes(deps: AppDeps) {
  const { services } = deps;
  const own = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const guards = guardsOf(deps);
  const show = async (c: Context<AppEnv>, sent?: SentForm) => {
    const view = await readOwnView(c, deps);
    const page = <SendPage badge={view} form={sent ?? EMPTY_FORM} />;
    return answerPage(c, workspaceFrame(c, deps, 'my'), page, sent?.status);
  };
  return new Hono<AppEnv>()
    .get(RETURN_PATH, ...own, async (c) => {
      const { state = '', code, error } = c.req.query();
      const { personId } = c.var.signedIn.actor;
      const result = await services.finishSending({ personId, state, code, error });
      return answerPage(c, workspaceFrame(c, deps, 'my'), <SentPage result={result} />);
    })
    .get('/my/badges/:id/send', ...guards, (c) => show(c))
    .post(
      '/my/badges/:id/send',
      ...guards,
      takeForm(deps, {
        schema: sending,
        show,
        act: async (c, { address }) => {
          const view = await readOwnView(c, deps);
          const { personId } = c.var.signedIn.actor;
          const begun = await services.beginSending({ personId, credentialId: view.id, address });
          if (begun.kind === 'failed') {
            const { faults } = wordsOf(deps.ports, c.var.locale).pages.host.sending;
            return { refusal: faults[begun.reason], status: 400 };
          }
          const page = <OnwardPage badge={view} host={begun.host} url={begun.url} />;
          return answerPage(c, workspaceFrame(c, deps, 'my'), page);
        },
      }),
    );
}

/** The badge of the address, where it is the person's own and shown. Throws `not-found`. */
async function readOwnView(c: Context<AppEnv>, deps: AppDeps) {
  const issued = await readIssued(c, deps);
  const view = await badgeChoiceView(deps, issued, c.var.locale);
  if (issued.award.recipient.kind !== 'person' || !view.sharing) throw new DomainError('not-found');
  return { id: issued.credential.id, name: view.name, href: view.href };
}
