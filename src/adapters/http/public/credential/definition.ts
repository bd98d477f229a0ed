import type { PublicCredential } from '../../../../application/credentials/read-public.ts';
import type { Catalogue } from '../../../../application/ports.ts';
import { achievementOf } from '../../../../catalogue/versions.ts';
import type { Award } from '../../../../domain/award/types.ts';
import type { AchievementDefinition } from '../../../../domain/criteria/definition.ts';
import { DomainError } from '../../../../domain/errors.ts';

/** A credential that anyone may see. */
export type FoundCredential = Extract<PublicCredential, { kind: 'found' }>;

/** The awarded badge, as defined in the version of criteria that it was judged by. Throws
 *  `unknown-achievement`. */
export function definitionOf(catalogue: Catalogue, { version, achievement }: Award): AchievementDefinition {
  const criteria = catalogue.criteriaVersion(version);
  if (!criteria) throw new DomainError('unknown-achievement', { version });
  return achievementOf(criteria, achievement);
}
