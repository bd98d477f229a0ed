import type { PageFrame } from '../../shell/page-frame.ts';
import type { CredentialView } from '../verify/verification-view.ts';

/** The sentence at the top of a badge's page: its holder and what it states about them, as far as the verdict
 *  allows. Otherwise only the title of the badge. */
export function headline(
  { credential: words }: PageFrame['t'],
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
  if (recipientKind === 'establishment') return holds ? words.schoolHas(recipient, name) : name;
  if (holds) return words.personIs(recipient, name);
  return verdict === 'expired' ? words.personWas(recipient, name) : name;
}
