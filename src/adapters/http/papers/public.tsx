import { Hono } from 'hono';
import type { ConfirmedPaper } from '../../../application/school/papers.ts';
import type { MissionFramework } from '../../../domain/engagement/mission.ts';
import { factsDayOf, parsePaperId } from '../../../domain/paper/types.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { About } from '../components/summary-list.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { Layout } from '../layout/html-document.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { answerError, answerPage, pageContextOf } from '../responses/page.tsx';
import { type Fact, paperFacts } from './facts.ts';

/** `/papers/{id}`: public, but its address stands only on the paper. An unknown and an erased
 *  one get the same answer. */
export function publicPaperRoutes(deps: AppDeps) {
  return new Hono<AppEnv>().get('/papers/:id', async (c) => {
    const id = parsePaperId(c.req.param('id'));
    const confirmed = id && (await deps.services.confirmPaper(id));
    if (!confirmed) return answerError(c, deps, { kind: 'paper-not-found', status: 404 });
    const { framework } = deps.ports.catalogue;
    return answerPage(c, pageContextOf(c, deps), <PaperPage {...confirmed} framework={framework} />);
  });
}

/** Confirms the facts of a printed paper, and shows nothing else. */
function PaperPage({
  paper,
  establishment,
  summary,
  changed,
  framework,
}: ConfirmedPaper & { framework: MissionFramework }) {
  const { locale, t: texts } = usePageContext();
  const { kinds, public: t } = texts.school.papers;
  const place = [establishment.name, establishment.commune].filter(Boolean).join(', ');
  const year = schoolYearLabel(paper.schoolYear);
  const facts: readonly Fact[] = [
    ...('name' in summary ? [{ label: t.name, values: [summary.name] }] : []),
    { label: t.establishment, values: [place] },
    { label: t.schoolYear, values: [year] },
    ...paperFacts(summary, year, { locale, t: texts, framework }),
  ];
  return (
    <Layout title={t.title} description={t.description}>
      <p class="kicker">{t.title}</p>
      <h1>{kinds[paper.kind].name}</h1>
      <p class="lede">{t.genuine}</p>
      <p>
        {t.madeBy(texts.day(paper.madeAt))} {t.factsOn(texts.day(factsDayOf(paper)))}
      </p>
      <Standing changed={changed} />
      <h2>{t.facts}</h2>
      <Facts facts={facts} />
      <p class="note">{t.onlyThis}</p>
      {summary.kind === 'imp-file' && <p class="note">{t.noNames}</p>}
      <About />
    </Layout>
  );
}

/** Says whether all facts are still true, or which ones have changed. */
function Standing({ changed }: Pick<ConfirmedPaper, 'changed'>) {
  const t = usePageContext().t.school.papers.public;
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
