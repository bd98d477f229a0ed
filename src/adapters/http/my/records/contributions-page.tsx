import { CONTRIBUTION_KINDS, type Contribution } from '../../../../domain/records.ts';
import { ChoiceGroup, DateField, FaultSummary, type FormState, TextField } from '../../pages/fields.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import { SafeLink } from '../../pages/parts.tsx';
import { MyLayout } from '../my-layout.tsx';

interface ContributionsProps {
  readonly frame: PageFrame;
  /** The latest first. */
  readonly contributions: readonly Contribution[];
}

/** `/my/contributions`: what one ran, led, shared. */
export function ContributionsPage({ frame, contributions }: ContributionsProps) {
  const t = frame.t.my.records.contributions;
  return (
    <MyLayout frame={frame} page="contributions" title={t.title} lede={t.lede}>
      <p>
        <a class="button" href={inLanguage(frame, '/my/contributions/new')}>
          {t.add}
        </a>
      </p>
      {contributions.length === 0 ? <p>{t.empty}</p> : <Table frame={frame} contributions={contributions} />}
    </MyLayout>
  );
}

function Table({ frame, contributions }: ContributionsProps) {
  const t = frame.t.my.records.contributions;
  const kinds = frame.t.records.contributions;
  return (
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.day}</th>
          <th scope="col">{t.link}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.act}</th>
        </tr>
      </thead>
      <tbody>
        {contributions.map((one) => (
          <tr>
            <th scope="row">{capitalised(kinds[one.kind].one)}</th>
            <td data-label={t.day}>{frame.t.day(one.on)}</td>
            <td data-label={t.link}>
              {one.url ? <SafeLink href={one.url}>{shown(one.url)}</SafeLink> : t.noLink}
            </td>
            <td data-label={t.state}>{one.validated ? t.validated : t.notValidated}</td>
            <td data-label={t.act}>{!one.validated && <Acts frame={frame} contribution={one} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Acts({ frame, contribution }: { frame: PageFrame; contribution: Contribution }) {
  const t = frame.t.my.records.contributions;
  const path = contributionPath(contribution.reference);
  const what = t.what(frame.t.records.contributions[contribution.kind].one, frame.t.day(contribution.on));
  return (
    <div class="actions">
      <a href={inLanguage(frame, `${path}/edit`)}>{t.edit(what)}</a>
      <form method="post" action={inLanguage(frame, `${path}/remove`)}>
        <button type="submit" class="link">
          {t.remove(what)}
        </button>
      </form>
    </div>
  );
}

/** `/my/contributions/new` and `…/edit`. */
export function ContributionFormPage({
  frame,
  form,
  action,
}: {
  frame: PageFrame;
  form: FormState;
  action: { readonly href: string; readonly kind: 'new' | 'edit' };
}) {
  const t = frame.t.my.records.contributions;
  const kinds = frame.t.records.contributions;
  return (
    <MyLayout frame={frame} page="contributions" title={action.kind === 'new' ? t.addTitle : t.editTitle}>
      <FaultSummary frame={frame} form={form} labels={{ kind: t.kind, on: t.day, url: t.link }} />
      <form class="form" method="post" action={inLanguage(frame, action.href)}>
        <ChoiceGroup
          frame={frame}
          form={form}
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
        <DateField frame={frame} form={form} name="on" label={t.day} help={t.dayHelp} />
        <TextField
          frame={frame}
          form={form}
          name="url"
          type="url"
          label={t.link}
          help={t.linkHelp}
          optional
        />
        <div class="actions">
          <button type="submit">{frame.t.forms.save}</button>
          <a href={inLanguage(frame, '/my/contributions')}>{frame.t.forms.cancel}</a>
        </div>
      </form>
    </MyLayout>
  );
}

function contributionPath(reference: string): string {
  return `/my/contributions/${encodeURIComponent(reference)}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An address without its scheme, cut where it is long. */
function shown(url: string): string {
  const bare = url.replace(/^https?:\/\//i, '');
  return bare.length > 40 ? `${bare.slice(0, 39)}…` : bare;
}
