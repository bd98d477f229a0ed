import { Hono } from 'hono';
import { z } from 'zod';
import { MAIL_KINDS, mailKindsFor } from '../../../domain/mail/mail.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { oneself, requireMay, requireSignedIn } from '../middleware/signed-in.ts';
import { choicesOf } from '../shell/form.ts';
import { answerPage } from '../shell/page-answer.tsx';
import { afterDoing, takeForm } from '../shell/take-form.ts';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { MessagesPage } from './messages-page.tsx';

const choiceForm = z.object({ wanted: choicesOf(MAIL_KINDS) });

/** `/messages`: the kinds of mail that a person wants. */
export function messageRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'use-account', oneself)] as const;
  return new Hono<AppEnv>()
    .get('/messages', ...guards, async (c) => {
      const { personId, heads } = c.var.signedIn.actor;
      const form = { values: { wanted: await services.readWantedMail(personId) }, faults: {} };
      const page = <MessagesPage form={form} kinds={mailKindsFor(heads)} />;
      return answerPage(c, workspaceFrame(c, deps), page);
    })
    .post(
      '/messages',
      ...guards,
      takeForm(deps, {
        schema: choiceForm,
        act: async (c, { wanted: chosen }) => {
          const { personId, heads } = c.var.signedIn.actor;
          const offered = mailKindsFor(heads);
          // Kinds that the page does not offer stay as they were.
          const kept = (await services.readWantedMail(personId)).filter((kind) => !offered.includes(kind));
          const wanted = [...chosen.filter((kind) => offered.includes(kind)), ...kept];
          await services.chooseMail({ personId, wanted, actor: personId });
          return afterDoing('messages-chosen', '/messages');
        },
      }),
    );
}
