import { parseUai, type Uai } from '../../../domain/uai.ts';

/** A filter's UAI. What is no UAI is kept as it was typed: it matches nothing, and the page shows it again. */
export function lenientUai(text: string): Uai {
  try {
    return parseUai(text);
  } catch {
    return text as Uai;
  }
}
