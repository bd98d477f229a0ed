import { type FormState, TextArea } from '../../shell/fields.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { SilentLine } from './silent-view.ts';

/** What waits for the DANE, a page at a time, and the form that confirms it. */
export interface SilentView {
  readonly silent: readonly SilentLine[];
  readonly nextHref?: string;
  readonly confirmAction: string;
  readonly form: FormState;
}

/** Segments that wait for the DANE: some chosen, and confirmed on the documents named. */
export function SilentForm({ view, lede }: { view: SilentView; lede: string }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  return (
    <form method="post" action={view.confirmAction}>
      <p>{lede}</p>
      <table class="table-cards">
        <thead>
          <tr>
            <th scope="col">{t.select}</th>
            <th scope="col">{t.person}</th>
            <th scope="col">{t.school}</th>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.missions}</th>
            <th scope="col">{t.askedOn}</th>
          </tr>
        </thead>
        <tbody>
          {view.silent.map((line) => (
            <SilentRow line={line} chosen={view.form.values['references'] ?? []} />
          ))}
        </tbody>
      </table>
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
      <div class="form">
        <TextArea
          form={view.form}
          name="documents"
          label={t.documents}
          help={t.documentsHelp}
          rows={2}
          maxlength={500}
        />
        <button type="submit">{t.confirm}</button>
      </div>
    </form>
  );
}

interface RowProps {
  readonly line: SilentLine;
  readonly chosen: readonly string[];
}

function SilentRow({ line, chosen }: RowProps) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  const { person, school, period } = line;
  const to = period.to && frame.t.day(period.to);
  return (
    <tr>
      <td data-label={t.select}>
        <Choice line={line} chosen={chosen} />
      </td>
      <th scope="row">
        <a href={line.personHref}>{person}</a>
      </th>
      <td data-label={t.school}>{school}</td>
      <td data-label={t.period}>{t.fromTo(frame.t.day(period.from), to)}</td>
      <td data-label={t.missions}>
        {line.missions.join(' ')}
        {line.roles.length > 0 && <span class="note block"> {line.roles.join(', ')}</span>}
      </td>
      <td data-label={t.askedOn}>
        {frame.t.day(line.askedAt)}
        {line.byHead && <span class="note block"> {frame.t.dane.confirmations.byHead}</span>}
      </td>
    </tr>
  );
}

/** A box to tick, unless the agent may not, or must first say who holds a role. */
function Choice({ line, chosen }: RowProps) {
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
