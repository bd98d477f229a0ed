import { A } from '../../shell/a.tsx';
import { documentHref } from '../../shell/document-href.ts';
import { Layout } from '../../shell/layout.tsx';
import { Alignments } from '../../shell/parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { FrameworkView, MissionRowView, MissionView } from '../../shell/view-models.ts';

/** `/referentiel/rupn/v1`: families and missions. */
export function FrameworkPage({ view }: { view: FrameworkView }) {
  const frame = useFrame();
  const { t } = frame;
  return (
    <Layout title={t.framework.title} description={t.framework.description} section="framework">
      <h1>{t.framework.title}</h1>
      <p class="lede">{t.framework.lede}</p>
      <p class="note">{t.framework.version(view.version)}</p>
      {view.families.map((family) => (
        <section id={family.code}>
          <h2>{t.framework.family(family.code, family.label)}</h2>
          <ul class="missions">
            {family.missions.map((mission) => (
              <li>
                <span class="code">{mission.code}</span>
                <div>
                  <A href={mission.href}>{mission.label}</A>
                  <MissionNotes mission={mission} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <a href={documentHref(frame, view.documentHref)}>{t.framework.document}</a>
      </p>
    </Layout>
  );
}

function MissionNotes({ mission }: { mission: MissionRowView }) {
  const { t } = useFrame();
  const notes = [
    ...(mission.conditional ? [t.framework.conditional] : []),
    ...(mission.counted ? [] : [t.framework.notCounted]),
  ];
  return notes.length > 0 ? <span class="note">{notes.join(', ')}</span> : null;
}

/** `/referentiel/rupn/v1/missions/{code}`: one mission, to which our badges are aligned. */
export function MissionPage({ view }: { view: MissionView }) {
  const frame = useFrame();
  const { t } = frame;
  const family = t.framework.family(view.family.code, view.family.label);
  return (
    <Layout
      title={view.label}
      description={t.mission.kicker(view.code, view.family.label)}
      section="framework"
    >
      <p class="kicker">{t.mission.kicker(view.code, view.family.label)}</p>
      <h1>{view.label}</h1>
      <p>
        <A href={`${view.frameworkHref}#${view.family.code}`}>{family}</A>
      </p>
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
        <A href={view.frameworkHref}>{t.mission.back}</A>
        {' · '}
        <a href={documentHref(frame, view.documentHref)}>{t.framework.document1}</a>
      </p>
    </Layout>
  );
}
