import type { LineRemark, LineVerdict } from '../../../domain/upload/upload.ts';
import { importTexts as english } from '../../../texts/en/import.ts';
import { importTexts as french } from '../../../texts/fr/import.ts';
import { OFFICE } from '../../../texts/office.ts';
import type { ImportEntry, Remark } from './entry.ts';

/** The remark with its reason and remedy in words. */
export function presentEntry(remark: Remark, locale: 'fr' | 'en' = 'fr'): ImportEntry {
  const { kind, file, line, column = '', value = '', code } = remark;
  const texts = (locale === 'fr' ? french : english)(OFFICE);
  const text = remark.kind === 'refused' ? texts.refusals[remark.code] : texts.notices[remark.code];
  const params = { ...remark.params, column, value };
  return { kind, file, line, column, value, code, reason: text.reason(params), fix: text.fix(params) };
}

/** The entry without its file and line, for a record that already names them. */
export function toLineRemark({ column, value, reason, fix }: ImportEntry): LineRemark {
  return { column, value, reason, fix };
}

/** The verdict on a whole file, or on a sheet of it. */
export function toFileVerdict(entry: ImportEntry): LineVerdict {
  const { kind, file, line } = entry;
  const outcome = kind === 'refused' ? 'refused' : 'noted';
  return { file, line, outcome, differences: [], remarks: [toLineRemark(entry)] };
}
