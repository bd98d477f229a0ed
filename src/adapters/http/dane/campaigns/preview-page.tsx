import type { CampaignPreview } from '../../../../application/campaigns.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { SelectField, TextField } from '../../shell/fields.tsx';
import { FilterForm, Form } from '../../shell/form-parts.tsx';
import { type FormState, isNarrowed } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface PreviewView {
  readonly name: string;
  readonly counts: CampaignPreview['counts'];
  readonly schools: readonly {
    readonly school: string;
    readonly href: string;
    readonly segments: number;
    readonly askedBefore: number;
    readonly heads: number;
  }[];
  readonly example?: { readonly school: string; readonly subject: string; readonly text: string };
  /** The page's own address, and the fields that it keeps during a search. */
  readonly path: string;
  readonly kept: Readonly<Record<string, string>>;
  readonly form: FormState;
  readonly nextHref?: string;
  /** The form that sends the requests, and the fields that it repeats. */
  readonly action: string;
  readonly sent: Readonly<Record<string, string>>;
  readonly backHref: string;
  /** Whether the campaign is already open; the requests would then be added to it. */
  readonly isOpen: boolean;
  readonly hasMailer: boolean;
}

/** The requests that a campaign would send, before anything leaves: the recipients, their number, and one of
 *  the mails. */
export function PreviewPage({ view }: { view: PreviewView }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  const { counts } = view;
  return (
    <DaneLayout section="campaigns" title={t.preview.title(view.name)}>
      <p class="lede">{view.isOpen ? t.preview.addedLater(view.name) : t.preview.nothingLeft}</p>
      {!view.hasMailer && <p class="notice">{t.noMailer}</p>}
      <ul>
        <li>{t.preview.toSend(counts.segments, counts.schools)}</li>
        <li>{t.preview.askedBefore(counts.askedBefore)}</li>
        {counts.segments > 0 && (
          <li>
            {t.preview.withoutHead(counts.withoutHead)}
            {counts.withoutHead > 0 && <WithoutHead view={view} />}
          </li>
        )}
      </ul>
      <Send view={view} />
      <Mail example={view.example} />
      <Recipients view={view} />
    </DaneLayout>
  );
}

function WithoutHead({ view }: { view: PreviewView }) {
  const { preview } = useFrame().t.dane.campaigns;
  const query = new URLSearchParams({ ...view.kept, only: 'without-head' });
  return (
    <>
      {' '}
      <a href={`${view.path}?${query}#recipients`}>{preview.seeWithoutHead}</a>
      {' · '}
      <a href="/dane/imports">{preview.complete}</a>
    </>
  );
}

function Send({ view }: { view: PreviewView }) {
  const { preview } = useFrame().t.dane.campaigns;
  return (
    <Form action={view.action} hidden={view.sent}>
      {view.counts.segments > 0 && <p class="note">{preview.stoppable}</p>}
      <div class="actions">
        {view.counts.segments > 0 && <button type="submit">{preview.send(view.counts.segments)}</button>}
        <a href={view.backHref}>{view.isOpen ? preview.backToCampaign : preview.change}</a>
      </div>
    </Form>
  );
}

function Mail({ example }: { example: PreviewView['example'] }) {
  const { preview } = useFrame().t.dane.campaigns;
  return (
    <section>
      <h2>{preview.mail}</h2>
      {example ? (
        <>
          <p>{preview.mailTo(example.school)}</p>
          <blockquote class="mail" lang="fr">
            <p>
              {preview.subject} : <strong>{example.subject}</strong>
            </p>
            <pre>{example.text}</pre>
          </blockquote>
        </>
      ) : (
        <p>{preview.noMail}</p>
      )}
    </section>
  );
}

function Recipients({ view }: { view: PreviewView }) {
  const frame = useFrame();
  const { preview } = frame.t.dane.campaigns;
  const choices = [
    { value: 'all', label: preview.everyone },
    { value: 'without-head', label: preview.onlyWithoutHead },
  ];
  return (
    <section id="recipients">
      <h2>{preview.recipients}</h2>
      <FilterForm action={`${view.path}#recipients`} form={view.form}>
        {Object.entries(view.kept).map(([name, value]) => (
          <input type="hidden" {...{ name, value }} />
        ))}
        <TextField name="q" label={preview.search} type="search" optional />
        <SelectField name="only" label={preview.only} choices={choices} />
        <button type="submit" class="secondary">
          {frame.t.forms.search}
        </button>
      </FilterForm>
      {view.schools.length === 0 ? (
        <p class="notice">{isNarrowed(view.form) ? preview.noneFound : preview.none}</p>
      ) : (
        <Schools schools={view.schools} />
      )}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
    </section>
  );
}

function Schools({ schools }: Pick<PreviewView, 'schools'>) {
  const { preview } = useFrame().t.dane.campaigns;
  return (
    <CardTable
      compact
      rows={schools}
      columns={[
        { heading: preview.school, cell: ({ school, href }) => <a href={href}>{school}</a>, names: true },
        { heading: preview.toAsk, cell: ({ segments }) => segments },
        {
          heading: preview.alreadyAsked,
          cell: ({ askedBefore }) => askedBefore,
          class: ({ askedBefore }) => (askedBefore === 0 ? 'zero' : undefined),
        },
        { heading: preview.heads, cell: ({ heads }) => (heads === 0 ? preview.noHead : heads) },
      ]}
    />
  );
}
