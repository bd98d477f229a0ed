import type { Context } from 'hono';
import { listedOf, type ShownProfile } from '../../../../application/holder/public-profile.ts';
import type { NameChoice } from '../../../../domain/award/award-types.ts';
import { isSearchable, mayBeListed, type PublicProfile } from '../../../../domain/holder/public-profile.ts';
import { profileUrl } from '../../../../openbadges/addresses.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { profileView } from '../../public/profile/profile-page.tsx';
import { WORDS } from '../../shell/words.ts';

const FORMS = ['full', 'initials', 'none'] as const satisfies readonly NameChoice[];

/** `/my/profile`: the public profile, and the choices for it. */
export interface ProfileFormView {
  /** The public profile; `empty` where none of its badges can be shown any more. */
  readonly online?: {
    readonly state: 'shown' | 'empty';
    readonly url: string;
    /** Whether search engines cannot find it, although its owner wants this, because one of its badges is not
     *  open to them. */
    readonly notSearchable: boolean;
    readonly texts?: { readonly cv: string; readonly signature: string; readonly iprof: string };
  };
  /** The form of the name of which badges can be chosen. */
  readonly name: NameChoice;
  /** The badges that may be listed with that form. */
  readonly badges: readonly { readonly value: string; readonly label: string }[];
  /** The other forms that some badges have. */
  readonly otherForms: readonly { readonly name: NameChoice; readonly total: number }[];
}

interface Own {
  readonly profile: PublicProfile | undefined;
  readonly issued: ShownProfile['badges'];
}

/** The form of the name that was asked for; else that of the profile; else the most frequent one. */
export function formOfName({ profile, issued }: Own, asked: string | undefined): NameChoice {
  const countOf = (name: NameChoice) => issued.filter((one) => mayBeListed(one.credential, name)).length;
  const [most] = FORMS.toSorted((a, b) => countOf(b) - countOf(a));
  return FORMS.find((name) => name === asked) ?? profile?.name ?? most ?? 'none';
}

export async function profileFormView(
  c: Context<AppEnv>,
  deps: AppDeps,
  { own, name }: { readonly own: Own; readonly name: NameChoice },
): Promise<ProfileFormView> {
  const { profile, issued } = own;
  const listable = (form: NameChoice) => issued.filter(({ credential }) => mayBeListed(credential, form));
  const shown = await profileView(deps, listable(name), c.var.locale);
  return {
    ...(profile && { online: await onlineView(c, deps, { profile, issued }) }),
    name,
    badges: listable(name).map(({ credential }, index) => ({
      value: credential.id,
      label: shown.badges[index]?.name ?? '',
    })),
    otherForms: FORMS.filter((form) => form !== name)
      .map((form) => ({ name: form, total: listable(form).length }))
      .filter(({ total }) => total > 0),
  };
}

async function onlineView(
  c: Context<AppEnv>,
  deps: AppDeps,
  { profile, issued }: Own & { readonly profile: PublicProfile },
): Promise<NonNullable<ProfileFormView['online']>> {
  const url = profileUrl(deps.ports.origin, profile.id);
  const listed = listedOf(profile, issued);
  if (listed.length === 0) return { state: 'empty', url, notSearchable: false };
  const notSearchable = profile.searchable && !isSearchable(profile, listed, deps.ports.clock.now());
  return { state: 'shown', url, notSearchable, texts: await textsOf(c, deps, { listed, url }) };
}

/** The texts to copy. The one for i-Prof is in French, whatever the reader's language. */
async function textsOf(
  c: Context<AppEnv>,
  deps: AppDeps,
  { listed, url }: { readonly listed: ShownProfile['badges']; readonly url: string },
) {
  const issuer = deps.ports.issuer.name;
  const [here, french] = await Promise.all([
    profileView(deps, listed, c.var.locale),
    profileView(deps, listed, 'fr'),
  ]);
  const own = WORDS[c.var.locale].pages.profile.own;
  const { awarded, profile } = WORDS.fr.pages;
  return {
    cv: own.cvText(
      here.badges.map(({ name }) => name),
      issuer,
      url,
    ),
    signature: own.signatureText(issuer, url),
    iprof: profile.own.iprofText(
      french.badges.map((badge) => [badge.name, awarded(badge.awarded)]),
      issuer,
      url,
    ),
  };
}
