import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { eventHref } from '../../shell/event-line.ts';
import { type Choice, SelectField, TextField } from '../../shell/fields.tsx';
import { ActButton, FilterForm, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export const WISH_STATES = ['all', 'waiting', 'planned'] as const;
export type WishState = (typeof WISH_STATES)[number];

interface Wisher {
  readonly href: string;
  readonly name: string;
  readonly school: string;
  /** The day of the review. */
  readonly on: string;
}

interface TrainingView {
  readonly wish: string;
  readonly text: string;
  readonly wishers: readonly Wisher[];
  /** The event of the plan for this wish. */
  readonly eventCode?: string;
}

interface WishesView {
  readonly year: number;
  readonly trainings: readonly TrainingView[];
  /** Number of all wishes. */
  readonly wished: number;
  /** Number of trainings that the page does not show. */
  readonly left: number;
  readonly isFiltered: boolean;
  readonly years: readonly Choice[];
  readonly filter: FormState;
}

/** `/dane/wishes`: the trainings wished in progress reviews. */
export function WishesPage({ view }: { view: WishesView }) {
  const { t: all, locale } = useFrame();
  const t = all.dane.wishes;
  return (
    <DaneLayout section="wishes" title={t.title}>
      <p class="lede">{t.lede}</p>
      <Filters view={view} />
      {view.trainings.length === 0 ? (
        <p>{view.isFiltered ? t.noneFound : t.none(schoolYearLabel(view.year))}</p>
      ) : (
        <>
          <p>{t.count(view.wished, view.trainings.length + view.left)}</p>
          <Trainings view={view} />
          {view.left > 0 && <p class="note">{t.left(view.left)}</p>}
          <div class="actions">
            <a class="button-secondary" href={`/dane/wishes.csv?year=${view.year}`} download>
              {t.csv}
            </a>
            <a class="button-secondary" href={`/dane/wishes.xlsx?year=${view.year}&lang=${locale}`} download>
              {t.xlsx}
            </a>
          </div>
        </>
      )}
    </DaneLayout>
  );
}

function Filters({ view }: { view: WishesView }) {
  const frame = useFrame();
  const t = frame.t.dane.wishes;
  return (
    <FilterForm action="/dane/wishes" form={view.filter}>
      <SelectField name="year" label={frame.t.school.schoolYear} choices={view.years} />
      <TextField name="q" label={t.search} type="search" optional />
      <SelectField
        name="state"
        label={t.state}
        choices={WISH_STATES.map((value) => ({ value, label: t.states[value] }))}
      />
      <button type="submit" class="secondary">
        {frame.t.forms.filter}
      </button>
    </FilterForm>
  );
}

function Trainings({ view }: { view: WishesView }) {
  const t = useFrame().t.dane.wishes;
  const href = (wish: string) =>
    `/dane/wishes/plan?${new URLSearchParams({ year: String(view.year), wish })}`;
  return (
    <CardTable
      rows={view.trainings}
      columns={[
        { heading: t.training, cell: ({ text }) => text, names: true },
        { heading: t.asked, cell: ({ wishers }) => String(wishers.length) },
        { heading: t.who, cell: ({ wishers }) => <Wishers wishers={wishers} /> },
        {
          heading: t.plan,
          cell: ({ wish, text, eventCode }) => (
            <>
              {eventCode && <a href={eventHref(eventCode)}>{eventCode}</a>}{' '}
              <a href={href(wish)} aria-label={eventCode ? t.changeOf(text) : t.takeUpOf(text)}>
                {eventCode ? t.change : t.takeUp}
              </a>
            </>
          ),
        },
      ]}
    />
  );
}

function Wishers({ wishers }: Pick<TrainingView, 'wishers'>) {
  const { day } = useFrame().t;
  return (
    <ul class="links">
      {wishers.map(({ href, name, school, on }) => (
        <li>
          <a href={href}>{name}</a>{' '}
          <span class="note block">
            {school}, {day(on)}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface WishProps {
  readonly view: { readonly year: number; readonly training: TrainingView };
  readonly form: FormState;
}

/** `/dane/wishes/plan`: chooses the event of the plan for a wish. */
export function WishPage({ view: { year, training }, form }: WishProps) {
  const t = useFrame().t.dane.wishes;
  const hidden = { year: String(year), wish: training.wish };
  const back = `/dane/wishes?year=${year}`;
  return (
    <DaneLayout section="wishes" title={t.planTitle}>
      <p class="lede">{training.text}</p>
      <p>{t.count(training.wishers.length, 1)}</p>
      <Wishers wishers={training.wishers} />
      <Form action="/dane/wishes/plan" form={form} labels={{ event: t.event }} hidden={hidden}>
        <TextField name="event" label={t.event} help={t.eventHelp} maxlength={100} />
        <div class="actions">
          <button type="submit">{t.save}</button>
          <a href={back}>{t.back}</a>
        </div>
      </Form>
      <p>
        <a href="/dane/events/new">{t.newEvent}</a>
      </p>
      {training.eventCode && (
        <ActButton action="/dane/wishes/plan/removal" hidden={hidden} class="secondary">
          {t.takeBack}
        </ActButton>
      )}
    </DaneLayout>
  );
}
