import { useFrame } from '../../shell/use-frame.ts';
import { VerdictMark } from '../verify/verdict.tsx';
import type { ProfileBadge } from './profile-view.ts';

/** Badges of one person, each with its current verdict and a link to its page. */
export function BadgeList({ badges }: { badges: readonly ProfileBadge[] }) {
  return (
    <ul class="profile-badges">
      {badges.map((badge) => (
        <ListedBadge badge={badge} />
      ))}
    </ul>
  );
}

function ListedBadge({ badge }: { badge: ProfileBadge }) {
  const frame = useFrame();
  const t = frame.t.profile;
  const { report, image, validUntil } = badge;
  // Where the signature is not valid, the page shows nothing else about the badge.
  const holds = report.verdict !== 'signature-not-valid';
  const end = validUntil && (report.verdict === 'expired' ? t.ended : t.validUntil)(frame.t.day(validUntil));
  return (
    <li>
      <img src={image.src} alt={image.alt} width="128" height="128" />
      <div>
        <h2>
          <a href={badge.pageUrl}>{badge.name}</a>
        </h2>
        <p class="profile-verdict">
          <VerdictMark verdict={report.verdict} /> {report.word}
        </p>
        {holds && badge.portrait.duration > 0 && (
          <p class="profile-years">{t.yearsOf(badge.portrait.duration)}</p>
        )}
        {holds && (
          <p class="note">{[t.issuedOn(frame.t.awarded(badge.awarded)), end].filter(Boolean).join(', ')}</p>
        )}
      </div>
    </li>
  );
}
