import { z } from 'zod';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton, Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { ChoiceGroup } from '../../adapters/http/forms/inputs.tsx';
import {
  choiceOf,
  type FormValues,
  manyOf,
  noFields,
  parseValues,
} from '../../adapters/http/forms/schema.ts';
import { formOver } from '../../adapters/http/forms/submission.ts';
import { MyLayout } from '../../adapters/http/my/layout.tsx';
import { answerPage, pageContextOf } from '../../adapters/http/responses/page.tsx';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { NameChoice } from '../../domain/award/types.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseCredentialId } from '../../domain/ids.ts';
import { listedOf } from './actions.ts';
import { mayBeListed, type PublicProfile } from './feature.ts';
import { type OwnIssued, renderOnline, renderTexts } from './my-online.tsx';
import { ProfilePage, profileView } from './public-page.tsx';

/** A person holds fewer badges. */
const MAX_BADGES = 100;
const FORMS = ['full', 'initials', 'none'] as const satisfies readonly NameChoice[];

const profileForm = z.object({
  name: choiceOf(['none', 'initials', 'full']),
  visibility: choiceOf(['unlisted', 'public']),
  badges: manyOf(MAX_BADGES)
    .refine((texts) => texts.length > 0, { message: 'none-chosen' })
    .transform((texts) => texts.flatMap((text) => parseCredentialId(text) ?? [])),
});

/** `/my/profile`: the person's own public page. */
export const myProfilePages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page('/my/profile', 'keep-own-record', renderProfile)
    .page('/my/profile/preview', 'keep-own-record', renderPreview)
    .form('/my/profile', 'keep-own-record', {
      page: renderProfile,
      schema: profileForm,
      // A badge of the form may have been hidden in the meantime.
      refusals: { 'invalid-request': { badges: 'invalid-choice' } },
      act: async ({ services, me }, { name, visibility, badges: credentialIds }) => {
        const searchable = visibility === 'public';
        await services.savePublicProfile({ personId: me, name, searchable, credentialIds });
      },
      done: 'profile-saved',
    })
    .form('/my/profile/remove', 'keep-own-record', {
      schema: noFields,
      act: ({ services, me }) => services.removePublicProfile(me),
      done: 'profile-removed',
      back: '/my/profile',
    });

