import { inLanguage } from '../pages/in-language.ts';
import type { PageFrame } from '../pages/page-frame.ts';
import type { ReviewLine, WrittenView } from './reviews-view.ts';
import { type SchoolPlace, SchoolShell, YearChoice } from './school-shell.tsx';

interface ReviewsProps {
  readonly frame: PageFrame;
  readonly school: SchoolPlace & { readonly years: readonly number[]; readonly year: number };
  readonly lines: readonly ReviewLine[];
  readonly written: readonly WrittenView[];
}

/** `/school/{uai}/reviews`: who has had their progress review, who has not, and what was written down. */
export function ReviewsPage({ frame, school, lines, written }: ReviewsProps) {
  const t = frame.t.school.reviews;
  return (
    <SchoolShell frame={frame} school={school} page="reviews" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <YearChoice
        frame={frame}
        action={`/school/${school.uai}/reviews`}
        years={school.years}
        current={school.year}
      />
      {lines.length === 0 ? (
        <p class="notice">{t.empty}</p>
      ) : (
        <Lines frame={frame} school={school} lines={lines} />
      )}
      <h2>{t.written}</h2>
      <p class="note">{t.writtenNote}</p>
      {written.length === 0 && <p>{t.noneWritten}</p>}
      {written.map(({ name, on, writtenAt, notes }) => (
        <details class="fold">
          <summary>
            <h3>
              {name}, {on}
            </h3>
            <span class="fold-note">{t.recordedOn(writtenAt)}</span>
          </summary>
          <dl class="facts-list fold-body">
            {notes.map(({ label, text }) => (
              <>
                <dt>{label}</dt>
                <dd class="as-written">{text}</dd>
              </>
            ))}
          </dl>
        </details>
      ))}
    </SchoolShell>
  );
}

function Lines({ frame, school, lines }: Pick<ReviewsProps, 'frame' | 'school' | 'lines'>) {
  const t = frame.t.school.reviews;
  const base = `/school/${school.uai}/reviews`;
  return (
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">{t.person}</th>
          <th scope="col">{t.planned}</th>
          <th scope="col">{t.held}</th>
          {school.mayKeep && <th scope="col">{t.act}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ personId, name, planned, held }) => (
          <tr>
            <th scope="row">{name}</th>
            <td data-label={t.planned}>{planned ?? (held ? '–' : t.notPlanned)}</td>
            <td data-label={t.held}>{held ?? t.notHeld}</td>
            {school.mayKeep && (
              <td data-label={t.act}>
                <a href={inLanguage(frame, `${base}/${personId}/plan`)} aria-label={t.planOf(name)}>
                  {t.plan}
                </a>
                {' · '}
                <a href={inLanguage(frame, `${base}/${personId}/record`)} aria-label={t.recordOf(name)}>
                  {t.record}
                </a>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
