import { DomainError } from './errors.ts';

/** Identifier of a school: seven digits and a check letter, upper case. */
export type Uai = string & { readonly __brand: 'Uai' };

const CHECK_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** The check letter of the first seven digits (their number modulo 23). */
function checkLetter(digits: string): string {
  return CHECK_LETTERS.charAt(Number(digits) % 23);
}

/** Text in any case → Uai. Throws `invalid-uai` where the shape or the check letter is wrong. */
export function parseUai(text: string): Uai {
  const uai = text.trim().toUpperCase();
  if (!/^\d{7}[A-Z]$/.test(uai) || uai[7] !== checkLetter(uai.slice(0, 7))) {
    throw new DomainError('invalid-uai', { text: text.trim() });
  }
  return uai as Uai;
}
