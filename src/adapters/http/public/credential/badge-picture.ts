import type { Catalogue } from '../../../../application/ports.ts';
import type { Award, IssuedCredential } from '../../../../domain/award/types.ts';
import type { AchievementDefinition } from '../../../../domain/criteria/definition.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import type { Facts } from '../../../../domain/facts/types.ts';
import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { type BadgePicture, badgeStyleOf, type YearMark } from '../../../../drawings/badge-picture.ts';
import { emblemFamilies } from '../../../../drawings/badge-svg.ts';
import type { Locale } from '../../../../issuing/achievement.ts';
import { servedTitle } from '../../../../issuing/badge-title.ts';
import type { SeenBadge } from '../../../../texts/fr/public/badge-image.ts';
import { TEXTS } from '../../view-models/public-texts.ts';

/** A badge to draw: an issued badge, or the badge in general, which has no holder. */
export interface DrawnBadge {
  readonly definition: AchievementDefinition;
  readonly issued?: { readonly award: Award; readonly credential: IssuedCredential } | undefined;
}

interface DrawingContext {
  readonly catalogue: Pick<Catalogue, 'framework' | 'office'>;
  /** The office's short name. */
  readonly office: string;
  readonly locale: Locale;
}

/** The content of a badge's drawing. It depends on the award, its revocation or suspension, and the office's
 *  short name; for a badge without holder, on its definition and that name. */
export function pictureOf(badge: DrawnBadge, { catalogue, office, locale }: DrawingContext): BadgePicture {
  const { definition, issued } = badge;
  const { drawing } = definition;
  const look = badgeStyleOf(catalogue);
  if (!issued) return { drawing, look, lit: emblemFamilies(drawing, look), office };
  const { facts } = issued.award.evaluation;
  const aside = setAside(badge, locale);
  return {
    drawing,
    look,
    lit: facts.families,
    office,
    years: yearsOf(facts),
    seed: issued.award.id,
    band: aside && { ...aside, word: TEXTS[locale].labels.card.band[aside.state] },
  };
}

export function pictureAsText(badge: DrawnBadge, context: DrawingContext): string {
  const { catalogue, office, locale } = context;
  const { drawing, lit, years = [] } = pictureOf(badge, context);
  const { definition, issued } = badge;
  const name = issued ? servedTitle(definition, issued, locale) : inLanguage(definition.name, locale);
  const families = catalogue.framework.families.filter(({ code }) => lit.includes(code));
  return TEXTS[locale].labels.badgeImage(name, {
    drawing: seenDrawing(drawing, catalogue.framework, locale),
    lit: families.map(({ label }) => label[locale]),
    years: years.map(({ year, value }) => ({ label: schoolYearLabel(year), value })),
    office,
    setAside: setAside(badge, locale),
  });
}

/** What the motif shows. */
function seenDrawing(
  drawing: AchievementDefinition['drawing'],
  { families }: Catalogue['framework'],
  locale: Locale,
): SeenBadge['drawing'] {
  switch (drawing.kind) {
    case 'family':
      return {
        kind: 'sign',
        words: families.find(({ code }) => code === drawing.family)?.sign.words[locale],
      };
    case 'own':
      return { kind: 'sign', words: drawing.words[locale] };
    case 'rings':
    case 'team':
      return drawing;
  }
}

/** Whether the badge is revoked or suspended, and since which day, in words. Undefined if it is
 *  neither. */
export function setAside({ issued }: DrawnBadge, locale: Locale): SetAside | undefined {
  const { revocation, suspension } = issued?.credential ?? {};
  const since = revocation ?? suspension;
  if (!since) return undefined;
  return { state: revocation ? 'revoked' : 'suspended', day: TEXTS[locale].pages.day(since.at) };
}

type SetAside = Omit<NonNullable<BadgePicture['band']>, 'word'>;

/** The school years that the badge recognises. */
function yearsOf(facts: Facts): readonly YearMark[] {
  if (facts.kind === 'establishment') return [{ year: facts.schoolYear, value: 1 }];
  return facts.years
    .filter(({ value, covered }) => value > 0 || covered.length > 0)
    .map(({ year, value }) => ({ year, value }));
}
