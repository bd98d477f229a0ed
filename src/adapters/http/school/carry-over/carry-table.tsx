import { CardTable } from '../../components/card-table.tsx';
import { CheckboxField } from '../../forms/checkbox.tsx';
import { useForm } from '../../forms/context.ts';
import { usePageContext } from '../../layout/page-context.ts';
import type { CarryRow } from './carry-rows.ts';

/** The lines that can be carried over, one row for each person. A viewer who may choose ticks the rows and
 *  adjusts each. */
export function CarryTable({ rows, mayChoose = false }: { rows: readonly CarryRow[]; mayChoose?: boolean }) {
  const t = usePageContext().t.carryOver;
  return (
    <CardTable
      caption={t.toCarry}
      rows={rows}
      columns={[
        mayChoose && {
          heading: t.choose,
          cell: ({ id, name }) => <Choose id={id} label={t.chooseOne(name)} />,
        },
        { heading: t.person, cell: ({ name }) => name, names: true },
        { heading: t.held, cell: (row) => (mayChoose ? <Adjust row={row} /> : row.held) },
        { heading: t.state, cell: (row) => <State row={row} /> },
      ]}
    />
  );
}

/** A box that adjusts a row; only a code is visible where `title` says more. */
function Box({ name, value, title, words }: { name: string; value: string; title?: string; words: string }) {
  const ticked = useForm().values[name]?.includes(value) ?? false;
  return (
    <label title={title}>
      <input type="checkbox" name={name} value={value} checked={ticked} aria-label={title} /> {words}
    </label>
  );
}

/** The box that chooses the person's row. */
function Choose({ id, label }: { id: string; label: string }) {
  const { person } = useForm().values;
  return (
    <CheckboxField name="person" value={id} checked={person?.includes(id) ?? false} label={label} counts />
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
  const t = usePageContext().t.carryOver;
  return (
    <details class="folded">
      <summary>
        {held} <span class="note">{t.adjust}</span>
        <span class="visually-hidden"> {name}</span>
      </summary>
      <fieldset class="codes">
        <legend>{t.missions}</legend>
        {missions.map(({ code, label }) => (
          <Box name="missions" value={`${id}:${code}`} title={label} words={code} />
        ))}
      </fieldset>
      <fieldset class="codes">
        <legend>{t.roles}</legend>
        {roles.map(({ role, label }) => (
          <Box name="roles" value={`${id}:${role}`} words={label} />
        ))}
      </fieldset>
    </details>
  );
}
