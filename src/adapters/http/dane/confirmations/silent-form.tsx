import { CardTable } from '../../shell/card-table.tsx';
import { TextArea } from '../../shell/fields.tsx';
import { FormContext, type FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import type { SilentLine } from './silent-view.ts';

/** A page of the requests that wait for the DANE, and the form that confirms them. */
export interface SilentView {
  readonly silent: readonly SilentLine[];
  readonly nextHref?: string;
  readonly confirmAction: string;
  readonly form: FormState;
}

/** A form to choose among the segments that wait for the DANE, and to confirm them on the named documents. */
export function SilentForm({ view, lede }: { view: SilentView; lede: string }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  return (
    <FormContext.Provider value={view.form}>
      <form method="post" action={view.confirmAction}>
        <p>{lede}</p>
        <SilentTable view={view} />
        {view.nextHref && (
          <p>
            <a href={view.nextHref}>{frame.t.forms.next}</a>
          </p>
        )}
        <div class="form">
          <TextArea name="documents" label={t.documents} help={t.documentsHelp} rows={2} maxlength={500} />
        </div>
        <div class="actions stays">
          <button type="submit">{t.confirm}</button>
        </div>
      </form>
    </FormContext.Provider>
  );
}

function SilentTable({ view: { silent, form } }: { view: SilentView }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  const chosen = form.values['references'] ?? [];
  return (
    <CardTable
      rows={silent}
      columns={[
        { heading: t.select, cell: (line) => <Choice line={line} chosen={chosen} /> },
        {
          heading: t.person,
          cell: ({ person, personHref }) => <a href={personHref}>{person}</a>,
          names: true,
        },
        { heading: t.school, cell: ({ school }) => school },
        {
          heading: t.period,
          cell: ({ period: { from, to } }) => t.fromTo(frame.t.day(from), to && frame.t.day(to)),
        },
        {
          heading: t.missions,
          cell: ({ missions, roles }) => <Noted text={missions.join(' ')} note={roles.join(', ')} />,
        },
        {
          heading: t.askedOn,
          cell: ({ askedAt, byHead }) => (
            <Noted text={frame.t.day(askedAt)} note={byHead && frame.t.dane.confirmations.byHead} />
          ),
        },
      ]}
    />
  );
}

function Noted({ text, note }: { text: string; note: string | false | undefined }) {
  return (
    <>
      {text}
      {note && <span class="note block"> {note}</span>}
    </>
  );
}

/** A checkbox, unless the agent may not confirm the segment, or must first settle a single role. */
function Choice({ line, chosen }: { line: SilentLine; chosen: readonly string[] }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  const { reference, person, school, own, clashes, href } = line;
  if (own) return <span class="note">{t.own}</span>;
  if (clashes) {
    return (
      <a href={href}>
        {frame.t.dane.confirmations.settle}
        <span class="visually-hidden">
          {' '}
          {person}, {school}
        </span>
      </a>
    );
  }
  return (
    <input
      type="checkbox"
      name="references"
      value={reference}
      checked={chosen.includes(reference)}
      aria-label={t.selectOne(person, school)}
    />
  );
}
