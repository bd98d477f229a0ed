import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { CarryRow, CarryView } from './carry-view.ts';

/** The lines that can be carried over, one row for each person. A viewer who may choose ticks the rows and
 *  adjusts each. */
export function CarryTable({ view, mayChoose = false }: { view: CarryView; mayChoose?: boolean }) {
  const t = useFrame().t.carryOver;
  return (
    <CardTable
      caption={t.toCarry}
      rows={view.rows}
      columns={[
        mayChoose && {
          heading: t.choose,
          cell: ({ id, name, chosen }) => (
            <input
              type="checkbox"
              name="person"
              value={id}
              checked={chosen}
              aria-label={t.chooseOne(name)}
              data-counts
            />
          ),
        },
        { heading: t.person, cell: ({ name }) => name, names: true },
        { heading: t.held, cell: (row) => (mayChoose ? <Adjust row={row} /> : row.held) },
        { heading: t.state, cell: (row) => <State row={row} /> },
      ]}
    />
  );
}

function State({ row: { state, notes } }: { row: CarryRow }) {
  return (
    <>
      {state}
      {notes.map((note) => (
        <span class="note block">{note}</span>
      ))}
    </>
  );
}

/** The person's missions of last year, and the boxes that adjust them. Only the codes are visible; a screen
 *  reader reads the whole mission. */
function Adjust({ row: { id, name, held, missions, roles } }: { row: CarryRow }) {
  const t = useFrame().t.carryOver;
  return (
    <details class="folded">
      <summary>
        {held} <span class="note">{t.adjust}</span>
        <span class="visually-hidden"> {name}</span>
      </summary>
      <fieldset class="codes">
        <legend>{t.missions}</legend>
        {missions.map(({ code, label, checked }) => (
          <label title={label}>
            <input
              type="checkbox"
              name="missions"
              value={`${id}:${code}`}
              checked={checked}
              aria-label={label}
            />{' '}
            {code}
          </label>
        ))}
      </fieldset>
      <fieldset class="codes">
        <legend>{t.roles}</legend>
        {roles.map(({ role, label, checked }) => (
          <label>
            <input type="checkbox" name="roles" value={`${id}:${role}`} checked={checked} /> {label}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
