import { compact } from '../../../../domain/compact.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { badgeFileName } from '../../public/credential/badge-file-name.ts';
import { definitionOf } from '../../public/credential/definition-of.ts';
import { sharedWords } from '../../public/credential/shared-words.ts';
import type { CredentialView } from '../../public/verify/verification-view.ts';
import type { Link } from '../../shell/view-models.ts';
import { wordsOf } from '../../shell/words.ts';
import type { NetworkCardView } from './network-card.tsx';
import type { Issued } from './owned-badge.ts';
import type { Signature } from './signature.ts';

/** All tools with which the holder of a visible badge shares it. */
export interface SharingView {
  readonly card: NetworkCardView;
  readonly phrase: string;
  readonly pageUrl: string;
  /** One button for each of them: networks, pictures, the certificate, QR codes. */
  readonly buttons: readonly Link[];
  readonly signature: Signature;
  /** Files for web sites and other programs. */
  readonly downloads: CredentialView['downloads'];
  readonly embedHtml?: string;
  readonly embedFrameHtml?: string;
}

interface Shared {
  readonly issued: Issued;
  readonly view: CredentialView;
  readonly locale: Locale;
}

/** The tools of a visible badge, from the view of its public page. */
export function sharingView({ ports }: AppDeps, { issued, view, locale }: Shared): SharingView {
  const { pages: t } = wordsOf(ports, locale);
  const { pageUrl, name } = view;
  const tools = t.my.moment.tools;
  const isSchools = view.recipientKind === 'establishment';
  const phraseOf = isSchools ? tools.phraseOfSchool : tools.phraseOf;
  const fileName = badgeFileName(definitionOf(ports.catalogue, issued.award), issued);
  const imageSrc = `${pageUrl}/preview.png?lang=${locale}`;
  return compact({
    card: cardView(view, { t, imageSrc, issuerName: ports.issuer.name }),
    phrase: phraseOf(name, ports.issuer.name, pageUrl),
    pageUrl,
    buttons: [
      ...(view.profile ? [view.profile] : []),
      ...view.share,
      ...files(view, { fileName, locale, tools }),
      ...(isSchools ? [] : [{ label: tools.iprof, href: '/my/iprof' }]),
    ],
    signature: {
      imageSrc: `${pageUrl}/image.png`,
      name,
      words: tools.signatureWords(ports.issuer.name),
      verify: tools.signatureVerify,
      pageUrl,
      text: tools.signatureLines(name, ports.issuer.name, pageUrl),
    },
    downloads: view.downloads,
    embedHtml: view.embedHtml,
    embedFrameHtml: view.embedFrameHtml,
  });
}

interface CardContext {
  readonly t: PageTexts;
  readonly imageSrc: string;
  readonly issuerName: string;
}

/** The card of a page, with the page's title and description for networks. */
export function cardView(view: CredentialView, { t, imageSrc, issuerName }: CardContext): NetworkCardView {
  const imageAlt = t.my.moment.tools.cardAlt(view.name);
  return { imageSrc, imageAlt, host: new URL(view.pageUrl).host, ...sharedWords(view, t, issuerName) };
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
