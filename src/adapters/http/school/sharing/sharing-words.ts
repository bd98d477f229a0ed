import type { MissionSharing } from '../../../../domain/engagement/mission-sharing.ts';
import type { Wording } from '../segment-view.ts';

/** « par le temps : lundi et jeudi matin ». */
export function sharingWords({ kind, words }: MissionSharing, { t }: Pick<Wording, 't'>): string {
  return t.sharing.said(kind, words);
}
