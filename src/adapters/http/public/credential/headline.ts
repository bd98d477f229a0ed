import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import type { PageContext } from '../../layout/page-context.ts';
import type { CredentialView, PortraitView } from '../verify/verification-view.ts';

/** The sentence at the top of a badge's page: its holder and what it states about them, as far as the verdict
 *  allows. Otherwise only the title of the badge. */
export function headline(
  { credential: texts }: PageContext['t'],
  {
    name,
    recipient,
    recipientKind,
    report,
  }: Pick<CredentialView, 'name' | 'recipientKind' | 'report'> & {
    readonly recipient?: string | undefined;
  },
): string {
  if (recipient === undefined) return name;
  const { verdict } = report;
  const holds = verdict === 'valid' || verdict === 'endorsement-not-valid';
  if (!holds && verdict !== 'expired') return name;
  // The title of a team's badge names its year, so it has no tense.
  if (recipientKind === 'establishment') return texts.schoolHas(recipient, name);
  return (holds ? texts.personIs : texts.personWas)(recipient, name);
}

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
