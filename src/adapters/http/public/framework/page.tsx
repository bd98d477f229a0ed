import type { Child } from 'hono/jsx';
import type { ReferenceSection } from '../../../../domain/engagement/mission.ts';
import { Alignments } from '../../components/details.tsx';
import { TextLink } from '../../components/link.tsx';
import { News } from '../../components/news.tsx';
import { TwoColumns } from '../../components/two-columns.tsx';
import { Layout } from '../../layout/html-document.tsx';
import { documentHref, usePageContext } from '../../layout/page-context.ts';
import type { FrameworkView, MissionRowView, MissionView } from '../../view-models/public-pages.ts';

/** `/referentiel/rupn/v1`: the reference text whole: pillars, missions, organisation, means, recognition and
 *  support. */
export function FrameworkPage({ view }: { view: FrameworkView }) {
  const pageContext = usePageContext();
  const t = pageContext.t.framework;
  return (
    <Layout title={t.title} description={t.description} section="framework">
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      <p class="note">{t.version(view.version)}</p>
      <TwoColumns first margin={<SectionLinks view={view} />}>
        <Items part="pillars" words={t.pillars} view={view} />
        {view.families.map((family) => (
          <Family family={family} />
        ))}
        <Items part="principles" id="team" words={t.principles} view={view} />
        <Items part="means" words={t.means} view={view} />
        <Items part="recognition" words={t.recognition} view={view}>
          <p class="note">{t.recognition.note}</p>
          <p>
            <TextLink href="/badges">{t.recognition.badges}</TextLink>
          </p>
        </Items>
        <Items part="support" words={t.support} view={view}>
          {!pageContext.copiedAt && (
            <p>
              <TextLink href="/my/support/new">{t.support.ask}</TextLink> {t.support.write}{' '}
              <a href={`mailto:${view.email}`}>{view.email}</a>.
            </p>
          )}
        </Items>
        <News news={view.news} />
        <p>
          <a href={documentHref(pageContext, view.documentHref)}>{t.document}</a>
        </p>
      </TwoColumns>
    </Layout>
  );
}

function SectionLinks({ view }: { view: FrameworkView }) {
  const t = usePageContext().t.framework;
  const parts = [
    ['pillars', t.pillars.title],
    ...view.families.map(({ code, label }) => [code, t.family(code, label)] as const),
    ['team', t.principles.title],
    ['means', t.means.title],
    ['recognition', t.recognition.title],
    ['support', t.support.title],
  ] as const;
  return (
    <nav class="sections" aria-label={t.contents}>
      {parts.map(([id, title]) => (
        <a href={`#${id}`}>{title}</a>
      ))}
    </nav>
  );
}

interface ItemsProps {
  readonly part: ReferenceSection;
  /** The anchor of the part, where it differs from its name. */
  readonly id?: string;
  readonly words: { readonly title: string; readonly lede?: string };
  readonly view: FrameworkView;
  readonly children?: Child;
}

/** A part of the reference text, item by item. Each has its code as its id. */
function Items({ part, id = part, words, view, children }: ItemsProps) {
  return (
    <section id={id}>
      <h2>{words.title}</h2>
      {words.lede && <p>{words.lede}</p>}
      <ul class="prose">
        {view.text[part].map((item) => (
          <li id={item.code}>{item.words}</li>
        ))}
      </ul>
      {children}
    </section>
  );
}

function Family({ family }: { family: FrameworkView['families'][number] }) {
  const t = usePageContext().t.framework;
  return (
    <section id={family.code}>
      <h2>{t.family(family.code, family.label)}</h2>
      <ul class="missions">
        {family.missions.map((mission) => (
          <li>
            <span class="code">{mission.code}</span>
            <div>
              <TextLink href={mission.href}>{mission.label}</TextLink>
              <MissionNotes mission={mission} />
              <Organisation mission={mission} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The ways to share a mission out, which the reference text proposes. */
function Organisation({ mission }: { mission: MissionRowView }) {
  const t = usePageContext().t.framework;
  const { organisation, priorities } = mission;
  const texts = [
    ...(organisation.length > 0 ? [t.organisation(organisation)] : []),
    ...(priorities.length > 0 ? [t.rank(priorities.join(', '), mission.familyLabel)] : []),
  ];
  return texts.length > 0 ? <span class="note">{texts.join(' · ')}</span> : null;
}

function MissionNotes({ mission }: { mission: MissionRowView }) {
  const { t } = usePageContext();
  const notes = [
    ...(mission.conditional ? [t.framework.conditional] : []),
    ...(mission.counted ? [] : [t.framework.notCounted]),
  ];
  return notes.length > 0 ? <span class="note">{notes.join(', ')}</span> : null;
}

/** The missions of the same family, and the way back to all. */
function Siblings({ view }: { view: MissionView }) {
  const { mission: t } = usePageContext().t;
  return (
    <nav aria-label={view.family.label}>
      <p class="card-label">
        <TextLink href={`${view.frameworkHref}#${view.family.code}`}>{view.family.label}</TextLink>
      </p>
      <ul>
        {view.siblings.map(({ code, label, href }) => (
          <li>
            <TextLink href={href} {...(code === view.code && { 'aria-current': 'page' as const })}>
              {label}
            </TextLink>
          </li>
        ))}
      </ul>
      <p>
        <TextLink href={view.frameworkHref}>{t.back}</TextLink>
      </p>
    </nav>
  );
}

/** `/referentiel/rupn/v1/missions/{code}`: one mission, to which our badges are aligned. */
export function MissionPage({ view }: { view: MissionView }) {
  const pageContext = usePageContext();
  const { t } = pageContext;
  return (
    <Layout
      title={view.label}
      description={t.mission.kicker(view.code, view.family.label)}
      section="framework"
    >
      <p class="kicker">{t.mission.kicker(view.code, view.family.label)}</p>
      <h1>{view.label}</h1>
      <TwoColumns margin={<Siblings view={view} />}>
        {view.organisation.length > 0 && (
          <p>
            <Organisation mission={view} />
          </p>
        )}
        {view.conditional && <p class="notice">{t.mission.conditionalText}</p>}
        {!view.counted && <p class="notice">{t.mission.notCountedText}</p>}
        <section>
          <h2>{t.mission.alignments}</h2>
          {view.alignments.length > 0 ? (
            <Alignments alignments={view.alignments} />
          ) : (
            <p>{t.mission.noAlignment}</p>
          )}
        </section>
        <p>
          <a href={documentHref(pageContext, view.documentHref)}>{t.framework.document1}</a>
        </p>
      </TwoColumns>
    </Layout>
  );
}
