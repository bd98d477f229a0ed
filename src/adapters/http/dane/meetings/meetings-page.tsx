import { AskForm, MeetingTable } from '../../meetings/meeting-parts.tsx';
import type { MeetingLine } from '../../meetings/meeting-view.ts';
import { Refusal, SelectField } from '../../shell/fields.tsx';
import { FilterForm } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

interface MeetingsProps {
  readonly lines: readonly MeetingLine[];
  /** The state of the filter; empty for the meetings still to be held. */
  readonly state: string;
  readonly form: FormState;
  readonly nextHref?: string | undefined;
}

/** `/dane/meetings`: the meetings in schools, to be held or past. */
export function MeetingsPage({ lines, state, form, nextHref }: MeetingsProps) {
  const frame = useFrame();
  const t = frame.t.meetings;
  const shown = (['held', 'cancelled'] as const).find((one) => one === state) ?? 'open';
  const choices = [
    { value: 'open', label: t.dane.open },
    ...(['held', 'cancelled'] as const).map((value) => ({ value, label: t.states[value] })),
  ];
  return (
    <DaneLayout section="meetings" title={t.dane.title}>
      <p class="lede">{t.dane.ledes[shown]}</p>
      <Refusal form={form} />
      <FilterForm action="/dane/meetings" form={{ values: { state: [state] }, faults: {} }}>
        <SelectField name="state" label={t.dane.which} choices={choices} />
        <button type="submit" class="secondary">
          {frame.t.forms.filter}
        </button>
      </FilterForm>
      {lines.length === 0 ? (
        <p class="notice">{t.dane.none[state === 'held' || state === 'cancelled' ? state : 'open']}</p>
      ) : (
        <MeetingTable base="/dane/meetings" lines={lines} />
      )}
      {nextHref && (
        <p>
          <a href={nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
      <AskForm action="/dane/meetings" form={form} ofAny />
    </DaneLayout>
  );
}
