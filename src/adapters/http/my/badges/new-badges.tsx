import { useFrame } from '../../shell/use-frame.ts';

/** A badge that waits for its holder's answer, as the home of their space shows it. */
export interface NewBadgeView {
  readonly id: string;
  readonly name: string;
}

/** The new badges, drawn, with the one link to answer them; nothing where there is none. */
export function NewBadges({ badges }: { badges: readonly NewBadgeView[] }) {
  const t = useFrame().t.my.moment.home;
  const many = badges.length;
  if (many === 0) return null;
  return (
    <section class="new-badges-short" aria-labelledby="new-badges">
      <h2 id="new-badges">{t.title(many)}</h2>
      <ul>
        {badges.map(({ id, name }) => (
          <li>
            <img src={`/my/badges/${id}/image.svg?size=128`} alt="" width="128" height="128" />
            <strong>{name}</strong>
          </li>
        ))}
      </ul>
      <p>{t.text(many)}</p>
      <p>
        <a class="button" href="/my/badges/new">
          {t.see(many)}
        </a>
      </p>
    </section>
  );
}
