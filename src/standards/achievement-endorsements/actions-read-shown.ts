import type { Ports } from '../../application/service-ports.ts';
import { useCases } from '../../application/use-cases.ts';
import { type AchievementEndorsement, standingOf, type WholeEndorsement } from './feature.ts';

interface OfBadge {
  readonly code: string;
  readonly version: number;
}

/** The endorsements of a badge in one version that are shown at present. */
export const readShownEndorsements =
  ({ store, clock }: Ports) =>
  async ({ code, version }: OfBadge): Promise<readonly AchievementEndorsement[]> => {
    const now = clock.now();
    const all = await store.readAchievementEndorsements({ code, version });
    return all.filter((one) => standingOf(one, now) === 'shown');
  };

/** Those of them that are about the achievement in this language, with their documents. */
const readEndorsementDocuments =
  (ports: Ports) =>
  async ({
    language,
    ...badge
  }: OfBadge & { readonly language: 'fr' | 'en' }): Promise<readonly WholeEndorsement[]> => {
    const shown = await readShownEndorsements(ports)(badge);
    const ids = shown.filter((one) => one.language === language).map(({ id }) => id);
    return ids.length === 0 ? [] : ports.store.readWholeEndorsements(ids);
  };

/** One endorsement of this badge with its document; undefined if it is not shown. */
const readEndorsementDocument =
  ({ store, clock }: Ports) =>
  async ({ id, code, version }: OfBadge & { readonly id: string }): Promise<WholeEndorsement | undefined> => {
    const [found] = await store.readWholeEndorsements([id]);
    const isOf = found?.code === code && found.version === version;
    return isOf && standingOf(found, clock.now()) === 'shown' ? found : undefined;
  };

export const shownEndorsementServices = useCases({
  readShownEndorsements,
  readEndorsementDocuments,
  readEndorsementDocument,
});
