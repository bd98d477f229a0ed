import { trimEndSigns, trimStartSigns } from '#open-badges/values';
import { composed } from './composed.ts';

/** The title of a column without case, accents and punctuation, with its words joined by `_`. Titles are
 *  compared in this form: `N° UAI *` gives `n_uai`. */
export function foldTitle(title: string): string {
  const bare = composed(title).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const joined = bare.replace(/[^\p{L}\p{N}]+/gu, '_');
  return trimEndSigns(trimStartSigns(joined, /_/), /_/);
}
