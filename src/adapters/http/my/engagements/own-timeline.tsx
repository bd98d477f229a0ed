import { raw } from 'hono/html';
import { timelineSvg } from '../../../../drawings/timeline-svg.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import type { OwnYearView } from './timeline-view.ts';

/** The years of engagement: the drawing, its legend, and the same as a table. */
export function OwnTimeline({ frame, years }: { frame: PageFrame; years: readonly OwnYearView[] }) {
  const t = frame.t.my.home.timeline;
  if (years.length === 0) return null;
  const said = years.map(({ label, valueLabel }) => t.year(label, valueLabel));
  return (
    <div class="timeline-block own-timeline">
      {raw(timelineSvg({ title: t.title, description: t.text(said), years }))}
      <p class="note">{t.legend}</p>
      <details>
        <summary>{t.table}</summary>
        <table class="table-cards">
          <thead>
            <tr>
              <th scope="col">{t.yearColumn}</th>
              <th scope="col">{t.value}</th>
              <th scope="col">{t.days}</th>
              <th scope="col">{t.families}</th>
              <th scope="col">{t.engagements}</th>
              <th scope="col">{t.events}</th>
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr>
                <th scope="row">{year.label}</th>
                <td data-label={t.value}>{year.valueLabel}</td>
                <td data-label={t.days}>{year.days}</td>
                <td data-label={t.families}>{year.families.join(', ') || t.none}</td>
                <td data-label={t.engagements}>{t.list(year.engagements) || t.none}</td>
                <td data-label={t.events}>{t.list(year.events) || t.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
