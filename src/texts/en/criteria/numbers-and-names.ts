import { toHundredths } from '../../criteria/context.ts';
import { inBrackets } from '../../criteria/phrase-book.ts';
import type * as fr from '../../fr/criteria/numbers-and-names.ts';
import { english } from '../../grammar.ts';
import { OFFICE } from '../../office.ts';
import { roleLabels } from './labels.ts';

export const { and, or, plural } = english;

export const number: typeof fr.number = (value) => String(toHundredths(value));

/** "1 year", "1.5 years", "2 years". */
export const counted: typeof fr.counted = (value, one, many) =>
  `${number(value)} ${plural(value, one, many)}`;

export const quoted: typeof fr.quoted = (text) => `“${text}”`;

const ROLES = roleLabels(OFFICE);

export const quotedRole: typeof fr.quotedRole = (role) => quoted(ROLES[role]);

const SMALL = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "three" for 3; figures above ten. */
export const small: typeof fr.small = (count) => SMALL[count - 2] ?? String(count);

/** "in the current school year", "over the last three years". */
export const overLast: typeof fr.overLast = (count) =>
  count === 1 ? 'in the current school year' : `over the last ${small(count)} years`;

/** "family A (Support the teaching team)", "families A and B". */
export const families: typeof fr.families = (codes, label) =>
  codes.length === 1 ? `family ${codes[0]}${inBrackets(label)}` : `families ${and(codes)}`;

/** "mission M4 (Administer…)", "missions M1 and M2". */
export const missions: typeof fr.missions = (codes, label) =>
  codes.length === 1 ? `mission ${codes[0]}${inBrackets(label)}` : `missions ${and(codes)}`;
