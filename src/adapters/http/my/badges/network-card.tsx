/** A badge as networks and messengers show its link. */
export interface NetworkCardView {
  readonly imageSrc: string;
  readonly imageAlt: string;
  readonly title: string;
  readonly description: string;
  readonly host: string;
}

/** The picture with the page's title and description below it, in a frame like that of a network. */
export function NetworkCard({ card }: { card: NetworkCardView }) {
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
