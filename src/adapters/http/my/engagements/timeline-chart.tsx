import { raw } from 'hono/html';
import { schoolTimelineSvg } from '../../../../drawings/school-timeline-svg.ts';
import { CardTable } from '../../components/card-table.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { OwnTimelineView } from './timeline-view.ts';

/** The width in pixels and the number of years in a row, on a wide page and on a phone. */
const WIDE = { width: 1000, columns: 8 };
const NARROW = { width: 348, columns: 3 };

/** The years of engagement: a drawing for each page width, its legend, and the same as a table. */
export function OwnTimeline({ view, title }: { view: OwnTimelineView; title?: string }) {
  const t = usePageContext().t.my.home.timeline;
  const { years, lanes, undrawn } = view;
  if (years.length === 0) return null;
  const stated = years.map(({ label, valueLabel }) => t.year(label, valueLabel));
  const drawn = years.slice(undrawn);
  const drawing = { title: title ?? t.title, description: t.text(stated), years: drawn, lanes };
  return (
    <div class="timeline-block own-timeline">
      <div class="timeline-wide">{raw(schoolTimelineSvg({ ...drawing, ...WIDE }))}</div>
      <div class="timeline-narrow">{raw(schoolTimelineSvg({ ...drawing, ...NARROW }))}</div>
      <p class="note">
        {t.legend} {undrawn > 0 && t.undrawn(drawn[0]?.label ?? '')}
      </p>
      <details>
        <summary>{t.table}</summary>
        <CardTable
          rows={years}
          columns={[
            { heading: t.yearColumn, cell: (year) => year.label, names: true },
            { heading: t.value, cell: (year) => year.valueLabel },
            { heading: t.days, cell: (year) => year.days },
            { heading: t.families, cell: (year) => year.families.join(', ') || t.none },
            { heading: t.engagements, cell: (year) => t.list(year.engagements) || t.none },
            { heading: t.events, cell: (year) => t.list(year.events) || t.none },
          ]}
        />
      </details>
    </div>
  );
}
