import type { Profile } from '../../../../domain/records.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { faultSentence } from '../../shell/fault-sentence.ts';
import { FaultSummary, TextField } from '../../shell/fields.tsx';
import { FilterForm, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

/** The facts that distinguish two records. */
export interface RecordGlance {
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly profiles: readonly Profile[];
  readonly heads?: string;
  /** The schools where the person is engaged. */
  readonly schools: readonly string[];
  readonly engagements: number;
  readonly trainings: number;
  readonly reviews: number;
  readonly contributions: number;
  readonly badges: readonly string[];
}

export interface MergeView {
  readonly stays: RecordGlance;
  /** The record that is to be merged into the other. */
  readonly goes?: RecordGlance;
  /** Badges that both records hold, with the days on which they were granted: both stay valid. */
  readonly twins: readonly { readonly badge: string; readonly grantedAt: readonly string[] }[];
  readonly found?: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  readonly form: FormState;
}

/** `/dane/people/{id}/merge`: find the other record, compare both side by side, then confirm. */
export function MergePage({ view }: { view: MergeView }) {
  const t = useFrame().t.dane.people.merge;
  const path = `/dane/people/${view.stays.id}/merge`;
  return (
    <DaneLayout section="people" title={t.title(view.stays.name)}>
      <p class="lede">{t.lede}</p>
      <FaultSummary form={view.form} labels={{ confirm: t.confirmTitle, q: t.search }} />
      {view.goes ? <Confirm view={view} goes={view.goes} path={path} /> : <Search view={view} path={path} />}
    </DaneLayout>
  );
}

function Search({ view, path }: { view: MergeView; path: string }) {
  const frame = useFrame();
  const t = frame.t.dane.people.merge;
  return (
    <>
      <FilterForm action={path} form={view.form}>
        <TextField name="q" label={t.search} type="search" />
        <button type="submit">{frame.t.forms.search}</button>
      </FilterForm>
      {view.found?.length === 0 && <p class="notice">{t.none}</p>}
      {view.found && view.found.length > 0 && (
        <ul class="links">
          {view.found.map(({ id, name, email }) => (
            <li>
              <a href={`${path}?${new URLSearchParams({ with: id })}`}>{t.compare(name, email)}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface ConfirmProps {
  view: MergeView;
  goes: RecordGlance;
  path: string;
}

function Confirm({ view, goes, path }: ConfirmProps) {
  const frame = useFrame();
  const t = frame.t.dane.people.merge;
  const { stays, form } = view;
  const fault = form.faults['confirm'];
  return (
    <>
      <SideBySide stays={stays} goes={goes} />
      <p>{t.current(stays.addresses[0] ?? '—')}</p>
      {view.twins.map(({ badge, grantedAt }) => (
        <p class="notice">{t.twins(badge, [...new Set(grantedAt.map(frame.t.day))])}</p>
      ))}
      <Form action={path} hidden={{ other: goes.id }}>
        <div class="choice">
          <input
            type="checkbox"
            id="confirm"
            name="confirm"
            value="yes"
            aria-invalid={fault ? 'true' : undefined}
            aria-describedby={fault ? 'confirm-fault' : undefined}
          />
          <label for="confirm">{t.confirm}</label>
        </div>
        {fault && (
          <p class="fault" id="confirm-fault">
            {faultSentence(frame.t, fault)}
          </p>
        )}
        <div class="actions">
          <button type="submit">{t.button}</button>
          <a href={path}>{t.other}</a>
        </div>
      </Form>
    </>
  );
}

function SideBySide({ stays, goes }: { stays: RecordGlance; goes: RecordGlance }) {
  const frame = useFrame();
  const { merge: t, person: words, profile, profiles } = frame.t.dane.people;
  const line = (label: string, of: (one: RecordGlance) => string) => ({
    label,
    values: [of(stays), of(goes)],
  });
  const lines = [
    line(frame.t.dane.people.name, ({ name }) => name),
    line(words.addresses, ({ addresses }) => addresses.join(', ')),
    line(profile, (one) => one.profiles.map((held) => profiles[held]).join(', ')),
    line(words.heads, ({ heads }) => heads ?? '—'),
    line(words.engagements, ({ engagements, schools }) => [engagements, ...schools].join(' · ')),
    line(words.trainings, ({ trainings }) => String(trainings)),
    line(words.reviews, ({ reviews }) => String(reviews)),
    line(words.contributions, ({ contributions }) => String(contributions)),
    line(words.badges, ({ badges }) => badges.join(', ') || '—'),
  ];
  return (
    <CardTable
      rows={lines}
      columns={[
        { heading: t.what, cell: ({ label }) => label, names: true },
        { heading: t.stays, cell: ({ values: [here] }) => here },
        { heading: t.goes, cell: ({ values: [, there] }) => there },
      ]}
    />
  );
}
