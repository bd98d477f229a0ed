import { CONTRIBUTION_KINDS, type Contribution } from '../../../../domain/records.ts';
import { ReasonField } from '../../engagements/change-fields.tsx';
import { CardTable } from '../../shell/card-table.tsx';
import { FaultSummary, Refusal, SelectField, TextField } from '../../shell/fields.tsx';
import { FilterForm, Form } from '../../shell/form-parts.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { SafeLink } from '../../shell/parts.tsx';
import { type FormState, isNarrowed } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

interface ContributionLine extends Contribution {
  readonly name: string;
  /** The contribution as it is shown; the form sends it back. */
  readonly seen: string;
  /** Whether it is the viewer's own. */
  readonly own: boolean;
}

export interface ContributionsView {
  readonly contributions: readonly ContributionLine[];
  readonly total: number;
  /** Whether the page shows the validated contributions. */
  readonly validated: boolean;
  /** Number of contributions that the last validation left unchanged. */
  readonly left: number;
  readonly filter: FormState;
  readonly form: FormState;
  readonly allTicked: boolean;
  /** Address of this page with every box ticked. */
  readonly tickAllHref: string;
  readonly nextHref?: string;
}

interface ContributionsProps {
  readonly view: ContributionsView;
}

/** `/dane/contributions`: the contributions that wait for validation; several can be validated at once. */
export function ContributionsPage({ view }: ContributionsProps) {
  const frame = useFrame();
  const t = frame.t.changes.queue;
  const { validated, contributions } = view;
  return (
    <DaneLayout section="decisions" title={validated ? t.titleValidated : t.title}>
      <p class="lede">{validated ? t.ledeValidated : t.lede(view.total)}</p>
      {view.left > 0 && <p class="notice">{t.left(view.left)}</p>}
      <FaultSummary form={view.form} labels={{ reference: t.choose }} />
      <Filters view={view} />
      {contributions.length === 0 && <p class="notice">{emptyText(t, view)}</p>}
      {contributions.length > 0 && (validated ? <Lines view={view} /> : <Queue view={view} />)}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
    </DaneLayout>
  );
}

function emptyText(t: PageFrame['t']['changes']['queue'], { filter, validated }: ContributionsView): string {
  const { q, kind } = filter.values;
  const isFiltered = isNarrowed({ values: { q: q ?? [], kind: kind ?? [] }, faults: {} });
  return isFiltered ? t.empty : t.none[validated ? 'validated' : 'waiting'];
}

function Filters({ view }: ContributionsProps) {
  const frame = useFrame();
  const t = frame.t.changes.queue;
  const kinds = CONTRIBUTION_KINDS.map((value) => ({
    value,
    label: frame.t.records.contributions[value].one,
  }));
  const which = (['waiting', 'validated'] as const).map((value) => ({ value, label: t.choices[value] }));
  return (
    <FilterForm action="/dane/contributions" form={view.filter}>
      <SelectField name="which" label={t.which} choices={which} />
      <TextField name="q" label={t.name} type="search" optional />
      <SelectField name="kind" label={t.kind} choices={kinds} optional />
      <button type="submit" class="secondary">
        {frame.t.forms.filter}
      </button>
    </FilterForm>
  );
}

function Queue({ view }: ContributionsProps) {
  const t = useFrame().t.changes.queue;
  return (
    <form method="post" action="/dane/contributions">
      <p>
        <a href={view.tickAllHref} data-tick-all>
          {t.tickAll(view.contributions.length)}
        </a>
      </p>
      {view.contributions.map(({ seen }) => (
        <input type="hidden" name="seen" value={seen} />
      ))}
      <Lines view={view} />
      <div class="actions stays">
        <button type="submit">{t.validate}</button>
      </div>
    </form>
  );
}

function Lines({ view }: ContributionsProps) {
  const frame = useFrame();
  const t = frame.t.changes.queue;
  const kindOf = ({ kind }: Contribution) => frame.t.records.contributions[kind].one;
  return (
    <CardTable
      id="reference"
      rows={view.contributions}
      columns={[
        !view.validated && {
          heading: t.choose,
          cell: (one) => <Box one={one} what={kindOf(one)} ticked={view.allTicked} />,
        },
        {
          heading: t.person,
          cell: ({ personId, name }) => <a href={`/dane/people/${personId}`}>{name}</a>,
          names: true,
        },
        { heading: t.kind, cell: (one) => <What one={one} kind={kindOf(one)} /> },
        { heading: t.day, cell: ({ on }) => frame.t.day(on) },
        { heading: t.link, cell: ({ url }) => (url ? <SafeLink href={url}>{shown(url)}</SafeLink> : '–') },
        view.validated && {
          heading: t.takeBack,
          cell: (one) =>
            one.own ? (
              t.own
            ) : (
              <a
                href={`/dane/contributions/${encodeURIComponent(one.reference)}/validation`}
                aria-label={t.takeBackOf(kindOf(one), one.name)}
              >
                {t.takeBack}
              </a>
            ),
        },
      ]}
    />
  );
}

function What({ one, kind }: { one: ContributionLine; kind: string }) {
  return (
    <>
      {one.title && `${one.title}\u00a0: `}
      {kind}
      {one.description && <span class="note block">{one.description}</span>}
    </>
  );
}

function Box({ one, what, ticked }: { one: ContributionLine; what: string; ticked: boolean }) {
  const t = useFrame().t.changes.queue;
  if (one.own) return <span class="note">{t.own}</span>;
  return (
    <input
      type="checkbox"
      name="reference"
      value={one.reference}
      checked={ticked}
      aria-label={t.chooseOne(what, one.name)}
    />
  );
}

/** `/dane/contributions/{reference}/validation`: asks for a confirmation and the reason. */
export function TakeBackPage({
  view: { contribution, name },
  form,
}: {
  view: { readonly contribution: Contribution; readonly name: string };
  form: FormState;
}) {
  const frame = useFrame();
  const { queue: t, fields } = frame.t.changes;
  const { reference, kind, on, personId } = contribution;
  return (
    <DaneLayout section="people" title={t.takeBackTitle}>
      <Refusal form={form} />
      <p class="lede">{t.takeBackText}</p>
      <dl class="facts-list">
        <dt>{t.person}</dt>
        <dd>{name}</dd>
        <dt>{t.kind}</dt>
        <dd>{`${frame.t.records.contributions[kind].one}, ${frame.t.day(on)}`}</dd>
      </dl>
      <Form
        action={`/dane/contributions/${encodeURIComponent(reference)}/validation`}
        form={form}
        labels={{ reason: fields.reason }}
      >
        <ReasonField isRequired help={fields.reasonDocuments} />
        <div class="actions">
          <button type="submit">{t.takeBack}</button>
          <a href={`/dane/people/${personId}`}>{frame.t.forms.cancel}</a>
        </div>
      </Form>
    </DaneLayout>
  );
}

/** An address without its scheme, shortened where it is long. */
function shown(url: string): string {
  const bare = url.replace(/^https?:\/\//i, '');
  return bare.length > 40 ? `${bare.slice(0, 39)}…` : bare;
}
