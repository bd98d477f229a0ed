import { ShareDetails } from '../../adapters/http/components/share-fields.tsx';
import { About } from '../../adapters/http/components/summary-list.tsx';
import { TwoColumns } from '../../adapters/http/components/two-columns.tsx';
import type { AppDeps, Locale } from '../../adapters/http/env.ts';
import { Layout } from '../../adapters/http/layout/html-document.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definitionOf } from '../../adapters/http/public/credential/definition.ts';
import { headline } from '../../adapters/http/public/credential/headline.ts';
import {
  Deeds,
  FirstScreen,
  type FirstView,
  Years,
} from '../../adapters/http/public/credential/portrait.tsx';
import { linkedInPostUrl, mailUrl } from '../../adapters/http/public/credential/share-links.ts';
import { credentialView } from '../../adapters/http/public/credential/view.ts';
import { VerdictMark } from '../../adapters/http/public/verify/verdict.tsx';
import type { CredentialView } from '../../adapters/http/public/verify/verification-view.ts';
import { ownPath } from '../../adapters/http/responses/url-path.ts';
import type { Link } from '../../adapters/http/view-models/public-pages.ts';
import { levelOf } from '../../domain/criteria/definition.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { CREDENTIAL_TEXTS } from '../../issuing/achievement.ts';
import type { ShownProfile } from './actions.ts';

interface ProfilePageProps {
  readonly view: ProfileView;
  /** The page's own address; absent in a preview, which has none yet. */
  readonly pageUrl?: string;
  /** Stands above a preview. */
  readonly notice?: { readonly text: string; readonly link: Link };
}

/** `/profiles/{id}`: the highest badge as on its own page, what the person does, the years; then the other badges,
 *  each with its verdict. */
export function ProfilePage({ view, pageUrl, notice }: ProfilePageProps) {
  const pageContext = usePageContext();
  const { issuer } = pageContext;
  const t = pageContext.t.publicProfiles;
  const total = view.badges.length;
  const { highest } = view;
  const title = highest ? headline(pageContext.t, highest) : (view.name ?? t.nameless(total));
  const below = (
    <>
      {total > 1 && <p>{t.delivered(total, issuer.name)}</p>}
      {pageUrl && <ProfileActions title={title} total={total} pageUrl={pageUrl} />}
    </>
  );
  return (
    <Layout copies title={t.titleOf(view.name, total, issuer.name)} description={t.description(issuer.name)}>
      {notice && (
        <p class="notice">
          {notice.text} <a href={notice.link.href}>{notice.link.label}</a>
        </p>
      )}
      <article class="profile portrait">
        {highest ? (
          <FirstScreen view={highest} href={highest.pageUrl}>
            {below}
          </FirstScreen>
        ) : (
          <>
            <h1>{title}</h1>
            {below}
          </>
        )}
        <About />
        <TwoColumns first margin={highest && <Years view={highest} />}>
          {highest && <Deeds view={{ ...highest, portrait: together(highest, view.badges) }} />}
          <BadgeList title={t.others} badges={view.badges.filter((badge) => badge !== highest)} />
        </TwoColumns>
        <p class="checked-at no-print">
          {t.checkedAt(pageContext.t.moment(view.checkedAt))}{' '}
          {!notice && !pageContext.copiedAt && (
            <a href={pageContext.languages[pageContext.locale]}>{t.checkAgain}</a>
          )}
        </p>
        <p class="note">{t.chosen}</p>
        {pageUrl && <PrintedAddress pageUrl={pageUrl} checkedAt={view.checkedAt} />}
      </article>
    </Layout>
  );
}

/** The work that the valid badges of a profile name, each phrase once, with the years and schools of the highest. */
function together({ portrait }: ProfileBadge, badges: readonly ProfileBadge[]): ProfileBadge['portrait'] {
  const valid = badges.filter(({ report }) => report.verdict === 'valid');
  const deeds = new Map(
    [portrait, ...valid.map((badge) => badge.portrait)].flatMap((one) =>
      one.deeds.map((deed) => [deed.words, deed] as const),
    ),
  );
  return { ...portrait, deeds: [...deeds.values()] };
}

