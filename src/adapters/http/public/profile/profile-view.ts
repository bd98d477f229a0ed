import type { ShownProfile } from '../../../../application/holder/public-profile.ts';
import type { Instant } from '../../../../domain/time/time.ts';
import { publicFactsOf } from '../../../../openbadges/public-facts.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { credentialView } from '../credential/credential-view.ts';
import type { CredentialView } from '../verify/verification-view.ts';

/** One badge of a profile: only what its own page shows. */
export type ProfileBadge = Pick<
  CredentialView,
  'name' | 'description' | 'image' | 'awardedOn' | 'validUntil' | 'report' | 'pageUrl'
> & {
  /** The years of engagement that the served badge states; absent where it states none. */
  readonly years?: number;
};

/** `/profiles/{id}`: a person's public page. */
export interface ProfileView {
  /** As the listed badges show it; absent where they name nobody. */
  readonly name?: string;
  readonly badges: readonly ProfileBadge[];
  readonly checkedAt: Instant;
}

/** The page of these badges, each verified now by the steps of the standard. The name comes from the served
 *  badges, so the page never shows more than they do. */
export async function profileView(
  deps: AppDeps,
  badges: ShownProfile['badges'],
  locale: Locale,
): Promise<ProfileView> {
  const checkedAt = deps.ports.clock.now();
  const views = await Promise.all(
    badges.map(async ({ award, credential }) => {
      const bytes = new TextEncoder().encode(credential.document);
      const report = await deps.verify({ kind: 'bytes', bytes });
      const view = await credentialView(deps, { award, credential, report, checkedAt, locale });
      return { ...view, ...servedYears(credential.document) };
    }),
  );
  const name = views.find(({ recipient }) => recipient !== undefined)?.recipient;
  return {
    ...(name !== undefined && { name }),
    badges: views,
    checkedAt,
  };
}

function servedYears(document: string): Pick<ProfileBadge, 'years'> {
  const { results } = publicFactsOf(JSON.parse(document));
  const years = Number(results.find(({ id }) => id?.endsWith('#duration'))?.value ?? 0);
  return years > 0 ? { years } : {};
}
