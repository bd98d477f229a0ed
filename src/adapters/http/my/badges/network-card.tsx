import type { PageTexts } from '../../../../texts/fr/pages.ts';
import { linkPreviewTexts } from '../../public/credential/link-preview.ts';
import type { CredentialView } from '../../public/verify/verification-view.ts';

/** The picture with the page's title and description below it, in a frame like that of a network. */
export function NetworkCard({ card }: { card: ReturnType<typeof cardView> }) {
  return (
    <figure class="network-card">
      <img src={card.imageSrc} alt={card.imageAlt} width="1200" height="630" />
      <figcaption>
        <span class="note">{card.host}</span>
        <strong>{card.title}</strong>
        <span>{card.description}</span>
      </figcaption>
    </figure>
  );
}

interface CardContext {
  readonly t: PageTexts;
  readonly imageSrc: string;
  readonly issuerName: string;
}

/** The card of a page, with the page's title and description for networks. */
export function cardView(view: CredentialView, { t, imageSrc, issuerName }: CardContext) {
  const imageAlt = t.my.moment.tools.cardAlt(view.name);
  return { imageSrc, imageAlt, host: new URL(view.pageUrl).host, ...linkPreviewTexts(view, t, issuerName) };
}
