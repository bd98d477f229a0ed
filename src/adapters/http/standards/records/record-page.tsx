import { raw } from 'hono/html';
import { badgePathSvg } from '../../../../drawings/badge-path-svg.ts';
import { BadgeList } from '../../public/profile/badge-list.tsx';
import { PrintedAddress } from '../../public/profile/printed-address.tsx';
import { VerdictMark } from '../../public/verify/verdict.tsx';
import { Layout } from '../../shell/layout.tsx';
import { LinkList } from '../../shell/parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { RECORD_FORMS } from './record-forms.ts';
import type { RecordView } from './record-view.ts';

/** `/records/{id}`: the holder and the day, the verdict, the path, each badge, the signed files. */
export function RecordPage({ view }: { view: RecordView }) {
  const frame = useFrame();
  const { issuer } = frame;
  const t = frame.t.badgeRecord;
  const { report, pageUrl } = view;
  return (
    <Layout title={t.titleOf(view.name, issuer.name)} description={t.description(issuer.name)}>
      <article class="profile">
        <h1>{view.name ?? t.nameless}</h1>
        <p class="lede">{t.madeOn(view.badges.length, frame.t.day(view.madeAt), issuer.name)}</p>
        <p>
          {view.name === undefined && `${t.namelessHolder} `}
          {t.partial}
        </p>
        <p class="profile-verdict">
          <VerdictMark verdict={report.verdict} /> {report.sentence}
        </p>
        <Path view={view} />
        <h2>{t.badges}</h2>
        <BadgeList badges={view.badges} />
        <h2 class="no-print">{t.take}</h2>
        <p class="no-print">{t.takeText}</p>
        <LinkList
          links={RECORD_FORMS.map((form) => ({
            href: `${pageUrl}.${form}${form === 'pdf' && frame.locale === 'en' ? '?lang=en' : ''}`,
            label: t.files[form],
          }))}
        />
        <p class="checked-at no-print">{frame.t.profile.checkedAt(frame.t.moment(view.checkedAt))}</p>
        <PrintedAddress pageUrl={pageUrl} checkedAt={view.checkedAt} />
      </article>
    </Layout>
  );
}

function Path({ view: { ladder, themes } }: { view: RecordView }) {
  const t = useFrame().t.badgeRecord;
  const all = [...ladder, ...themes];
  const drawing = {
    title: t.pathTitle,
    description: t.pathText(all.map(({ name, words }) => `${name} : ${words.replace(/\.$/, '')}`)),
    ladder: { heading: ladder.length > 0 ? t.ladder : '', stops: ladder },
    themes: { heading: themes.length > 0 ? t.themes : '', stops: themes },
  };
  return (
    <section aria-labelledby="path">
      <h2 id="path">{t.path}</h2>
      <div class="path-block">
        <div class="path-wide">{raw(badgePathSvg({ ...drawing, width: 1000 }))}</div>
        <div class="path-narrow">{raw(badgePathSvg({ ...drawing, width: 350 }))}</div>
      </div>
    </section>
  );
}
