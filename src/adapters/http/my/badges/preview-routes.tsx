import { type Context, Hono } from 'hono';
import { DomainError } from '../../../../domain/errors.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { CredentialPage } from '../../public/credential/credential-page.tsx';
import { answerPage, frameOf } from '../../shell/page-answer.tsx';
import { publicView } from './badge-view.ts';
import { sentChoice, toQuery } from './choice-form.ts';
import { guardsOf, readIssued } from './owned-badge.ts';
import { previewedOf } from './previewed.ts';

/** `/my/badges/{id}/preview`: the whole public page with an unsaved choice, as others would see it. */
export function previewRoutes(deps: AppDeps) {
  return new Hono<AppEnv>().get('/my/badges/:id/preview', ...guardsOf(deps), (c) => answerPreview(c, deps));
}

async function answerPreview(c: Context<AppEnv>, deps: AppDeps) {
  const issued = await readIssued(c, deps);
  const { award, credential } = issued;
  if (credential.erasedAt) throw new DomainError('credential-erased', { id: credential.id });
  const shown = await previewedOf(c, deps, issued);
  if (!shown) throw new DomainError('invalid-request');
  const base = `/my/badges/${credential.id}`;
  const view = await publicView(deps, { award, credential, shown }, c.var.locale);
  const frame = frameOf(c, deps);
  const t = frame.t.my.badges.one;
  // A preview of one badge among several leads back to all of them.
  const several = c.req.queries('badge') ?? [];
  const query = toQuery(sentChoice(c), several);
  const page = several.length > 0 ? '/my/badges/new' : base;
  const href = `${page}${query && `?${query}`}#choose`;
  const hidden = c.req.query('visibility') === 'me';
  const text = hidden ? t.previewHidden : t.previewNotice;
  const notice = { text, link: { label: t.previewBack, href }, instead: t.previewInstead };
  const image = { ...view.image, src: `${base}/image.svg` };
  const own = { ...view, image, qrHref: `${base}/qr.svg` };
  return answerPage(c, frame, <CredentialPage view={own} notice={notice} />);
}
