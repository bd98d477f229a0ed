import type { Child } from 'hono/jsx';
import type { ShownProfile } from '../../../../application/holder/public-profile.ts';
import type { Instant } from '../../../../domain/time/time.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { About } from '../../shell/about.tsx';
import { Layout } from '../../shell/layout.tsx';
import { ownPath } from '../../shell/own-path.ts';
import { ShareFold } from '../../shell/share-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { Link } from '../../shell/view-models.ts';
import { Wide } from '../../shell/wide.tsx';
import { credentialView } from '../credential/credential-view.ts';
import { definitionOf } from '../credential/definition-of.ts';
import { headline } from '../credential/headline.ts';
import { Years } from '../credential/portrait.tsx';
import { linkedInPostUrl, mailUrl } from '../credential/share-links.ts';
import { VerdictMark } from '../verify/verdict.tsx';
import type { CredentialView } from '../verify/verification-view.ts';

interface ProfilePageProps {
  readonly view: ProfileView;
  /** The page's own address; absent in a preview, which has none yet. */
  readonly pageUrl?: string;
  /** Stands above a preview. */
  readonly notice?: { readonly text: string; readonly link: Link };
}

/** `/profiles/{id}`: the person, then each badge with its verdict, in one list. */
export function ProfilePage({ view, pageUrl, notice }: ProfilePageProps) {
  const frame = useFrame();
  const { issuer } = frame;
  const t = frame.t.profile;
  const total = view.badges.length;
  const { highest } = view;
  const title = view.name !== undefined && highest ? headline(frame.t, highest) : t.nameless(total);
  return (
    <Layout copies title={t.titleOf(view.name, total, issuer.name)} description={t.description(issuer.name)}>
      {notice && (
        <p class="notice">
          {notice.text} <a href={notice.link.href}>{notice.link.label}</a>
        </p>
      )}
      <article class="profile">
        {highest && (
          <First highest={highest} title={title}>
            <p class="lede">
              {view.name === undefined
                ? t.deliveredNameless(total, issuer.name)
                : t.delivered(total, issuer.name)}
            </p>
            {pageUrl && <ProfileActions title={title} total={total} pageUrl={pageUrl} />}
          </First>
        )}
        <Wide first margin={highest && <Years view={highest} />}>
          <BadgeList badges={view.badges} />
        </Wide>
        <About />
        <p class="checked-at no-print">
          {t.checkedAt(frame.t.moment(view.checkedAt))}{' '}
          {!notice && !frame.copiedAt && <a href={frame.languages[frame.locale]}>{t.checkAgain}</a>}
        </p>
        <p class="note">{t.chosen}</p>
        {pageUrl && <PrintedAddress pageUrl={pageUrl} checkedAt={view.checkedAt} />}
      </article>
    </Layout>
  );
}

/** The first screen: the highest badge, large, and what the person is. */
function First({ highest, title, children }: { highest: ProfileBadge; title: string; children: Child }) {
  return (
    <div class="portrait-first">
      <a class="portrait-badge" href={highest.pageUrl}>
        <img src={highest.image.src} alt={highest.image.alt} width="320" height="320" />
      </a>
      <div class="portrait-words">
        <h1>{title}</h1>
        {children}
      </div>
    </div>
  );
}

/** Quiet buttons: share, print. */
function ProfileActions({ title, total, pageUrl }: { title: string; total: number; pageUrl: string }) {
  const { t, issuer } = useFrame();
  const phrase = t.profile.shared(title, total, issuer.name, pageUrl);
  const said = { title, text: t.profile.shared(title, total, issuer.name), phrase };
  const links = [
    { label: t.profile.post, href: linkedInPostUrl(pageUrl) },
    { label: t.profile.mail, href: mailUrl(said) },
  ];
  return (
    <div class="badge-actions no-print">
      <ShareFold shared={{ ...said, pageUrl, links }} />
      <button type="button" data-print hidden>
        {t.credential.print}
      </button>
    </div>
  );
}

/** One badge of a profile, with nothing that its own page does not show. */
export type ProfileBadge = Pick<
  CredentialView,
  | 'name'
  | 'description'
  | 'image'
  | 'recipient'
  | 'recipientKind'
  | 'awarded'
  | 'validUntil'
  | 'report'
  | 'portrait'
  | 'pageUrl'
  | 'about'
>;

/** `/profiles/{id}`: a person's public page. */
export interface ProfileView {
  /** The person's name in the listed badges; absent where they name nobody. */
  readonly name?: string;
  readonly badges: readonly ProfileBadge[];
  /** The valid badge of the highest level; where none has a level, the newest. */
  readonly highest?: ProfileBadge;
  readonly checkedAt: Instant;
}

/** The page of these badges, each verified now by the steps of the standard. The name comes from the served
 *  badges, so the page never shows more than they do. */
export async function profileView(
  deps: AppDeps,
  badges: ShownProfile['badges'],
  locale: Locale,
): Promise<ProfileView> {
  const checkedAt = deps.ports.clock.now();
  const views = await Promise.all(
    badges.map(async ({ award, credential }) => {
      const bytes = new TextEncoder().encode(credential.document);
      const report = await deps.verify({ kind: 'bytes', bytes });
      return credentialView(deps, { award, credential, report, checkedAt, locale });
    }),
  );
  const highest = highestOf(deps, badges, views);
  const name = views.find(({ recipient }) => recipient !== undefined)?.recipient;
  return {
    ...(name !== undefined && { name }),
    badges: views,
    ...(highest && { highest }),
    checkedAt,
  };
}

function highestOf(
  { ports: { catalogue } }: AppDeps,
  badges: ShownProfile['badges'],
  views: readonly ProfileBadge[],
): ProfileBadge | undefined {
  const ranked = badges.flatMap(({ award }, index) => {
    const view = views[index];
    const { drawing } = definitionOf(catalogue, award);
    const level = drawing.kind === 'rings' ? drawing.rings : 0;
    return view ? [{ view, rank: view.report.verdict === 'valid' ? level : -1 }] : [];
  });
  return ranked.toSorted((a, b) => b.rank - a.rank)[0]?.view;
}

/** Only on paper: the QR code, the address beside it, the date of the verification. */
export function PrintedAddress({ pageUrl, checkedAt }: { pageUrl: string; checkedAt: string }) {
  const frame = useFrame();
  const t = frame.t.profile;
  return (
    <div class="print-only printed-proof">
      <img src={ownPath(`${pageUrl}/qr.svg`)} alt={t.qr} />
      <div>
        <p>
          <strong>{pageUrl}</strong>
        </p>
        <p>{t.qrText}</p>
        <p>{t.printedOn(frame.t.moment(checkedAt))}</p>
      </div>
    </div>
  );
}

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
