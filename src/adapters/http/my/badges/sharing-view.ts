import { compact } from '../../../../domain/compact.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { badgeFileName } from '../../public/credential/badge-file-name.ts';
import { definitionOf } from '../../public/credential/definition-of.ts';
import type { CredentialView } from '../../public/verify/verification-view.ts';
import { ownPath } from '../../shell/own-path.ts';
import type { Link } from '../../shell/view-models.ts';
import { wordsOf } from '../../shell/words.ts';
import { cardView } from './network-card.tsx';
import type { Issued } from './owned-badge.ts';

/** All tools with which the holder of a visible badge shares it. */
export type SharingView = ReturnType<typeof sharingView>;

interface Shared {
  readonly issued: Issued;
  readonly view: CredentialView;
  readonly locale: Locale;
}

/** The tools of a visible badge, from the view of its public page. */
export function sharingView({ ports }: AppDeps, { issued, view, locale }: Shared) {
  const { pages: t } = wordsOf(ports, locale);
  const { pageUrl, name } = view;
  const tools = t.my.moment.tools;
  const isSchools = view.recipientKind === 'establishment';
  const phraseOf = isSchools ? tools.phraseOfSchool : tools.phraseOf;
  const fileName = badgeFileName(definitionOf(ports.catalogue, issued.award), issued);
  const imageSrc = ownPath(`${pageUrl}/preview.png?lang=${locale}`);
  // One button for each of them: networks, pictures, the certificate, QR codes.
  const buttons: readonly Link[] = [
    ...(view.profile ? [view.profile] : []),
    ...view.share,
    ...files(view, { fileName, locale, tools }),
    ...(isSchools ? [] : [{ label: tools.iprof, href: '/my/iprof' }]),
  ];
  return compact({
    card: cardView(view, { t, imageSrc, issuerName: ports.issuer.name }),
    phrase: phraseOf(name, ports.issuer.name, pageUrl),
    pageUrl,
    buttons,
    signature: {
      imageSrc: `${pageUrl}/image.png`,
      name,
      words: tools.signatureWords(ports.issuer.name),
      verify: tools.signatureVerify,
      pageUrl,
      text: tools.signatureLines(name, ports.issuer.name, pageUrl),
    },
    /** Files for web sites and other programs. */
    downloads: view.downloads,
    embedHtml: view.embedHtml,
    embedFrameHtml: view.embedFrameHtml,
  });
}

interface FilesContext {
  readonly fileName: string;
  readonly locale: Locale;
  readonly tools: PageTexts['my']['moment']['tools'];
}

function files({ pageUrl }: CredentialView, { fileName, locale, tools }: FilesContext): readonly Link[] {
  const lang = `?lang=${locale}`;
  return [
    { label: tools.wide, href: `${pageUrl}/preview.png${lang}`, download: `${fileName}-large.png` },
    { label: tools.square, href: `${pageUrl}/card-square.png${lang}`, download: `${fileName}-carre.png` },
    { label: tools.certificate, href: `${pageUrl}.pdf`, download: `${fileName}.pdf` },
    { label: tools.qrSvg, href: `${pageUrl}/qr.svg`, download: `${fileName}-qr.svg` },
    { label: tools.qrPng, href: `${pageUrl}/qr.png`, download: `${fileName}-qr.png` },
  ];
}
