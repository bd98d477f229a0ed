import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { listedOf } from '../../../../application/holder/public-profile.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { PublicProfile } from '../../../../domain/holder/public-profile.ts';
import { parseCredentialId } from '../../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { ProfilePage, profileView } from '../../public/profile/profile-page.tsx';
import { choiceOf, type FormValues, manyOf, parseValues } from '../../shell/form.ts';
import { answerPage, frameOf } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { ProfileFormPage } from './profile-form-page.tsx';
import { formOfName, profileFormView } from './profile-form-view.ts';

/** A person holds fewer badges. */
const MAX_BADGES = 100;

const profileForm = z.object({
  name: choiceOf(['none', 'initials', 'full']),
  visibility: choiceOf(['unlisted', 'public']),
  badges: manyOf(MAX_BADGES)
    .refine((texts) => texts.length > 0, { message: 'none-chosen' })
    .transform((texts) => texts.flatMap((text) => parseCredentialId(text) ?? [])),
});

/** `/my/profile`: the person's own public page. */
export function profileFormRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const readOwn = (c: Context<AppEnv>) => services.readOwnProfile(c.var.signedIn.actor.personId);
  const show = async (c: Context<AppEnv>, sent?: ShownForm) => {
    const own = await readOwn(c);
    const name = formOfName(own, sent?.values['name']?.[0] ?? c.req.query('name'));
    const view = await profileFormView(c, deps, { own, name });
    const values = valuesAtFirst(c, own.profile);
    const form = formOver(own.profile ? values : {}, sent, values);
    return answerPage(
      c,
      workspaceFrame(c, deps, 'my'),
      <ProfileFormPage view={view} form={form} />,
      form.status,
    );
  };
  return new Hono<AppEnv>()
    .get('/my/profile', ...guards, (c) => show(c))
    .get('/my/profile/preview', ...guards, async (c) => {
      const { issued } = await readOwn(c);
      return answerPreview(c, deps, issued);
    })
    .post(
      '/my/profile',
      ...guards,
      takeForm(deps, {
        schema: profileForm,
        show,
        // A badge of the form may have been hidden in the meantime.
        refusals: { 'invalid-request': { badges: 'invalid-choice' } },
        act: async (c, { name, visibility, badges: credentialIds }) => {
          const { personId } = c.var.signedIn.actor;
          await services.savePublicProfile({
            personId,
            name,
            searchable: visibility === 'public',
            credentialIds,
          });
          return afterDoing('profile-saved', '/my/profile');
        },
      }),
    )
    .post('/my/profile/remove', ...guards, async (c) => {
      await services.removePublicProfile(c.var.signedIn.actor.personId);
      return c.redirect(afterDoing('profile-removed', '/my/profile'), 303);
    });
}

/** The page with an unsaved choice, as everyone would see it. */
async function answerPreview(
  c: Context<AppEnv>,
  deps: AppDeps,
  issued: Parameters<typeof listedOf>[1],
): Promise<Response> {
  const form = parseValues(sentValues(c), profileForm);
  if (!form.ok) return c.redirect('/my/profile', 303);
  const listed = listedOf({ name: form.value.name, credentialIds: form.value.badges }, issued);
  if (listed.length === 0) throw new DomainError('invalid-request');
  const view = await profileView(deps, listed, c.var.locale);
  const frame = frameOf(c, deps);
  const t = frame.t.profile.own;
  const query = new URLSearchParams(
    Object.entries(sentValues(c)).flatMap(([field, texts]) => texts.map((text) => [field, text])),
  );
  const link = { label: t.previewBack, href: `/my/profile?${query}#choose` };
  return answerPage(c, frame, <ProfilePage view={view} notice={{ text: t.previewNotice, link }} />);
}

/** The values in the address of a preview, or of the way back from it. */
function sentValues(c: Context<AppEnv>): FormValues {
  return Object.fromEntries(
    (['name', 'visibility', 'badges'] as const).map((field) => [field, c.req.queries(field) ?? []]),
  );
}

/** The ticked values: those of the preview, or else those of the profile. */
function valuesAtFirst(c: Context<AppEnv>, profile: PublicProfile | undefined): FormValues {
  const sent = sentValues(c);
  return {
    badges: sent['badges']?.length ? sent['badges'] : (profile?.credentialIds ?? []),
    visibility: sent['visibility']?.length
      ? sent['visibility']
      : [profile?.searchable ? 'public' : 'unlisted'],
  };
}
