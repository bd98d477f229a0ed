import { raw } from 'hono/html';
import { legendSign } from '../../../../drawings/mission-matrix-svg.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { GapAct } from './gaps.tsx';
import type { MatrixView } from './split-matrix-view.ts';

const SIGNS = ['held', 'requested', 'contested', 'nobody', 'lock', 'closed', 'clash'] as const;

/** The split of missions: a drawing with its legend and its table, or on a phone a list. */
export function SplitMatrix({ matrix }: { matrix: MatrixView }) {
  const t = useFrame().t.school.overview;
  return (
    <>
      <section class="scroll wide-only" tabindex={0} aria-label={t.split}>
        {raw(matrix.svg)}
      </section>
      <SplitList matrix={matrix} />
      <ul class="legend wide-only" aria-label={t.legend}>
        {SIGNS.map((sign) => (
          <li>
            {raw(legendSign(sign))} {t.signs[sign]}
          </li>
        ))}
      </ul>
      <p class="note">{t.conditionalNote}</p>
      <p class="note">{t.organisationText}</p>
      <SplitTable matrix={matrix} />
    </>
  );
}

/** The split on a phone, mission by mission: its people, by sign and in words. */
function SplitList({ matrix }: { matrix: MatrixView }) {
  return (
    <div class="narrow-only">
      {matrix.groups.map(({ label, rows }) => (
        <section class="split-group">
          <h3>{label}</h3>
          <ul class="split-list">
            {rows.map((row) => (
              <li>
                {row.label}
                {row.organisation && <small>{row.organisation}</small>}
                {row.lines.map(({ sign, words }) => (
                  <p>
                    {raw(legendSign(sign))} <span>{words}</span>
                  </p>
                ))}
                {row.gap && <GapAct gap={row.gap} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function SplitTable({ matrix }: { matrix: MatrixView }) {
  const t = useFrame().t.school.overview;
  return (
    <details class="no-print wide-only">
      <summary>{t.table}</summary>
      <section class="scroll" tabindex={0} aria-label={t.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.mission}</th>
              {matrix.people.map((name) => (
                <th scope="col">{name}</th>
              ))}
              <th scope="col">{t.marks}</th>
              <th scope="col">{t.organisation}</th>
            </tr>
          </thead>
          <tbody>
            {matrix.groups
              .flatMap(({ rows }) => rows)
              .map(({ label, cells, marks, organisation }) => (
                <tr>
                  <th scope="row">{label}</th>
                  {cells.map((cell) => (
                    <td>{cell}</td>
                  ))}
                  <td>{marks.join(' ; ') || '–'}</td>
                  <td>{organisation ?? '–'}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
