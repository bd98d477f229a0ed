import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { DateField, Refusal } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';
import { CarryTable } from './carry-table.tsx';
import type { CarryView } from './carry-view.ts';

interface CarryProps {
  readonly school: SchoolPlace;
  readonly view: CarryView;
  /** The other school year that may be prepared. */
  readonly otherYear: number;
  readonly form: FormState;
}

/** `/school/{uai}/carry-over`: the principal ticks and adjusts last year's split, and proposes it again in
 *  one act. */
export function CarryPage(props: CarryProps) {
  const { school, view, otherYear } = props;
  const frame = useFrame();
  const t = frame.t.carryOver;
  const base = `/school/${school.uai}`;
  const year = schoolYearLabel(view.into);
  return (
    <SchoolShell school={school} page="overview" title={t.title(year)} description={t.description}>
      <p class="lede">{t.lede(schoolYearLabel(view.into - 1))}</p>
      {view.waiting > 0 && <Waiting {...props} />}
      <h2>{t.toCarry}</h2>
      {view.rows.length === 0 ? <p>{t.nothing}</p> : <Lines {...props} />}
      {view.settled.length > 0 && (
        <>
          <h2>{t.settled}</h2>
          <CardTable
            compact
            caption={t.settled}
            rows={view.settled}
            columns={[
              { heading: t.person, cell: ({ name }) => name, names: true },
              { heading: t.held, cell: ({ held }) => held },
              { heading: t.state, cell: ({ state }) => state },
            ]}
          />
        </>
      )}
      <ul class="links">
        <li>
          <a href={`${base}/new-year?year=${view.into}`}>{frame.t.yearPages.titles['new-year'](year)}</a>
        </li>
        <li>
          <a href={`${base}/mission-proposals/new`}>{t.other}</a>
        </li>
        <li>
          <a href={`${base}/carry-over?year=${otherYear}`}>{t.otherYear(schoolYearLabel(otherYear))}</a>
        </li>
      </ul>
    </SchoolShell>
  );
}

/** The missions that were carried over and wait for answers, with a button that takes the proposals back. */
function Waiting({ school, view }: CarryProps) {
  const t = useFrame().t.carryOver;
  const base = `/school/${school.uai}`;
  return (
    <section class="notice">
      <p>
        {t.waiting(view.waiting)} <a href={`${base}/mission-proposals`}>{t.seeWaiting}</a>
      </p>
      {school.mayKeep && (
        <ActButton
          action={`${base}/carry-over/withdrawal`}
          hidden={{ year: String(view.into) }}
          class="secondary"
        >
          {t.withdraw(view.waiting)}
        </ActButton>
      )}
    </section>
  );
}

function Lines({ school, view, form }: CarryProps) {
  const t = useFrame().t.carryOver;
  if (!school.mayKeep) return <CarryTable view={view} />;
  return (
    <>
      <Refusal form={form} />
      <Form
        action={`/school/${school.uai}/carry-over`}
        form={form}
        labels={{ from: t.from, to: t.to }}
        hidden={{ year: String(view.into) }}
        counted
      >
        <div class="field-row">
          <DateField name="from" label={t.from} />
          <DateField name="to" label={t.to} />
        </div>
        <CarryTable view={view} mayChoose />
        <MissionsInWords view={view} />
        <div class="actions stays">
          <button type="submit">{t.carry}</button>
          <output class="note" data-count={JSON.stringify(t.ticked(view.rows.length))} hidden />
        </div>
      </Form>
    </>
  );
}

/** The meaning of the codes beside the boxes. */
function MissionsInWords({ view }: { view: CarryView }) {
  const t = useFrame().t.carryOver;
  return (
    <details>
      <summary>{t.inWords}</summary>
      <ul class="plain">
        {view.rows[0]?.missions.map(({ label }) => (
          <li>{label}</li>
        ))}
      </ul>
    </details>
  );
}
