import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { titleOf } from './badges-view.ts';
import type { NewBadgeView } from './new-badges.tsx';

/** The badges among these awards that wait for their holder's answer. */
export function newBadgeViews(
  { ports }: Pick<AppDeps, 'ports'>,
  awards: readonly AwardWithCredential[],
  locale: Locale,
): readonly NewBadgeView[] {
  return awards.flatMap(({ award, credential }) => {
    if (credential?.choice.acceptance !== 'private') return [];
    if (credential.revocation || credential.suspension || credential.erasedAt) return [];
    return [{ id: credential.id, name: titleOf(ports, { award, credential }, locale) }];
  });
}