/** A public page is made, looked at, changed and removed. */
async function renderProfile(request: PageRequest) {
  const { profile, issued } = await request.services.readOwnProfile(request.me);
  const t = request.t.publicProfiles.own;
  const requested = request.sent?.values['name']?.[0] ?? request.query('name');
  const name = formOfName(requested, { profile, issued });
  const others = FORMS.filter((form) => form !== name && listableIn(issued, form).length > 0);
  const listed = profile ? listedOf(profile, issued) : [];
  const isEmpty = listableIn(issued, name).length + others.length === 0;
  return (
    <MyLayout page="profile" title={t.title} lede={t.lede}>
      {profile && renderOnline(request, profile, listed)}
      {isEmpty ? (
        <p>
          {t.none} <a href="/my/badges">{t.toBadges}</a>
        </p>
      ) : (
        <section aria-labelledby="choose">
          <h2 id="choose">{profile ? t.change : t.make}</h2>
          {await renderChoice(request, name, { profile, issued })}
          {others.length > 0 && (
            <>
              <h3>{t.otherForms}</h3>
              <p>{t.sameForm}</p>
              <ul class="links">
                {others.map((other) => (
                  <li>
                    <a href={`/my/profile?name=${other}#choose`}>
                      {t.otherForm[other](listableIn(issued, other).length)}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}
      {profile && listed.length > 0 && (await renderTexts(request, profile, listed))}
      {profile && (
        <section aria-labelledby="remove">
          <h2 id="remove">{t.remove}</h2>
          <p>{t.removeText}</p>
          <ActionButton action="/my/profile/remove" class="secondary">
            {t.remove}
          </ActionButton>
        </section>
      )}
    </MyLayout>
  );
}

interface Own {
  readonly profile: PublicProfile | undefined;
  readonly issued: OwnIssued;
}

/** The badges that may be listed with this form of the name. */
const listableIn = (issued: OwnIssued, form: NameChoice) =>
  issued.filter(({ credential }) => mayBeListed(credential, form));

/** The form of the name that was asked for; else that of the profile; else the most frequent one. */
function formOfName(requested: string | undefined, { profile, issued }: Own): NameChoice {
  const countOf = (name: NameChoice) => listableIn(issued, name).length;
  const [most] = FORMS.toSorted((a, b) => countOf(b) - countOf(a));
  return FORMS.find((name) => name === requested) ?? profile?.name ?? most ?? 'none';
}

/** The form of the badges to list, where some have this form of the name. */
async function renderChoice(request: PageRequest, name: NameChoice, { profile, issued }: Own) {
  const t = request.t.publicProfiles.own;
  const listable = listableIn(issued, name);
  if (listable.length === 0) return null;
  const { badges } = await profileView(request.deps, listable, request.wording.locale);
  // Without a choice among them yet, all badges that are public with this form of the name are ticked.
  const chosen = profile ? listedOf({ ...profile, name }, issued) : [];
  const ticked = (chosen.length > 0 ? chosen : listable).map(({ credential: { id } }) => id);
  const values = valuesAtFirst(request, ticked, profile);
  const visibilities = ['unlisted', 'public'] as const;
  return (
    <Form
      action="/my/profile"
      form={formOver(profile ? values : {}, request.sent, values)}
      labels={{ badges: t.badges, badgesHelp: t.badgesHelp, visibility: t.visibility }}
      hidden={{ name }}
    >
      <p>
        {t.formOf[name]} {t.together}
      </p>
      <ChoiceGroup
        name="badges"
        choices={listable.map(({ credential: { id } }, index) => ({
          value: id,
          label: badges[index]?.name ?? '',
        }))}
        kind="checkbox"
      />
      <ChoiceGroup
        name="visibility"
        choices={visibilities.map((value) => ({ value, ...t.visibilities[value] }))}
        kind="radio"
      />
      <div class="actions">
        <Submit>{profile ? t.saveAgain : t.save}</Submit>
        <Submit class="secondary" preview="/my/profile/preview">
          {t.preview}
        </Submit>
      </div>
    </Form>
  );
}

/** The page with an unsaved choice, as everyone would see it. */
async function renderPreview(request: PageRequest) {
  const { c, deps, wording } = request;
  const { issued } = await request.services.readOwnProfile(request.me);
  const form = parseValues(sentValues(request), profileForm);
  if (!form.ok) return c.redirect('/my/profile', 303);
  const listed = listedOf({ name: form.value.name, credentialIds: form.value.badges }, issued);
  if (listed.length === 0) throw new DomainError('invalid-request');
  const view = await profileView(deps, listed, wording.locale);
  const t = request.t.publicProfiles.own;
  const query = new URLSearchParams(
    Object.entries(sentValues(request)).flatMap(([field, texts]) => texts.map((text) => [field, text])),
  );
  const link = { label: t.previewBack, href: `/my/profile?${query}#choose` };
  return answerPage(
    c,
    pageContextOf(c, deps),
    <ProfilePage view={view} notice={{ text: t.previewNotice, link }} />,
  );
}

/** The values in the address of a preview, or of the way back from it. */
function sentValues({ c }: PageRequest): FormValues {
  return Object.fromEntries(
    (['name', 'visibility', 'badges'] as const).map((field) => [field, c.req.queries(field) ?? []]),
  );
}

/** The values of the preview, or else of the profile, with these badges ticked. */
function valuesAtFirst(
  request: PageRequest,
  ticked: readonly string[],
  profile: PublicProfile | undefined,
): FormValues {
  const sent = sentValues(request);
  return {
    badges: sent['badges']?.length ? sent['badges'] : ticked,
    visibility: sent['visibility']?.length
      ? sent['visibility']
      : [profile?.searchable ? 'public' : 'unlisted'],
  };
}
