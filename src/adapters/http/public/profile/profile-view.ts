import type { ShownProfile } from '../../../../application/holder/public-profile.ts';
import type { Instant } from '../../../../domain/time/time.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { credentialView } from '../credential/credential-view.ts';
import type { CredentialView } from '../verify/verification-view.ts';

/** One badge of a profile, with nothing that its own page does not show. */
export type ProfileBadge = Pick<
  CredentialView,
  'name' | 'description' | 'image' | 'awarded' | 'validUntil' | 'report' | 'portrait' | 'pageUrl' | 'about'
>;

/** `/profiles/{id}`: a person's public page. */
export interface ProfileView {
  /** The person's name in the listed badges; absent where they name nobody. */
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
      return credentialView(deps, { award, credential, report, checkedAt, locale });
    }),
  );
  const name = views.find(({ recipient }) => recipient !== undefined)?.recipient;
  return {
    ...(name !== undefined && { name }),
    badges: views,
    checkedAt,
  };
}
