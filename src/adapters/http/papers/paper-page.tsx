import type { ConfirmedPaper } from '../../../application/school/papers.ts';
import type { MissionFramework } from '../../../domain/engagement/mission.ts';
import { factsDayOf } from '../../../domain/paper/paper.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { Layout } from '../shell/layout.tsx';
import { useFrame } from '../shell/use-frame.ts';
import { type Fact, paperFacts } from './paper-facts.ts';

interface PaperPageProps {
  readonly confirmed: ConfirmedPaper;
  readonly framework: MissionFramework;
}

/** `/papers/{id}`: confirms the facts of a printed paper, and shows nothing else. */
export function PaperPage({ confirmed, framework }: PaperPageProps) {
  const frame = useFrame();
  const { kinds, public: t } = frame.t.school.papers;
  const { paper, establishment, summary } = confirmed;
  const place = [establishment.name, establishment.commune].filter(Boolean).join(', ');
  const year = schoolYearLabel(paper.schoolYear);
  const wording = { locale: frame.locale, t: frame.t, framework };
  const facts: readonly Fact[] = [
    ...('name' in summary ? [{ label: t.name, values: [summary.name] }] : []),
    { label: t.establishment, values: [place] },
    { label: t.schoolYear, values: [year] },
    ...paperFacts(summary, year, wording),
  ];
  return (
    <Layout title={t.title} description={t.description}>
      <p class="kicker">{t.title}</p>
      <h1>{kinds[paper.kind].name}</h1>
      <p class="lede">{t.genuine}</p>
      <p>
        {t.madeBy(frame.t.day(paper.madeAt))} {t.factsOn(frame.t.day(factsDayOf(paper)))}
      </p>
      <Standing changed={confirmed.changed} />
      <h2>{t.facts}</h2>
      <Facts facts={facts} />
      <p class="note">{t.onlyThis}</p>
      {summary.kind === 'imp-file' && <p class="note">{t.noNames}</p>}
    </Layout>
  );
}

/** Says whether all facts are still true, or which ones have changed. */
function Standing({ changed }: Pick<ConfirmedPaper, 'changed'>) {
  const t = useFrame().t.school.papers.public;
  if (changed.length === 0) return <p class="notice notice-done">{t.unchanged}</p>;
  return (
    <div class="notice">
      <p>{t.changed}</p>
      <ul>
        {changed.map((section) => (
          <li>{t.changes[section]}</li>
        ))}
      </ul>
      <p>{t.askAnew}</p>
    </div>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts-list">
      {facts.map(({ label, values }) => (
        <>
          <dt>{label}</dt>
          <dd>
            {values.map((value) =>
              typeof value === 'string' ? (
                <p>{value}</p>
              ) : (
                <>
                  <p>{value.title}</p>
                  <ul>
                    {value.items.map((item) => (
                      <li>{item}</li>
                    ))}
                  </ul>
                </>
              ),
            )}
          </dd>
        </>
      ))}
    </dl>
  );
}
