import { raw } from 'hono/html';
import type { SchoolScope } from '../../../../domain/engagement/school-scope.ts';
import { inLanguage } from '../../pages/in-language.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { CoverageView } from './coverage-view.ts';

/** When everything was measured last, and the job that measures. */
export interface MeasuredView {
  readonly at: string;
  readonly jobId: string;
  readonly underway: boolean;
}

export interface CoveragePageView extends CoverageView {
  readonly scope: SchoolScope;
  readonly lastMeasure?: MeasuredView;
}

/** `/dane/coverage`: which families are covered where, and the schools that nobody serves. */
export function CoveragePage({ frame, view }: { frame: PageFrame; view: CoveragePageView }) {
  const t = frame.t.dane.coverage;
  const { measured, schools, drawing } = view;
  return (
    <DaneLayout frame={frame} section="coverage" title={t.title}>
      <p class="lede">
        {measured === 0 ? t.neverMeasured : t.lede(measured, view.withoutRupn, view.schoolYear)}
      </p>
      {measured > 0 && measured < schools && <p class="notice">{t.notMeasured(schools - measured)}</p>}
      <MeasureAgain frame={frame} lastMeasure={view.lastMeasure} />
      <p class="note">{t.scopes[view.scope]}</p>
      {drawing !== undefined && (
        <>
          <h2>{t.drawing}</h2>
          <div class="drawing">
            {raw(drawing)}
            <details class="fold">
              <summary>{t.asTable}</summary>
              <CoverageTable frame={frame} view={view} />
            </details>
          </div>
          <Departments frame={frame} view={view} />
          <Downloads frame={frame} />
        </>
      )}
      <h2>{t.definitionTitle}</h2>
      <p>{t.definition}</p>
    </DaneLayout>
  );
}

function MeasureAgain({ frame, lastMeasure }: { frame: PageFrame; lastMeasure: MeasuredView | undefined }) {
  const t = frame.t.dane.coverage;
  return (
    <form method="post" action={inLanguage(frame, '/dane/coverage/measure')} class="actions">
      <button type="submit" class="secondary">
        {t.measure}
      </button>
      {lastMeasure && (
        <span class="note">
          {lastMeasure.underway ? t.measuring : t.measuredAt(frame.t.moment(lastMeasure.at))}{' '}
          <a href={inLanguage(frame, `/dane/jobs/${lastMeasure.jobId}`)}>{t.measureDetail}</a>
        </span>
      )}
    </form>
  );
}

function CoverageTable({ frame, view }: { frame: PageFrame; view: CoverageView }) {
  const t = frame.t.dane.coverage;
  const families = view.lines[0]?.cells.map(({ family }) => family) ?? [];
  return (
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">{t.department}</th>
          <th scope="col">{t.schools}</th>
          <th scope="col">{t.withoutRupn}</th>
          {families.map((family) => (
            <th scope="col">{t.family(family)}</th>
          ))}
          <th scope="col">{t.waiting}</th>
          <th scope="col">{t.clashes}</th>
        </tr>
      </thead>
      <tbody>
        {view.lines.map((line) => (
          <tr>
            <th scope="row">{line.name}</th>
            <td data-label={t.schools}>{line.schools}</td>
            <td data-label={t.withoutRupn}>{line.withoutRupn}</td>
            {line.cells.map(({ family, count, share }) => (
              <td data-label={t.family(family)}>
                {count} ({share})
              </td>
            ))}
            <td data-label={t.waiting}>{line.requested}</td>
            <td data-label={t.clashes}>{line.clashes}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Departments({ frame, view }: { frame: PageFrame; view: CoverageView }) {
  const t = frame.t.dane.coverage;
  return (
    <>
      <h2>{t.departments}</h2>
      <ul class="waiting">
        {view.lines.map(
          ({ name, href, schools, withoutRupn }) =>
            href !== undefined && (
              <li>
                <a href={inLanguage(frame, href)}>{name}</a>
                <span class="block">{t.departmentCard(schools, withoutRupn)}</span>
              </li>
            ),
        )}
      </ul>
    </>
  );
}

function Downloads({ frame }: { frame: PageFrame }) {
  const t = frame.t.dane.coverage;
  return (
    <>
      <h2>{t.download}</h2>
      <p class="actions">
        <a class="button-secondary" href={inLanguage(frame, '/dane/coverage.csv')} download>
          {t.downloadCsv}
        </a>
        <a class="button-secondary" href={inLanguage(frame, '/dane/coverage.xlsx')} download>
          {t.downloadXlsx}
        </a>
      </p>
    </>
  );
}
