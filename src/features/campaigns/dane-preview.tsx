import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { PAGE_SIZE, Paging, pageOf } from '../../adapters/http/components/pagination.tsx';
import { readNames } from '../../adapters/http/dane/decisions/proposal-rows.ts';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import { newHeadPath } from '../../adapters/http/dane/people/new-person.tsx';
import { isNarrowed } from '../../adapters/http/forms/context.ts';
import { Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { Filter } from '../../adapters/http/forms/filter.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { isLocalDate } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import type { CampaignPreview } from './actions.ts';
import { schoolColumn } from './dane-school-column.tsx';

interface PreviewedCampaign {
  readonly name: string;
  readonly schoolYear: SchoolYear;
  readonly closesOn: string;
  /** The page's own address, and the fields that it keeps during a search. */
  readonly path: string;
  readonly kept: Readonly<Record<string, string>>;
  /** The form that sends the requests, and the fields that it repeats. */
  readonly action: string;
  readonly sent: Readonly<Record<string, string>>;
  readonly backHref: string;
  /** Whether the campaign is already open; the requests would then be added to it. */
  readonly isOpen: boolean;
}

/** The requests that a campaign would send, before anything leaves: the recipients, their number, and one of
 *  the mails. */
export async function renderPreview(request: PageRequest, requested: PreviewedCampaign) {
  const { name, schoolYear, closesOn, isOpen } = requested;
  const t = request.t.campaigns;
  const { q = '', only = 'all', after } = request.c.req.query();
  const { counts, schools, example } = await request.services.previewCampaign({
    schoolYear,
    limit: PAGE_SIZE + 1,
    ...(isLocalDate(closesOn) && { campaign: { name, closesOn } }),
    ...(q.trim() && { text: q.trim() }),
    ...(only === 'without-head' && { withoutHead: true }),
    ...(after && { after: after as Uai }),
  });
  return (
    <DaneLayout section="campaigns" title={t.preview.title(name)}>
      <p class="lede">{isOpen ? t.preview.addedLater(name) : t.preview.nothingLeft}</p>
      {!request.ports.mailer && <p class="notice">{t.noMailer}</p>}
      <ul>
        <li>{t.preview.toSend(counts.segments, counts.schools)}</li>
        <li>{t.preview.askedBefore(counts.askedBefore)}</li>
        {counts.segments > 0 && (
          <li>
            {t.preview.withoutHead(counts.withoutHead)}
            {counts.withoutHead > 0 && <WithoutHead {...requested} />}
          </li>
        )}
      </ul>
      <Send {...requested} segments={counts.segments} />
      {await renderMail(request, example)}
      {await renderRecipients(request, requested, schools)}
    </DaneLayout>
  );
}

function WithoutHead({ path, kept }: Pick<PreviewedCampaign, 'path' | 'kept'>) {
  const { preview } = usePageContext().t.campaigns;
  const query = new URLSearchParams({ ...kept, only: 'without-head' });
  return (
    <>
      {' '}
      <a href={`${path}?${query}#recipients`}>{preview.seeWithoutHead}</a>
    </>
  );
}

function Send({ action, sent, backHref, isOpen, segments }: PreviewedCampaign & { segments: number }) {
  const { preview } = usePageContext().t.campaigns;
  return (
    <Form action={action} hidden={sent}>
      {segments > 0 && <p class="note">{preview.stoppable}</p>}
      <div class="actions">
        {segments > 0 && <Submit>{preview.send(segments)}</Submit>}
        <a href={backHref}>{isOpen ? preview.backToCampaign : preview.change}</a>
      </div>
    </Form>
  );
}

async function renderMail({ store, t }: PageRequest, example: CampaignPreview['example']) {
  const { preview } = t.campaigns;
  const { schoolOf } = await readNames(store, [], example ? [example.uai] : []);
  return (
    <section>
      <h2>{preview.mail}</h2>
      {example ? (
        <>
          <p>{preview.mailTo(schoolOf(example.uai) ?? example.uai)}</p>
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

/** The schools that would be asked, searched by name and page by page. */
async function renderRecipients(
  request: PageRequest,
  { path, kept }: PreviewedCampaign,
  schools: CampaignPreview['schools'],
) {
  const { preview } = request.t.campaigns;
  const { q = '', only = 'all' } = request.c.req.query();
  const { rows, last } = pageOf(schools);
  const next = last && new URLSearchParams({ ...kept, q, only, after: last.uai });
  const form = { values: { q: [q], only: [only] }, faults: {} };
  const choices = [
    { value: 'all', label: preview.everyone },
    { value: 'without-head', label: preview.onlyWithoutHead },
  ];
  return (
    <section id="recipients">
      <h2>{preview.recipients}</h2>
      <Filter
        action={`${path}#recipients`}
        form={form}
        labels={{ q: preview.search, only: preview.only }}
        hidden={kept}
        fields={[
          { kind: 'text', name: 'q' },
          { kind: 'choice', name: 'only', choices, rest: 'all' },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState>{isNarrowed(form) ? preview.noneFound : preview.none}</EmptyState>
      ) : (
        await renderSchools(request, rows)
      )}
      <Paging next={next && `${path}?${next}#recipients`} />
    </section>
  );
}

async function renderSchools({ store, t }: PageRequest, schools: CampaignPreview['schools']) {
  const { preview } = t.campaigns;
  return (
    <CardTable
      compact
      rows={schools}
      columns={[
        await schoolColumn(store, { heading: preview.school, schools }),
        { heading: preview.toAsk, cell: ({ segments }) => segments },
        {
          heading: preview.alreadyAsked,
          cell: ({ askedBefore }) => askedBefore,
          class: ({ askedBefore }) => (askedBefore === 0 ? 'zero' : undefined),
        },
        { heading: preview.heads, cell: ({ uai, heads }) => (heads === 0 ? <Unknown uai={uai} /> : heads) },
      ]}
    />
  );
}

function Unknown({ uai }: { uai: Uai }) {
  const { preview } = usePageContext().t.campaigns;
  return (
    <>
      {preview.noHead} <a href={newHeadPath(uai)}>{preview.addHead}</a>
    </>
  );
}
