import type { MissionSharing } from '../../../../domain/engagement/mission-sharing.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';

/** « par le temps : lundi et jeudi matin ». */
export function sharingWords({ kind, words }: MissionSharing, { t }: { readonly t: PageTexts }): string {
  return t.sharing.said(kind, words);
}
