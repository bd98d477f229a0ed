import { type Context, Hono } from 'hono';
import type { AcceptCredential } from '../../../../application/holder/accept.ts';
import { endorsementRoutes } from '../../endorsements/endorsements-of-mine.tsx';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { readForm } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type Done, formOver, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { MyBadgePage } from './badge-page.tsx';
import { badgeChoiceView } from './badge-view.ts';
import { MyBadgesPage } from './badges-page.tsx';
import { badgesView } from './badges-view.ts';
import { firstValues, parseChoice, sentChoice, toValues } from './choice-form.ts';
import { DeclineBadgePage } from './decline-page.tsx';
import { newBadgeRoutes } from './new-badge-routes.tsx';
import { guardsOf, type Issued, readIssued, spaceFrame } from './owned-badge.ts';
import { pictureRoutes } from './picture-routes.ts';
import { previewRoutes } from './preview-routes.tsx';
import { walletRoutes } from './wallet-routes.tsx';

/** `/my/badges`: the person's own badges, and the page of each badge for the person who may choose about
 *  it. */
export function badgeRoutes(deps: AppDeps) {
  const { services } = deps;
  const own = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  return (
    new Hono<AppEnv>()
      .get('/my/badges', ...own, async (c) => {
        const record = await services.readOwnRecord(c.var.signedIn.actor.personId);
        const progress = services.deriveBadgeProgress(record);
        const view = badgesView(deps, { own: record, progress, locale: c.var.locale });
        return answerPage(c, workspaceFrame(c, deps, 'my'), <MyBadgesPage view={view} />);
      })
      // This route stands before the badges by id, because ids would match these names.
      .route('/', newBadgeRoutes(deps))
      .route('/', oneBadgeRoutes(deps))
      .route('/', endorsementRoutes(deps))
      .route('/', previewRoutes(deps))
      .route('/', pictureRoutes(deps))
      .route('/', walletRoutes(deps))
  );
}

function oneBadgeRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = guardsOf(deps);
  const show = async (c: Context<AppEnv>, issued: Issued, sent?: ShownForm) => {
    const { waiting, lastChoice } = await services.readNewBadges(issued.award.recipient);
    const isNew = waiting.some(({ credential }) => credential.id === issued.credential.id);
    const kept = isNew ? firstValues(lastChoice) : toValues(issued.credential.choice);
    // On the return from a preview, the previewed choice is ticked.
    const form = formOver(isNew ? {} : kept, sent, { ...kept, ...sentChoice(c) });
    const view = await badgeChoiceView(deps, issued, c.var.locale);
    const othersWait = issued.award.recipient.kind === 'person' && isNew ? waiting.length - 1 : 0;
    const page = <MyBadgePage view={view} form={form} othersWait={othersWait} />;
    return answerPage(c, spaceFrame(c, deps, issued), page, form.status);
  };
  const act = (done: Done, run: (command: Pick<AcceptCredential, 'id' | 'actor'>) => Promise<unknown>) => {
    return async (c: Context<AppEnv>) => {
      const { credential } = await readIssued(c, deps);
      await run({ id: credential.id, actor: c.var.signedIn.actor.personId });
      return c.redirect(afterDoing(done, `/my/badges/${credential.id}`), 303);
    };
  };
  return new Hono<AppEnv>()
    .get('/my/badges/:id', ...guards, async (c) => show(c, await readIssued(c, deps)))
    .get('/my/badges/:id/decline', ...guards, (c) => answerDecline(c, deps, 200))
    .post(
      '/my/badges/:id/accept',
      ...guards,
      takeForm(deps, {
        schema: async (c) => {
          const issued = await readIssued(c, deps);
          const form = parseChoice(await readForm(c), issued.award.recipient);
          return form.ok ? { ...form, value: { said: form.value, before: issued.credential } } : form;
        },
        show: async (c, sent) => show(c, await readIssued(c, deps), sent),
        act: async (c, { said, before: { id, choice } }, { isNew }) => {
          const command = { ...said, actor: c.var.signedIn.actor.personId };
          const published = `/my/badges/published?badge=${id}`;
          if (isNew) {
            await services.acceptNewBadges({ ...command, ids: [id] });
            return published;
          }
          await services.acceptCredential({ ...command, id });
          return choice.acceptance === 'private'
            ? published
            : afterDoing('badge-choice-saved', `/my/badges/${id}`);
        },
      }),
    )
    .post('/my/badges/:id/decline', ...guards, async (c) => {
      const { award, credential } = await readIssued(c, deps);
      if (credential.choice.acceptance === 'accepted') return answerDecline(c, deps, 409);
      await services.declineCredential({ id: credential.id, actor: c.var.signedIn.actor.personId });
      // The person's other new badges still wait.
      const { waiting } = await services.readNewBadges(award.recipient);
      const others = award.recipient.kind === 'person' && waiting.length > 0;
      const next = others ? '/my/badges/new' : `/my/badges/${credential.id}`;
      return c.redirect(afterDoing('badge-declined', next), 303);
    })
    .post('/my/badges/:id/hide', ...guards, act('badge-hidden', services.hideCredential))
    .post('/my/badges/:id/show', ...guards, act('badge-shown', services.showCredential));
}

/** The confirmation before declining, which is final. Where the badge was answered meanwhile, the page shows
 *  its state. */
async function answerDecline(c: Context<AppEnv>, deps: AppDeps, status: 200 | 409) {
  const issued = await readIssued(c, deps);
  const view = await badgeChoiceView(deps, issued, c.var.locale);
  return answerPage(c, spaceFrame(c, deps, issued), <DeclineBadgePage view={view} />, status);
}
