import { publishedCatalogue } from '../../src/catalogue/versions.ts';
import { badgeStyleOf } from '../../src/drawings/badge-picture.ts';

/** The pack that comes with the program. */
export const { framework, criteriaInForce, criteriaVersion } = publishedCatalogue;
export const criteriaVersions = publishedCatalogue.versions();
export const FAMILY_CODES = framework.families.map(({ code }) => code);
/** The look of its badges. */
export const badgeStyle = badgeStyleOf(publishedCatalogue);
