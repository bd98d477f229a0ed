import type { YearRange } from '../../domain/criteria/rule.ts';
import type { FamilyCode, MissionCode } from '../../domain/engagement/mission.ts';
import { type SchoolYear, schoolYearLabel } from '../../domain/time/school-year.ts';
import {
  type CriteriaTextContext,
  type RuleWordsContext,
  shortLabel,
  toHundredths,
} from '../criteria-context.ts';

/** No-break space, before « : » and « ; » and inside quotation marks. */
export const NBSP = '\u00a0';
export const COLON = `${NBSP}: `;
export const SEMICOLON = `${NBSP}; `;

/** 1.5 → « 1,5 ». */
export function number(value: number): string {
  return String(toHundredths(value)).replace('.', ',');
}

/** « 1,5 année », « 2 années »: in French the plural begins at two. */
export function counted(value: number, one: string, many: string): string {
  return `${number(value)} ${value >= 2 ? many : one}`;
}

/** « a, b et c ». */
export function list(items: readonly string[], word: 'et' | 'ou' = 'et'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

export function quoted(text: string): string {
  return `«${NBSP}${text}${NBSP}»`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const SMALL = ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];

/** « trois » for 3; in figures beyond ten. */
export function small(count: number): string {
  return SMALL[count - 2] ?? String(count);
}

/** « pendant l’année scolaire en cours », « sur les trois dernières années ». */
export function overLast(count: number): string {
  return count === 1 ? 'pendant l’année scolaire en cours' : `sur les ${small(count)} dernières années`;
}

/** The years a requirement looks at; nothing to say where a year or window is named already. */
export function overYears(years: YearRange | undefined, { bound }: RuleWordsContext): string {
  if (years === undefined) return bound ? '' : ' au total';
  return years === 'all' ? ' au total' : ` ${overLast(years.last)}`;
}

/** « 2023-2024, 2024-2025 et 2025-2026 ». */
export function yearList(years: readonly SchoolYear[] | undefined): string {
  return list((years ?? []).map(schoolYearLabel));
}

/** « la famille A (Accompagner l’équipe éducative) », « les familles A et B ». */
export function families(codes: readonly FamilyCode[], { framework }: CriteriaTextContext): string {
  const [only] = codes;
  if (codes.length !== 1 || only === undefined) return `les familles ${list(codes)}`;
  const label = framework.families.find(({ code }) => code === only)?.label.fr;
  return `la famille ${only}${label === undefined ? '' : ` (${shortLabel(label)})`}`;
}

/** « la mission C4 (Administrer…) », « les missions A1 et A2 ». */
export function missions(codes: readonly MissionCode[], { framework }: CriteriaTextContext): string {
  const [only] = codes;
  if (codes.length !== 1 || only === undefined) return `les missions ${list(codes)}`;
  const label = framework.missions.get(only)?.label.fr;
  return `la mission ${only}${label === undefined ? '' : ` (${shortLabel(label)})`}`;
}
