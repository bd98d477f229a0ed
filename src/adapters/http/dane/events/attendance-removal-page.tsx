import type { EventLine } from '../../shell/event-line.ts';
import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface AttendanceRemovalView {
  readonly line: EventLine;
  readonly person: { readonly id: string; readonly name: string; readonly proof: string };
}

/** `/dane/events/{code}/attendance/removal`: the person to remove and the consequences, before it is done. */
export function AttendanceRemovalPage({ view }: { view: AttendanceRemovalView }) {
  const frame = useFrame();
  const t = frame.t.dane.data.events;
  const { line, person } = view;
  return (
    <DaneLayout section="events" title={t.removeTitle(person.name)}>
      <p class="lede">{t.removeText(line.title, line.dates, person.proof)}</p>
      <div class="actions">
        <ActButton action={`${line.href}/attendance/removal`} hidden={{ person: person.id }}>
          {t.removeButton}
        </ActButton>
        <a class="button-secondary" href={line.href}>
          {frame.t.forms.cancel}
        </a>
      </div>
    </DaneLayout>
  );
}
