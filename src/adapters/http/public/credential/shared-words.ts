import type { PageTexts } from '../../../../texts/fr/pages.ts';
import type { CredentialView } from '../verify/verification-view.ts';
import { headline } from './headline.ts';

/** The title and the description of a badge's page, which networks show below its picture. Where the badge is not
 *  valid, the description is the verdict. */
export function sharedWords(
  view: Pick<CredentialView, 'name' | 'awardedOn' | 'recipient' | 'recipientKind' | 'report'>,
  t: PageTexts,
  issuerName: string,
): { readonly title: string; readonly description: string } {
  const { report } = view;
  return {
    title: headline(t, view),
    description:
      report.verdict === 'valid'
        ? t.credential.description(view.name, issuerName, t.day(view.awardedOn))
        : report.sentence,
  };
}