/** Quiet buttons: share, print. */
function ProfileActions({ title, total, pageUrl }: { title: string; total: number; pageUrl: string }) {
  const { t, issuer } = usePageContext();
  const phrase = t.publicProfiles.shared(title, total, issuer.name, pageUrl);
  const { address } = t.publicProfiles;
  const stated = { title, text: t.publicProfiles.shared(title, total, issuer.name), phrase, address };
  const links = [
    { label: t.publicProfiles.post, href: linkedInPostUrl(pageUrl) },
    { label: t.publicProfiles.mail, href: mailUrl(stated) },
  ];
  return (
    <div class="badge-actions no-print">
      <ShareDetails shared={{ ...stated, pageUrl, links }} />
      <button type="button" data-print hidden>
        {t.credential.print}
      </button>
    </div>
  );
}

/** One badge of a profile, with nothing that its own page does not show. */
export type ProfileBadge = Pick<CredentialView, keyof FirstView | 'description' | 'pageUrl' | 'about'>;

/** `/profiles/{id}`: a person's public page. */
export interface ProfileView {
  /** The person's name in the listed badges; absent if they name no one. */
  readonly name?: string;
  readonly badges: readonly ProfileBadge[];
  /** The valid badge of the highest level; where none has a level, the newest. Absent if none is valid. */
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
    const level = levelOf(definitionOf(catalogue, award));
    return view?.report.verdict === 'valid' ? [{ view, level }] : [];
  });
  return ranked.toSorted((a, b) => b.level - a.level)[0]?.view;
}

/** Only on paper: the QR code, the address next to it, the date of the verification. */
export function PrintedAddress({ pageUrl, checkedAt }: { pageUrl: string; checkedAt: string }) {
  const pageContext = usePageContext();
  const t = pageContext.t.publicProfiles;
  return (
    <div class="print-only printed-proof">
      <img src={ownPath(`${pageUrl}/qr.svg`)} alt={t.qr} />
      <div>
        <p>
          <strong>{pageUrl}</strong>
        </p>
        <p>{t.qrText}</p>
        <p>{t.printedOn(pageContext.t.moment(checkedAt))}</p>
      </div>
    </div>
  );
}

/** Badges of one person under a heading, each with its current verdict and a link to its page. */
export function BadgeList({ title, badges }: { title: string; badges: readonly ProfileBadge[] }) {
  if (badges.length === 0) return null;
  return (
    <section aria-labelledby="badges">
      <h2 id="badges">{title}</h2>
      <ul class="profile-badges">
        {badges.map((badge) => (
          <ListedBadge badge={badge} />
        ))}
      </ul>
    </section>
  );
}

function ListedBadge({ badge }: { badge: ProfileBadge }) {
  const pageContext = usePageContext();
  const t = pageContext.t.publicProfiles;

  const { report, image, validUntil } = badge;
  // Where the signature is not valid, the page shows nothing else about the badge.
  const holds = report.verdict !== 'signature-not-valid';
  const end =
    validUntil && (report.verdict === 'expired' ? t.ended : t.validUntil)(pageContext.t.day(validUntil));
  return (
    <li>
      <img src={image.src} alt={image.alt} width="128" height="128" />
      <div>
        <h3>
          <a href={badge.pageUrl}>{badge.name}</a>
        </h3>
        <p class="profile-verdict">
          <VerdictMark verdict={report.verdict} /> {report.word}
        </p>
        {holds && badge.portrait.duration > 0 && (
          <p class="profile-years">{t.yearsOf(badge.portrait.duration)}</p>
        )}
        {holds && badge.portrait.schools.length > 0 && (
          <p>{CREDENTIAL_TEXTS[pageContext.locale].schools(badge.portrait.schools)}</p>
        )}
        {holds && (
          <p class="note">
            {[t.issuedOn(pageContext.t.awarded(badge.awarded)), end].filter(Boolean).join(', ')}
          </p>
        )}
      </div>
    </li>
  );
}
