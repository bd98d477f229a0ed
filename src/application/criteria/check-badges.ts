import { draftErrors } from '../../catalogue/draft-errors.ts';
import type { AmendedBadge, BadgeChange } from '../../domain/criteria/badge-change.ts';
import type { AchievementDefinition, Criteria } from '../../domain/criteria/definition.ts';
import { flattenRule } from '../../domain/criteria/nested-rules.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PackError } from '../../domain/settings/pack-error.ts';
import type { Ports } from '../service-ports.ts';

type Catalogue = Ports['catalogue'];

/** Checks what an amendment does to the badges of the newest version. Every adoption and every proposal passes
 *  here, on the versions that its commit builds upon. Throws `invalid-badge` with the first fault of a badge;
 *  `unknown-achievement`, `badge-needed` and `last-badge` for one that cannot be retired. */
export function checkBadges(catalogue: Catalogue, badges: readonly BadgeChange[] = []): void {
  for (const change of badges) {
    if (change.kind === 'put') checkSound(catalogue, change);
    else checkRetirable(catalogue.newest(), change.code);
  }
}

/** What is missing or wrong before the badge can be adopted; the places are JSON Pointers into the badge. */
export const errorsOf = (catalogue: Catalogue, badge: AmendedBadge): readonly PackError[] =>
  draftErrors(badge, { versions: catalogue.versions(), framework: catalogue.framework });

/** Throws `invalid-badge` with the first fault of the badge. */
export function checkSound(catalogue: Catalogue, badge: AmendedBadge): void {
  const [error] = errorsOf(catalogue, badge);
  if (error) throw new DomainError('invalid-badge', { path: error.path, reason: error.reason });
}

function checkRetirable({ achievements }: Criteria, code: string): void {
  if (!achievements.some((one) => one.code === code)) {
    throw new DomainError('unknown-achievement', { code, known: achievements.map((one) => one.code) });
  }
  const needing = achievements.find((one) => one.code !== code && requiresBadge(one, code));
  if (needing) throw new DomainError('badge-needed', { code, by: needing.code });
  if (achievements.length === 1) throw new DomainError('last-badge', { code });
}

function requiresBadge({ requirements }: AchievementDefinition, code: string): boolean {
  return requirements
    .flatMap(({ rule }) => flattenRule(rule))
    .some((rule) => 'meets' in rule && rule.meets === code);
}
