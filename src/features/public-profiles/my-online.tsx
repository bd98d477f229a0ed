import { CopyButton } from '../../adapters/http/components/copy-button.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { TEXTS } from '../../adapters/http/view-models/public-texts.ts';
import { profileUrl } from '../../issuing/addresses.ts';
import type { ShownProfile } from './actions.ts';
import { isSearchable, type PublicProfile } from './feature.ts';
import { profileView } from './public-page.tsx';

/** Signed badges of a person. */
export type OwnIssued = ShownProfile['badges'];

/** The address of the public profile, or that none of its badges can be shown any more. */
export function renderOnline(
  { ports, t: { credential, publicProfiles: profile } }: PageRequest,
  own: PublicProfile,
  listed: OwnIssued,
) {
  const t = profile.own;
  if (listed.length === 0) return <p class="notice">{t.is.empty}</p>;
  const url = profileUrl(ports.origin, own.id);
  // Search engines cannot find it, although its owner wants this, because one of its badges is not open to them.
  const notSearchable = own.searchable && !isSearchable(own, listed, ports.clock.now());
  return (
    <section class="form">
      <p>{t.is.shown}</p>
      <input id="profile-address" type="text" readonly value={url} aria-label={t.address} />
      <CopyButton field="profile-address" label={t.address} words={credential.copyLink} />
      <p>
        <a href={url}>{t.see}</a>
      </p>
      {notSearchable && <p class="notice">{t.notSearchable}</p>}
    </section>
  );
}

/** The texts to copy. */
export async function renderTexts(request: PageRequest, profile: PublicProfile, listed: OwnIssued) {
  const t = request.t.publicProfiles.own;
  const texts = await textsOf(request, profileUrl(request.ports.origin, profile.id), listed);
  return (
    <section class="form" aria-labelledby="texts">
      <h2 id="texts">{t.texts}</h2>
      {(['cv', 'signature', 'iprof'] as const).map((kind) => (
        <div class="field">
          <label for={`text-${kind}`}>{t[kind]}</label>
          {kind === 'iprof' && <small id="iprof-help">{t.iprofHelp}</small>}
          <textarea
            id={`text-${kind}`}
            rows={kind === 'signature' ? 3 : 6}
            readonly
            lang={kind === 'iprof' ? 'fr' : undefined}
            aria-describedby={kind === 'iprof' ? 'iprof-help' : undefined}
          >
            {texts[kind]}
          </textarea>
          <CopyButton field={`text-${kind}`} label={t[kind]} />
        </div>
      ))}
    </section>
  );
}

/** The one for i-Prof is in French, whatever the reader's language. */
async function textsOf({ deps, ports, wording: { locale } }: PageRequest, url: string, listed: OwnIssued) {
  const issuer = ports.issuer.name;
  const [here, french] = await Promise.all([
    profileView(deps, listed, locale),
    profileView(deps, listed, 'fr'),
  ]);
  const own = TEXTS[locale].pages.publicProfiles.own;
  const { awarded, publicProfiles: profile } = TEXTS.fr.pages;
  const names = here.badges.map(({ name }) => name);
  const inFrench = french.badges.map((badge): [string, string] => [badge.name, awarded(badge.awarded)]);
  return {
    cv: own.cvText(names, issuer, url),
    signature: own.signatureText(issuer, url),
    iprof: profile.own.iprofText(inFrench, issuer, url),
  };
}
