import type { Alignment } from '#open-badges/credential';
import type { Catalogue } from '../../../../application/ports.ts';
import type { AchievementDefinition } from '../../../../domain/criteria/definition.ts';
import type { MissionCode, MissionFramework } from '../../../../domain/engagement/mission.ts';
import type { Locale } from '../../../../issuing/achievement.ts';
import { frameworkUrl } from '../../../../issuing/addresses.ts';
import { alignmentsOf, competencesOf } from '../../../../issuing/alignment.ts';
import { typographic } from '../../../../texts/grammar.ts';
import type { AlignmentView } from '../../view-models/public-pages.ts';
import { TEXTS } from '../../view-models/public-texts.ts';

interface Context {
  readonly framework: MissionFramework;
  readonly origin: string;
  readonly locale: Locale;
}

/** The alignments of a badge: to our own framework, and to those of others. */
export function badgeAlignments(
  definition: AchievementDefinition,
  { catalogue, origin, locale }: { catalogue: Catalogue; origin: string; locale: Locale },
) {
  const context = { framework: catalogue.framework, origin, locale };
  const own = frameworkUrl(origin, catalogue.framework.version);
  const all = alignmentsOf(definition, context);
  return {
    // The heading already names our framework.
    missions: toViews(
      all.filter(({ targetUrl }) => targetUrl.startsWith(own)),
      context,
    ).map(({ framework: _, ...mission }) => mission),
    alignments: toViews(
      all.filter(({ targetUrl }) => !targetUrl.startsWith(own)),
      context,
    ),
  };
}

/** The competences of other frameworks that one mission is aligned to. */
export function missionAlignments(code: MissionCode, context: Context): readonly AlignmentView[] {
  return toViews(competencesOf(code, context), context);
}

/** Sorted by framework, then by code in numeric order: 1.2, 1.10, 2.1. */
function toViews(alignments: readonly Alignment[], context: Context): readonly AlignmentView[] {
  const { compare } = new Intl.Collator(context.locale, { numeric: true });
  return alignments
    .map((one) => toView(one, context))
    .toSorted((a, b) => compare(a.framework ?? '', b.framework ?? '') || compare(a.code ?? '', b.code ?? ''));
}

function toView(
  { targetName, targetUrl, targetFramework, targetCode }: Alignment,
  { framework, locale }: Context,
): AlignmentView {
  const known = [...framework.frameworks.values()].find(({ name }) => name === targetFramework);
  const named = (known && TEXTS[locale].labels.frameworks[known.code]) ?? targetFramework;
  return {
    name: typographic(targetName),
    url: targetUrl,
    ...(named && { framework: typographic(named) }),
    ...(targetCode && { code: targetCode }),
  };
}
