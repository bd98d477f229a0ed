import { Layout } from '../../shell/layout.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { Link } from '../../shell/view-models.ts';
import { BadgeList } from './badge-list.tsx';
import { PrintedAddress } from './printed-address.tsx';
import type { ProfileView } from './profile-view.ts';

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
  return (
    <Layout title={t.titleOf(view.name, total, issuer.name)} description={t.description(issuer.name)}>
      {notice && (
        <p class="notice">
          {notice.text} <a href={notice.link.href}>{notice.link.label}</a>
        </p>
      )}
      <article class="profile">
        <h1>{view.name ?? t.nameless(total)}</h1>
        <p class="lede">
          {view.name === undefined
            ? t.deliveredNameless(total, issuer.name)
            : t.delivered(total, issuer.name)}
        </p>
        {view.badges[0] && <p class="prose">{view.badges[0].about.mission}</p>}
        <BadgeList badges={view.badges} />
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
