import type { PageTexts } from '../../../../texts/fr/pages.ts';
import type { CredentialView } from '../verify/verification-view.ts';
import { headline } from './headline.ts';

/** The title and the description of a badge's page, which networks show below its picture. */
export function linkPreviewTexts(
  view: CredentialView,
  t: PageTexts,
  issuerName: string,
): { readonly title: string; readonly description: string } {
  const { report, name, awarded } = view;
  const description =
    report.verdict === 'valid'
      ? t.credential.description(name, issuerName, t.awarded(awarded))
      : report.sentence;
  return { title: headline(t, view), description };
}
