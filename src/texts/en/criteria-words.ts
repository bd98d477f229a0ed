import type { YearRange } from '../../domain/criteria/rule.ts';
import type { FamilyCode, MissionCode } from '../../domain/engagement/mission.ts';
import { type SchoolYear, schoolYearLabel } from '../../domain/time/school-year.ts';
import {
  type CriteriaTextContext,
  type RuleWordsContext,
  shortLabel,
  toHundredths,
} from '../criteria-context.ts';

export function number(value: number): string {
  return String(toHundredths(value));
}

/** "1 year", "1.5 years", "2 years". */
export function counted(value: number, one: string, many: string): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** "a, b and c". */
export function list(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

export function quoted(text: string): string {
  return `“${text}”`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const SMALL = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "three" for 3; figures above ten. */
export function small(count: number): string {
  return SMALL[count - 2] ?? String(count);
}

/** "in the current school year", "over the last three years". */
export function overLast(count: number): string {
  return count === 1 ? 'in the current school year' : `over the last ${small(count)} years`;
}

/** The years a requirement looks at; nothing to say where a year or period is already named. */
export function overYears(years: YearRange | undefined, { bound }: RuleWordsContext): string {
  if (years === undefined) return bound ? '' : ' in all';
  return years === 'all' ? ' in all' : ` ${overLast(years.last)}`;
}

/** "2023-2024, 2024-2025 and 2025-2026". */
export function yearList(years: readonly SchoolYear[] | undefined): string {
  return list((years ?? []).map(schoolYearLabel));
}

/** "family A (Support the teaching team)", "families A and B". */
export function families(codes: readonly FamilyCode[], { framework }: CriteriaTextContext): string {
  const [only] = codes;
  if (codes.length !== 1 || only === undefined) return `families ${list(codes)}`;
  const label = framework.families.find(({ code }) => code === only)?.label.en;
  return `family ${only}${label === undefined ? '' : ` (${shortLabel(label)})`}`;
}

/** "mission C4 (Administer…)", "missions A1 and A2". */
export function missions(codes: readonly MissionCode[], { framework }: CriteriaTextContext): string {
  const [only] = codes;
  if (codes.length !== 1 || only === undefined) return `missions ${list(codes)}`;
  const label = framework.missions.get(only)?.label.en;
  return `mission ${only}${label === undefined ? '' : ` (${shortLabel(label)})`}`;
}
