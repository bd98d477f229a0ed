import { CONTRIBUTION_KINDS, CONTRIBUTION_LENGTHS, type Contribution } from '../../../../domain/records.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { ChoiceGroup, DateField, TextArea, TextField } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { SafeLink } from '../../shell/parts.tsx';
import { StandingWord } from '../../shell/standing.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';

interface ContributionsProps {
  /** Latest first. */
  readonly contributions: readonly Contribution[];
}

/** `/my/contributions`: the work that the person ran, led or shared. */
export function ContributionsPage({ contributions }: ContributionsProps) {
  const t = useFrame().t.my.records.contributions;
  return (
    <MyLayout page="contributions" title={t.title} lede={t.lede}>
      <p>
        <a class="button" href="/my/contributions/new">
          {t.add}
        </a>
      </p>
      {contributions.length === 0 ? <p>{t.empty}</p> : <Table contributions={contributions} />}
    </MyLayout>
  );
}

function Table({ contributions }: ContributionsProps) {
  const frame = useFrame();
  const t = frame.t.my.records.contributions;
  const kinds = frame.t.records.contributions;
  return (
    <CardTable
      rows={contributions}
      columns={[
        { heading: t.name, cell: (one) => <Name contribution={one} />, names: true },
        { heading: t.kind, cell: (one) => one.title && capitalised(kinds[one.kind].one) },
        { heading: t.day, cell: (one) => frame.t.day(one.on) },
        {
          heading: t.link,
          cell: (one) => (one.url ? <SafeLink href={one.url}>{shown(one.url)}</SafeLink> : t.noLink),
        },
        { heading: t.state, cell: (one) => <State contribution={one} /> },
        {
          heading: t.act,
          cell: (one) =>
            !one.validated && <Acts contribution={one} what={nameOf(one, contributions, frame)} />,
        },
      ]}
    />
  );
}

/** Its title and its sentence; an old record has neither, and is named by its kind. */
function Name({ contribution: { kind, title, description } }: { contribution: Contribution }) {
  const kinds = useFrame().t.records.contributions;
  return (
    <>
      {title ?? capitalised(kinds[kind].one)}
      {description && <span class="note block">{description}</span>}
    </>
  );
}

function State({ contribution: { validated } }: { contribution: Contribution }) {
  const t = useFrame().t.my.records.contributions;
  return (
    <StandingWord state={validated ? 'confirmed' : 'requested'}>
      {validated ? t.validated : t.notValidated}
    </StandingWord>
  );
}

function Acts({ contribution, what }: { contribution: Contribution; what: string }) {
  const t = useFrame().t.my.records.contributions;
  const path = contributionPath(contribution.reference);
  return (
    <div class="actions">
      <a href={`${path}/edit`}>{t.edit(what)}</a>
      <a href={`${path}/remove`}>{t.remove(what)}</a>
    </div>
  );
}

/** Its title and day, or « projet du 3 mars 2026 »; with a number where several have the same name. */
function nameOf(one: Contribution, all: readonly Contribution[], frame: PageFrame): string {
  const t = frame.t.my.records.contributions;
  if (one.title) {
    const named = all.filter(({ title }) => title === one.title);
    const words = t.titled(one.title, frame.t.day(one.on));
    return named.length > 1 ? t.oneOf(words, named.indexOf(one) + 1, named.length) : words;
  }
  const what = t.what(frame.t.records.contributions[one.kind].one, frame.t.day(one.on));
  const alike = all.filter(({ kind, on, title }) => !title && kind === one.kind && on === one.on);
  return alike.length > 1 ? t.oneOf(what, alike.indexOf(one) + 1, alike.length) : what;
}

/** `/my/contributions/{reference}/remove`: asks for a confirmation, because a removed contribution is
 *  deleted. */
export function RemoveContributionPage({ contribution }: { contribution: Contribution }) {
  const frame = useFrame();
  const t = frame.t.my.records.contributions;
  const { kind, title, on, url, reference } = contribution;
  return (
    <MyLayout page="contributions" title={t.removeTitle}>
      <dl class="facts-list">
        {title && (
          <>
            <dt>{t.name}</dt>
            <dd>{title}</dd>
          </>
        )}
        <dt>{t.kind}</dt>
        <dd>{capitalised(frame.t.records.contributions[kind].one)}</dd>
        <dt>{t.day}</dt>
        <dd>{frame.t.day(on)}</dd>
        <dt>{t.link}</dt>
        <dd>{url ? <SafeLink href={url}>{shown(url)}</SafeLink> : t.noLink}</dd>
      </dl>
      <p>{t.removeAsk}</p>
      <div class="actions">
        <ActButton action={`${contributionPath(reference)}/remove`}>{t.removeConfirm}</ActButton>
        <a href="/my/contributions">{t.keep}</a>
      </div>
    </MyLayout>
  );
}

/** `/my/contributions/new` and `…/edit`. */
export function ContributionFormPage({
  form,
  action,
}: {
  form: FormState;
  action: {
    readonly href: string;
    readonly kind: 'new' | 'edit';
    /** `once` of a new contribution, and `seen` of one that is changed. */
    readonly hidden: { readonly once?: string | undefined; readonly seen?: string | undefined };
  };
}) {
  const frame = useFrame();
  const t = frame.t.my.records.contributions;
  const kinds = frame.t.records.contributions;
  return (
    <MyLayout page="contributions" title={action.kind === 'new' ? t.addTitle : t.editTitle}>
      <Form
        action={action.href}
        form={form}
        labels={{ kind: t.kind, title: t.name, description: t.description, on: t.day, url: t.link }}
        hidden={action.hidden}
      >
        <ChoiceGroup
          name="kind"
          label={t.kind}
          help={t.kindHelp}
          kind="radio"
          choices={CONTRIBUTION_KINDS.map((kind) => ({
            value: kind,
            label: capitalised(kinds[kind].one),
            text: t.kindTexts[kind],
          }))}
        />
        <TextField name="title" label={t.name} help={t.nameHelp} maxlength={CONTRIBUTION_LENGTHS.title} />
        <TextArea
          name="description"
          label={t.description}
          help={t.descriptionHelp}
          rows={3}
          maxlength={CONTRIBUTION_LENGTHS.description}
          optional
        />
        <DateField name="on" label={t.day} help={t.dayHelp} />
        <TextField name="url" type="url" label={t.link} help={t.linkHelp} optional />
        <div class="actions">
          <button type="submit">{frame.t.forms.save}</button>
          <a href="/my/contributions">{frame.t.forms.cancel}</a>
        </div>
      </Form>
    </MyLayout>
  );
}

function contributionPath(reference: string): string {
  return `/my/contributions/${encodeURIComponent(reference)}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An address without its scheme, shortened where it is long. */
function shown(url: string): string {
  const bare = url.replace(/^https?:\/\//i, '');
  return bare.length > 40 ? `${bare.slice(0, 39)}…` : bare;
}
