import type { FamilyCode, Role } from '../../../domain/engagement/mission.ts';
import { toHundredths } from '../../criteria/context.ts';
import { inBrackets } from '../../criteria/phrase-book.ts';
import { french } from '../../grammar.ts';
import { OFFICE } from '../../office.ts';
import { roleLabels } from './labels.ts';

/** No-break space, before « : » and « ; » and inside quotation marks. */
export const NBSP = '\u00a0';
export const COLON = `${NBSP}: `;
export const SEMICOLON = `${NBSP}; `;

export const { and, or, plural } = french;

/** 1.5 → « 1,5 ». */
export function number(value: number): string {
  return String(toHundredths(value)).replace('.', ',');
}

/** « 1,5 année », « 2 années ». */
export function counted(value: number, one: string, many: string): string {
  return `${number(value)} ${plural(value, one, many)}`;
}

export function quoted(text: string): string {
  return `«${NBSP}${text}${NBSP}»`;
}

const ROLES = roleLabels(OFFICE);

export function quotedRole(role: Role): string {
  return quoted(ROLES[role]);
}

const SMALL = ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];

/** « trois » for 3; figures above ten. */
export function small(count: number): string {
  return SMALL[count - 2] ?? String(count);
}

/** « pendant l’année scolaire en cours », « sur les trois dernières années ». */
export function overLast(count: number): string {
  return count === 1 ? 'pendant l’année scolaire en cours' : `sur les ${small(count)} dernières années`;
}

/** « la famille A (Accompagner l’équipe éducative) », « les familles A et B ». */
export function families(codes: readonly FamilyCode[], label: string): string {
  return codes.length === 1 ? `la famille ${codes[0]}${inBrackets(label)}` : `les familles ${and(codes)}`;
}

/** « la mission M4 (Administrer…) », « les missions M1 et M2 ». */
export function missions(codes: readonly string[], label: string): string {
  return codes.length === 1 ? `la mission ${codes[0]}${inBrackets(label)}` : `les missions ${and(codes)}`;
}
