import type { PageTexts } from '../../../../texts/fr/pages.ts';
import type { CredentialView } from '../verify/verification-view.ts';

/** The title and the description of a badge's page, which networks show below its picture. */
export function sharedWords(
  view: Pick<CredentialView, 'name' | 'awardedOn'>,
  t: Pick<PageTexts, 'credential' | 'day'>,
  issuerName: string,
): { readonly title: string; readonly description: string } {
  return {
    title: view.name,
    description: t.credential.description(view.name, issuerName, t.day(view.awardedOn)),
  };
}
