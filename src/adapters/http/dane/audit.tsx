import type { Table } from '../../../application/files/export/table.ts';
import type { AuditQuery } from '../../../application/store/service-readers.ts';
import { groupOfAction } from '../../../domain/audit/groups.ts';
import { DomainError } from '../../../domain/errors.ts';
import { AUDIT_GROUPS } from '../../../domain/features/declaration.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import { daysAfter, type Instant, isLocalDate } from '../../../domain/time/calendar.ts';
import { instantInParis } from '../../../domain/time/paris-clock.ts';
import { CardTable } from '../components/card-table.tsx';
import { Details } from '../components/details.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Paging, pageOf, sliceOf } from '../components/pagination.tsx';
import type { AppDeps } from '../env.ts';
import { isNarrowed } from '../forms/context.ts';
import { Filter } from '../forms/filter.tsx';
import type { FieldErrors } from '../forms/schema.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { type AuditRow, actionLabels, auditRows } from './audit-entries.ts';
import { answerCsv } from './exports/file-response.ts';
import { DaneLayout } from './layout.tsx';

const PATH = '/dane/audit';
const SEPARATOR = '~';

/** `/dane/audit`: who did what to whom, when and by which channel, and how far that is sealed. */
export const auditPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderAudit)
    .page(`${PATH}/journal.csv`, 'keep-register', async (pageRequest) => {
      const { query, faults } = await readFilter(pageRequest);
      if (!query || Object.keys(faults).length > 0) throw new DomainError('invalid-request');
      return answerCsv(pageRequest.c, deps, { name: 'journal', tables: tablesOf(pageRequest, query) });
    });

type Query = Omit<AuditQuery, 'limit' | 'after'>;

const FIELDS = ['q', 'act', 'from', 'to'] as const;

/** The filter of the address. `query` is undefined if no one has the words that were asked for. */
async function readFilter(pageRequest: PageRequest) {
  const [q = '', act = '', from = '', to = ''] = FIELDS.map(pageRequest.query);
  const group = AUDIT_GROUPS.find((one) => one === act);
  const faults: FieldErrors = compact({
    act: act && !group ? ('invalid-choice' as const) : undefined,
    from: from && !isLocalDate(from) ? ('invalid-date' as const) : undefined,
    to: to && !isLocalDate(to) ? ('invalid-date' as const) : undefined,
  });
  const about = q.trim() ? await pageRequest.services.findAudited(q.trim()) : undefined;
  const actions =
    group && Object.keys(actionLabels(pageRequest.t)).filter((one) => groupOfAction(one) === group);
  const query: Query | undefined =
    about?.length === 0
      ? undefined
      : compact({
          ...{ about, actions },
          from: isLocalDate(from) ? instantInParis(from, '00:00') : undefined,
          until: isLocalDate(to) ? instantInParis(daysAfter(to, 1), '00:00') : undefined,
        });
  return { asked: { q, act, from, to }, faults, query };
}

async function renderAudit(pageRequest: PageRequest) {
  const t = pageRequest.t.dane.audit;
  const { asked, faults, query } = await readFilter(pageRequest);
  const [at, id] = pageRequest.query('after')?.split(SEPARATOR) ?? [];
  const after = at !== undefined && id !== undefined ? { at: at as Instant, id } : undefined;
  const isRead = query !== undefined && Object.keys(faults).length === 0;
  const slice = { limit: sliceOf(pageRequest).limit, ...(after && { after }) };
  const found = isRead ? await pageRequest.store.searchAudit({ ...query, ...slice }) : [];
  const { rows, last } = pageOf(found);
  const lines = await auditRows(pageRequest, rows);
  const values = Object.fromEntries(FIELDS.map((name) => [name, [asked[name]]]));
  const href = (path: string, more = {}) => `${path}?${new URLSearchParams({ ...asked, ...more })}`;
  return (
    <DaneLayout section="audit" title={t.title}>
      <p class="lede">{t.lede}</p>
      {await renderSeal(pageRequest)}
      <Filter
        action={PATH}
        form={{ values, faults }}
        labels={t}
        fields={[
          { kind: 'text', name: 'q' },
          {
            kind: 'choice',
            name: 'act',
            choices: AUDIT_GROUPS.map((value) => ({ value, label: t.groups[value] })),
          },
          { kind: 'day', name: 'from' },
          { kind: 'day', name: 'to' },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState>{isNarrowed({ values, faults }) ? t.empty : t.none}</EmptyState>
      ) : (
        <>
          <p>
            <a href={href(`${PATH}/journal.csv`)} download>
              {t.csv}
            </a>
          </p>
          <AuditRows lines={lines} />
        </>
      )}
      <Paging next={last && href(PATH, { after: `${last.at}${SEPARATOR}${last.id}` })} />
    </DaneLayout>
  );
}

/** How many lines are sealed, and the signed state, which an auditor may write down and compare later. */
async function renderSeal(pageRequest: PageRequest) {
  const t = pageRequest.t.dane.audit;
  const { sealed, waiting, checkpoint } = await pageRequest.services.readAuditSeal();
  if (!checkpoint) return <p>{t.notSealed(waiting)}</p>;
  return (
    <>
      <p>{t.seal(sealed, waiting, pageRequest.t.moment(checkpoint.signedAt))}</p>
      <Details title={t.state}>
        <p>{t.stateHelp}</p>
        <pre>
          <code>{checkpoint.note}</code>
        </pre>
      </Details>
    </>
  );
}

function AuditRows({ lines }: { lines: readonly AuditRow[] }) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.audit;
  return (
    <CardTable
      compact
      rows={lines}
      caption={t.title}
      columns={[
        { heading: t.what, cell: ({ what }) => what, names: true },
        { heading: t.at, cell: ({ at }) => pageContext.t.moment(at) },
        { heading: t.who, cell: ({ who }) => who },
        {
          heading: t.whom,
          cell: ({ whom, href }) => (href ? <a href={href}>{whom}</a> : (whom ?? '—')),
        },
        { heading: t.why, cell: ({ why }) => why ?? '—' },
        { heading: t.road, cell: ({ road }) => road },
        { heading: t.number, cell: ({ number }) => number ?? t.waits },
      ]}
    />
  );
}

/** The lines of a query as a table in pieces, then the signed state, a line each. */
async function* tablesOf(pageRequest: PageRequest, query: Query): AsyncGenerator<Table> {
  const t = pageRequest.t.dane.audit;
  const titles = [t.number, t.at, t.who, t.what, t.whom, t.why, t.road, t.request];
  const columns = titles.map((title) => ({ key: title, title, kind: 'text' as const }));
  const piece = (rows: Table['rows']): Table => ({ name: 'journal', columns, rows });
  for await (const entries of pageRequest.services.exportAudit({ query, actor: pageRequest.me })) {
    const lines = await auditRows(pageRequest, entries);
    yield piece(
      lines.map(({ number, at, who, what, whom, why, road, request }) => [
        ...[number === undefined ? t.waits : String(number), at, who, what, whom, why, road, request],
      ]),
    );
  }
  const { sealed, waiting, checkpoint } = await pageRequest.services.readAuditSeal();
  if (!checkpoint) return;
  const state = [t.seal(sealed, waiting, checkpoint.signedAt), ...checkpoint.note.split('\n')];
  yield piece(state.filter(Boolean).map((line) => ['', line]));
}
