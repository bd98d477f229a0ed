import { raw } from 'hono/html';
import { badgePathSvg, type PathStop } from '../../../drawings/badge-path-svg.ts';
import { CardTable } from '../shell/card-table.tsx';
import { useFrame } from '../shell/use-frame.ts';
import type { PathView } from './path-view.ts';

/** The way from badge to badge: a drawing for each page width, and the same as a table. */
export function BadgePath({ path: { ladder, themes } }: { path: PathView }) {
  const t = useFrame().t.my.home.path;
  const all = [...ladder, ...themes];
  const drawing = {
    title: t.title,
    description: t.text(all.map(({ name, words }) => t.stop(name, words))),
    ladder: { heading: t.ladder, stops: ladder },
    themes: { heading: t.themes, stops: themes },
  };
  return (
    <div class="path-block">
      <div class="path-wide">{raw(badgePathSvg({ ...drawing, width: 1000 }))}</div>
      <div class="path-narrow">{raw(badgePathSvg({ ...drawing, width: 350 }))}</div>
      <p class="note">{t.legend}</p>
      <details>
        <summary>{t.table}</summary>
        <CardTable
          rows={all}
          columns={[
            { heading: t.badge, cell: ({ name }: PathStop) => name, names: true },
            { heading: t.held, cell: ({ held }: PathStop) => (held ? t.yes : t.no) },
            { heading: t.state, cell: ({ words }: PathStop) => words },
          ]}
        />
      </details>
    </div>
  );
}
