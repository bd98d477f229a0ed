import { achievementUrl } from '../../openbadges/addresses.ts';
import type { Catalogue } from '../ports.ts';

/** One of our achievements: each badge has one in each version of the criteria and each language. */
export interface EndorsedAchievement {
  readonly code: string;
  readonly version: number;
  readonly language: 'fr' | 'en';
}

interface Context {
  readonly origin: string;
  readonly catalogue: Pick<Catalogue, 'versions'>;
}

/** The achievement with this id, which must be spelt exactly as we publish it. */
export function endorsedAchievement(
  id: string,
  { origin, catalogue }: Context,
): EndorsedAchievement | undefined {
  return catalogue
    .versions()
    .flatMap(({ version, achievements }) =>
      achievements.flatMap(({ code }) =>
        (['fr', 'en'] as const).map((language) => ({ code, version, language })),
      ),
    )
    .find(({ code, version, language }) => achievementUrl(origin, { code, version }, language) === id);
}
