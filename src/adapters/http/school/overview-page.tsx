import { raw } from 'hono/html';
import { legendSign } from '../../../drawings/mission-matrix-svg.ts';
import { inLanguage } from '../pages/in-language.ts';
import type { PageFrame } from '../pages/page-frame.ts';
import type { OverviewView } from './overview-view.ts';
import { type SchoolPlace, SchoolShell, YearChoice } from './school-shell.tsx';

interface OverviewProps {
  readonly frame: PageFrame;
  readonly school: SchoolPlace & { readonly years: readonly number[]; readonly year: number };
  readonly view: OverviewView;
}

const SIGNS = ['held', 'requested', 'contested', 'nobody', 'lock', 'clash'] as const;

/** `/school/{uai}`: what waits, then who does what. */
export function OverviewPage({ frame, school, view }: OverviewProps) {
  const t = frame.t.school.overview;
  const base = `/school/${school.uai}`;
  return (
    <SchoolShell
      frame={frame}
      school={school}
      page="overview"
      title={frame.t.school.pages.overview}
      description={t.description}
    >
      <h2>{t.waiting}</h2>
      {view.waiting.length === 0 ? (
        <p class="lede">{t.nothingWaits}</p>
      ) : (
        <ul class="waiting">
          {view.waiting.map(({ count, words, note, path }) => (
            <li>
              <strong>{count}</strong>
              <a href={path.startsWith('#') ? path : inLanguage(frame, `${base}${path}`)}>{words}</a>
              {note && <p class="note">{note}</p>}
            </li>
          ))}
        </ul>
      )}
      <h2 id="split">{t.split}</h2>
      <YearChoice frame={frame} action={base} years={school.years} current={school.year} />
      {view.matrix ? <Matrix frame={frame} matrix={view.matrix} /> : <p class="notice">{t.empty}</p>}
    </SchoolShell>
  );
}

function Matrix({ frame, matrix }: { frame: PageFrame; matrix: NonNullable<OverviewView['matrix']> }) {
  const t = frame.t.school.overview;
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={t.split}>
        {raw(matrix.svg)}
      </section>
      <ul class="legend" aria-label={t.legend}>
        {SIGNS.map((sign) => (
          <li>
            {raw(legendSign(sign))} {t.signs[sign]}
          </li>
        ))}
      </ul>
      <p class="note">{t.conditionalNote}</p>
      <details class="no-print">
        <summary>{t.table}</summary>
        <table class="table-cards">
          <thead>
            <tr>
              <th scope="col">{t.mission}</th>
              {matrix.people.map((name) => (
                <th scope="col">{name}</th>
              ))}
              <th scope="col">{t.marks}</th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(({ label, cells, marks }) => (
              <tr>
                <th scope="row">{label}</th>
                {cells.map((cell, index) => (
                  <td data-label={matrix.people[index]}>{cell}</td>
                ))}
                <td data-label={t.marks}>{marks.join(' ; ') || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
