import { importTexts as english } from '../../texts/en/import.ts';
import { importTexts as french } from '../../texts/fr/import.ts';
import type { ImportEntry, Remark } from './entry.ts';

/** The remark with its reason and its remedy in words. */
export function presentEntry(remark: Remark, locale: 'fr' | 'en' = 'fr'): ImportEntry {
  const { kind, file, line, column = '', value = '', code } = remark;
  const texts = locale === 'fr' ? french : english;
  const text = remark.kind === 'refused' ? texts.refusals[remark.code] : texts.notices[remark.code];
  const params = { ...remark.params, column, value };
  return { kind, file, line, column, value, code, reason: text.reason(params), fix: text.fix(params) };
}
