import { raw } from 'hono/html';
import { schoolTimelineSvg } from '../../../../drawings/school-timeline-svg.ts';
import { useFrame } from '../../shell/use-frame.ts';
import type { OwnTimelineView } from './timeline-view.ts';

/** Pixels and years to a row, on a wide page and on a phone. */
const WIDE = { width: 1000, columns: 8 };
const NARROW = { width: 348, columns: 3 };

/** The years of engagement: the drawing, once for each width of page, its legend, and the same as a table. */
export function OwnTimeline({ view }: { view: OwnTimelineView }) {
  const t = useFrame().t.my.home.timeline;
  const { years, lanes, undrawn } = view;
  if (years.length === 0) return null;
  const said = years.map(({ label, valueLabel }) => t.year(label, valueLabel));
  const drawn = years.slice(undrawn);
  const drawing = { title: t.title, description: t.text(said), years: drawn, lanes };
  return (
    <div class="timeline-block own-timeline">
      <div class="timeline-wide">{raw(schoolTimelineSvg({ ...drawing, ...WIDE }))}</div>
      <div class="timeline-narrow">{raw(schoolTimelineSvg({ ...drawing, ...NARROW }))}</div>
      <p class="note">
        {t.legend} {undrawn > 0 && t.undrawn(drawn[0]?.label ?? '')}
      </p>
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
