import type { AboutWords } from './about-words.ts';
import { useFrame } from './use-frame.ts';

/** Explains the mission and the issuer to a stranger, once a page: the issuer of one badge, or of all. */
export function About({ badge }: { readonly badge?: AboutWords }) {
  const { about } = useFrame();
  return (
    <div class="about">
      <p>{badge ? `${badge.mission} ${badge.delivered}` : `${about.mission} ${about.office}`}</p>
    </div>
  );
}
