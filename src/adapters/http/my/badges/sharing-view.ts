import { compact } from '../../../../domain/text/omit-undefined.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { badgeFileName } from '../../public/credential/badge-file-name.ts';
import { definitionOf } from '../../public/credential/definition.ts';
import { linkedInPostUrl, mailUrl } from '../../public/credential/share-links.ts';
import type { CredentialView } from '../../public/verify/verification-view.ts';
import { ownPath } from '../../responses/url-path.ts';
import type { Link } from '../../view-models/public-pages.ts';
import { TEXTS, textsOf } from '../../view-models/public-texts.ts';
import { cardView } from './network-card.tsx';
import type { Issued } from './owned.ts';

/** All tools with which the holder of a visible badge shares it. */
export type SharingView = ReturnType<typeof sharingView>;

interface Shared {
  readonly issued: Issued;
  readonly view: CredentialView;
  readonly locale: Locale;
}

/** The tools of a visible badge, from the view of its public page. */
export function sharingView({ ports }: AppDeps, { issued, view, locale }: Shared) {
  const { pages: t } = textsOf(ports, locale);
  const { pageUrl, name } = view;
  const tools = t.my.moment.tools;
  const isSchools = view.recipientKind === 'establishment';
  const phraseOf = isSchools ? tools.phraseOfSchool : tools.phraseOf;
  const said = {
    title: view.shareWords.title,
    text: phraseOf(name, ports.issuer.name),
    phrase: phraseOf(name, ports.issuer.name, pageUrl),
  };
  const fileName = badgeFileName(definitionOf(ports.catalogue, issued.award), issued);
  const imageSrc = ownPath(`${pageUrl}/preview.png?lang=${locale}`);
  const files = filesOf(view, { fileName, locale, tools });
  const { share } = TEXTS[locale].labels;
  return compact({
    card: cardView(view, { t, imageSrc, issuerName: ports.issuer.name }),
    said,
    pageUrl,
    /** The first thing to do. */
    mail: { label: share.mail, href: mailUrl(said) },
    /** What most holders use, one button each. */
    buttons: links(
      ...(view.profile ? [view.profile] : []),
      { label: share.linkedInPost, href: linkedInPostUrl(pageUrl) },
      files.certificate,
      files.wide,
    ),
    more: links(
      files.square,
      files.qrSvg,
      files.qrPng,
      ...(isSchools ? [] : [{ label: tools.iprof, href: '/my/iprof' }]),
    ),
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

const links = (...all: readonly Link[]) => all;

interface FilesContext {
  readonly fileName: string;
  readonly locale: Locale;
  readonly tools: PageTexts['my']['moment']['tools'];
}

function filesOf({ pageUrl }: CredentialView, { fileName, locale, tools }: FilesContext) {
  const lang = `?lang=${locale}`;
  return {
    wide: { label: tools.wide, href: `${pageUrl}/preview.png${lang}`, download: `${fileName}-large.png` },
    square: {
      label: tools.square,
      href: `${pageUrl}/card-square.png${lang}`,
      download: `${fileName}-carre.png`,
    },
    certificate: { label: tools.certificate, href: `${pageUrl}.pdf`, download: `${fileName}.pdf` },
    qrSvg: { label: tools.qrSvg, href: `${pageUrl}/qr.svg`, download: `${fileName}-qr.svg` },
    qrPng: { label: tools.qrPng, href: `${pageUrl}/qr.png`, download: `${fileName}-qr.png` },
  };
}
