import { raw } from 'hono/html';
import { legendSign } from '../../../../drawings/matrix-signs.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { GapAction } from './gaps.tsx';
import type { MatrixRowView, MatrixView } from './matrix-view.ts';

const SIGNS = ['held', 'requested', 'contested', 'nobody', 'lock', 'closed', 'clash'] as const;

/** The split of missions as a matrix with its legend, on a phone as its people and a fold for each family; then
 *  the same facts in words. */
export function SplitMatrix({ matrix }: { matrix: MatrixView }) {
  const t = usePageContext().t.school.overview;
  return (
    <>
      <section class="scroll wide-only" tabindex={0} aria-label={t.split}>
        <Matrix matrix={matrix} />
      </section>
      <div class="narrow-only">
        <ul class="split-people" aria-label={t.columns}>
          {matrix.people.map((person) => (
            <li>
              <Head person={person} />
            </li>
          ))}
        </ul>
        {matrix.groups.map((group) => (
          <FamilyDetails group={group} />
        ))}
      </div>
      <ul class="legend wide-only" aria-label={t.legend}>
        {SIGNS.map((sign) => (
          <li>
            {raw(legendSign(sign))} {t.signs[sign]}
          </li>
        ))}
      </ul>
      <SplitAsText matrix={matrix} />
    </>
  );
}

/** Missions as rows, people as columns. Shapes carry the meaning; each cell says it in words too. */
function Matrix({ matrix: { title, description, people, groups } }: { matrix: MatrixView }) {
  const t = usePageContext().t.school.overview;
  const columns = Math.max(1, people.length);
  return (
    <table class="matrix">
      <caption class="visually-hidden">
        {title}. {description}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{t.mission}</span>
          </th>
          {people.length === 0 && <th scope="col">{t.signs.nobody}</th>}
          {people.map((person) => (
            <th scope="col" abbr={person.name}>
              <Head person={person} />
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ label, rows }) => (
        <tbody>
          <tr>
            <th scope="rowgroup" colspan={columns + 1}>
              {label}
            </th>
          </tr>
          {rows.map((row) => (
            <MatrixTableRow row={row} columns={columns} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** The name leads to the person's page; below it stands the way to the principal's word. */
function Head({ person: { name, href, wordsHref } }: { person: MatrixView['people'][number] }) {
  const t = usePageContext().t.endorsements.school;
  return (
    <>
      <a href={href}>{name}</a>
      {wordsHref && (
        <a class="quiet" href={wordsHref} aria-label={t.writeOf(name)}>
          {t.write}
        </a>
      )}
    </>
  );
}

function MatrixTableRow({ row, columns }: { row: MatrixRowView; columns: number }) {
  const { label, clash, empty, gap, organisation, cells } = row;
  return (
    <tr>
      <th scope="row">
        {label}
        {clash && <Sign sign="clash" words={clash} />}
      </th>
      {empty ? (
        <td colspan={columns} class={empty.sign === 'nobody' ? 'striped' : undefined}>
          <Sign {...empty} />
          {gap && (
            <div class="gap-act">
              <GapAction gap={gap} />
              {organisation && <small>{organisation}</small>}
            </div>
          )}
        </td>
      ) : (
        cells.map(({ signs, days, words }) => (
          <td>
            {signs.map((sign) => raw(legendSign(sign)))}
            <small aria-hidden="true">{days.join(' ')}</small>
            <span class="visually-hidden">{words}</span>
          </td>
        ))
      )}
    </tr>
  );
}

function Sign({ sign, words }: { sign: Parameters<typeof legendSign>[0]; words: string }) {
  return (
    <>
      {sign !== 'nobody' && raw(legendSign(sign))} <span class="visually-hidden">{words}</span>
    </>
  );
}

/** A family on a phone: folded, it shows how many of its rows need to be seen, and why. */
function FamilyDetails({ group: { label, rows, toSee } }: { group: MatrixView['groups'][number] }) {
  const t = usePageContext().t.school.overview;
  return (
    <details class="split-group">
      <summary>
        <h3>{label}</h3>
        {toSee.map(({ sign, count }) => (
          <span class="split-count">
            {raw(legendSign(sign))} <span aria-hidden="true">{count}</span>
            <span class="visually-hidden">, {t.counted[sign](count)}</span>
          </span>
        ))}
      </summary>
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
            {row.gap && <GapAction gap={row.gap} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The split in words, folded: the people of each mission, and how the reference text proposes to share it. */
function SplitAsText({ matrix }: { matrix: MatrixView }) {
  const t = usePageContext().t.school.overview;
  return (
    <details class="no-print wide-only">
      <summary>{t.table}</summary>
      <p class="note">{t.conditionalNote}</p>
      <p class="note">{t.organisationText}</p>
      <section class="scroll" tabindex={0} aria-label={t.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.mission}</th>
              <th scope="col">{t.who}</th>
              <th scope="col">{t.organisation}</th>
            </tr>
          </thead>
          <tbody>
            {matrix.groups
              .flatMap(({ rows }) => rows)
              .map(({ label, lines, organisation }) => (
                <tr>
                  <th scope="row">{label}</th>
                  <td>
                    {lines.map(({ words }) => (
                      <p>{words}</p>
                    ))}
                  </td>
                  <td>{organisation ?? '–'}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
