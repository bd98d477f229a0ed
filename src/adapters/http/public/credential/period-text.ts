import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import type { PortraitView } from '../verify/verification-view.ts';

/** « depuis 2020, en cours au 29 novembre 2026 », « de 2020 au 30 juin 2026 », « de 2020 à 2025 ». */
export function periodAsText(
  { first, last, ongoingOn, lastDay }: NonNullable<PortraitView['period']>,
  { credential, day }: Pick<PageTexts, 'credential' | 'day'>,
): string {
  if (typeof ongoingOn === 'string') return credential.since(String(first), credential.onDay(day(ongoingOn)));
  if (ongoingOn)
    return credential.since(schoolYearLabel(first), credential.inYear(schoolYearLabel(ongoingOn)));
  return lastDay ? credential.until(first, day(lastDay)) : credential.span(first, last);
}
