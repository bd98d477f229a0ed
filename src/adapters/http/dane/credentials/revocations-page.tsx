import { ChoiceGroup, DateField, FaultSummary, SelectField, TextArea } from '../../shell/fields.tsx';
import { FilterForm, Form } from '../../shell/form-parts.tsx';
import { SchoolField } from '../../shell/named-field.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import { LISTED, type ListedBadge } from './revocations-view.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface RevocationsView {
  readonly badges: readonly Option[];
  readonly versions: readonly Option[];
  readonly filterForm: FormState;
  /** Absent until a filter or a list was given. */
  readonly listed?: readonly ListedBadge[];
  /** The number of badges that the filter finds, where the page does not list them all. */
  readonly matching?: number;
  /** The address of the page with its filter, so that a refused form is shown above the same list. */
  readonly href: string;
  readonly tickAllHref: string;
  readonly form: FormState;
}

interface RevocationsProps {
  readonly view: RevocationsView;
}

/** `/dane/revocations`: the badges to choose from, the public reason, and the replacement, if any. */
export function RevocationsPage({ view }: RevocationsProps) {
  const t = useFrame().t.revocations;
  return (
    <DaneLayout section="decisions" title={t.title}>
      <p class="lede">{t.lede}</p>
      <FaultSummary form={view.filterForm} labels={{ uai: t.uai, from: t.from, until: t.until }} />
      <FilterForm action="/dane/revocations" form={view.filterForm}>
        <SelectField name="badge" label={t.badge} choices={view.badges} />
        <SelectField name="version" label={t.version} choices={view.versions} optional />
        <SchoolField name="uai" label={t.uai} optional />
        <DateField name="from" label={t.from} optional />
        <DateField name="until" label={t.until} optional />
        <button type="submit" class="secondary">
          {t.see}
        </button>
      </FilterForm>
      {view.listed?.length === 0 && <p class="notice">{t.none}</p>}
      {view.listed && view.listed.length > 0 && <Choose view={view} listed={view.listed} />}
    </DaneLayout>
  );
}

function Choose({ view, listed }: RevocationsProps & { readonly listed: readonly ListedBadge[] }) {
  const frame = useFrame();
  const t = frame.t.revocations;
  const labels = {
    ids: t.choose,
    reason: t.reason,
    replacement: t.replacement,
    replacementReason: t.replacementReason,
  };
  return (
    <Form action={view.href} form={view.form} labels={labels}>
      <p>
        <a href={view.tickAllHref} data-tick-all>
          {t.tickAll(listed.length)}
        </a>
      </p>
      {view.matching && <p class="note">{t.more(LISTED, view.matching)}</p>}
      <ChoiceGroup
        name="ids"
        label={t.choose}
        kind="checkbox"
        choices={listed.map(({ id, badge, recipient, grantedAt }) => ({
          value: id,
          label: t.of(badge, recipient, frame.t.day(grantedAt)),
        }))}
      />
      <TextArea name="reason" label={t.reason} help={t.reasonHelp(REASON_LENGTH)} rows={3} />
      <SelectField
        name="replacement"
        label={t.replacement}
        help={t.replacementHelp}
        choices={view.badges}
        optional
      />
      <TextArea
        name="replacementReason"
        label={t.replacementReason}
        help={t.replacementReasonHelp}
        rows={2}
        optional
      />
      <div class="actions">
        <button type="submit">{view.matching ? t.previewTicked : t.preview}</button>
        {view.matching && (
          <button type="submit" class="secondary" name="which" value="matching">
            {t.previewAll(view.matching)}
          </button>
        )}
      </div>
    </Form>
  );
}

export interface RevocationsPreview {
  /** The first badges of the selection. */
  readonly listed: readonly ListedBadge[];
  readonly total: number;
  /** Mails that will be written; absent where the service sends none. */
  readonly mails?: number;
  /** Whether the selection has changed since the previous page was shown. */
  readonly hasChanged: boolean;
  /** The reason in its public form. */
  readonly reason: string;
  readonly replacement?: string;
  /** Paragraphs of the mail, in French. */
  readonly mail: readonly string[];
  readonly sent: Readonly<Record<string, string | readonly string[]>>;
  /** The address of the previous page. */
  readonly href: string;
}

/** The page before many badges are revoked: their number, their holders, the public reason, and the mail to
 *  the holders. */
export function RevocationsPreviewPage({ view }: { readonly view: RevocationsPreview }) {
  const frame = useFrame();
  const t = frame.t.revocations;
  const more = view.total - view.listed.length;
  return (
    <DaneLayout section="decisions" title={t.previewTitle(view.total)}>
      {view.hasChanged && (
        <p class="notice" role="status">
          {t.changed}
        </p>
      )}
      <p class="lede">{t.previewLede}</p>
      <h2>{t.publicReason}</h2>
      <p lang="fr">{view.reason}</p>
      {view.replacement && <p>{t.inPlace(view.replacement)}</p>}
      <h2>{t.who}</h2>
      <ul>
        {view.listed.map(({ badge, recipient, grantedAt }) => (
          <li>{t.of(badge, recipient, frame.t.day(grantedAt))}</li>
        ))}
      </ul>
      {more > 0 && <p>{t.andMore(more)}</p>}
      <h2>{t.mail}</h2>
      {view.mails !== undefined && <p>{t.mails(view.mails, view.total)}</p>}
      <blockquote lang="fr">
        {view.mail.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </blockquote>
      <form method="post" action={view.href}>
        {Object.entries(view.sent).flatMap(([name, value]) =>
          [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
        )}
        <div class="actions">
          <button type="submit">{t.confirm(view.total)}</button>
          <a href={view.href}>{t.back}</a>
        </div>
      </form>
    </DaneLayout>
  );
}
