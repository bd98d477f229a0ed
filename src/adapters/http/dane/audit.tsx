import type { Table } from '../../../application/files/export/table.ts';
import type { AuditQuery } from '../../../application/store/service-readers.ts';
import { AUDIT_GROUPS, groupOfAction } from '../../../domain/audit/groups.ts';
import { DomainError } from '../../../domain/errors.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import { daysAfter, type Instant, isLocalDate } from '../../../domain/time/calendar.ts';
import { instantInParis } from '../../../domain/time/paris-clock.ts';
import { CardTable } from '../components/card-table.tsx';
import { Fold } from '../components/details.tsx';
import { Empty } from '../components/empty-state.tsx';
import { Paging, pageOf, sliceOf } from '../components/pagination.tsx';
import type { AppDeps } from '../env.ts';
import { isNarrowed } from '../forms/context.ts';
import { Filter } from '../forms/filter.tsx';
import type { FieldFaults } from '../forms/schema.ts';
import { useFrame } from '../layout/page-context.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { type AuditLineView, actionWords, auditLines } from './audit-entries.ts';
import { answerCsv } from './exports/file-response.ts';
import { DaneLayout } from './layout.tsx';

const PATH = '/dane/audit';
const SEPARATOR = '~';

/** `/dane/audit`: who did what to whom, when and by which road, and how far that is sealed. */
export const auditPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(PATH, 'keep-register', drawAudit)
    .page(`${PATH}/journal.csv`, 'keep-register', async (visit) => {
      const { query, faults } = await readFilter(visit);
      if (!query || Object.keys(faults).length > 0) throw new DomainError('invalid-request');
      return answerCsv(visit.c, deps, { name: 'journal', tables: tablesOf(visit, query) });
    });

type Query = Omit<AuditQuery, 'limit' | 'after'>;

const FIELDS = ['q', 'act', 'from', 'to'] as const;

/** The filter of the address. `query` is undefined where nobody has the words that were asked for. */
async function readFilter(visit: Visit) {
  const [q = '', act = '', from = '', to = ''] = FIELDS.map(visit.query);
  const group = AUDIT_GROUPS.find((one) => one === act);
  const faults: FieldFaults = compact({
    act: act && !group ? ('invalid-choice' as const) : undefined,
    from: from && !isLocalDate(from) ? ('invalid-date' as const) : undefined,
    to: to && !isLocalDate(to) ? ('invalid-date' as const) : undefined,
  });
  const about = q.trim() ? await visit.services.findAudited(q.trim()) : undefined;
  const actions = group && Object.keys(actionWords(visit.t)).filter((one) => groupOfAction(one) === group);
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

async function drawAudit(visit: Visit) {
  const t = visit.t.dane.audit;
  const { asked, faults, query } = await readFilter(visit);
  const [at, id] = visit.query('after')?.split(SEPARATOR) ?? [];
  const after = at !== undefined && id !== undefined ? { at: at as Instant, id } : undefined;
  const isRead = query !== undefined && Object.keys(faults).length === 0;
  const slice = { limit: sliceOf(visit).limit, ...(after && { after }) };
  const found = isRead ? await visit.store.searchAudit({ ...query, ...slice }) : [];
  const { rows, last } = pageOf(found);
  const lines = await auditLines(visit, rows);
  const values = Object.fromEntries(FIELDS.map((name) => [name, [asked[name]]]));
  const href = (path: string, more = {}) => `${path}?${new URLSearchParams({ ...asked, ...more })}`;
  return (
    <DaneLayout section="audit" title={t.title}>
      <p class="lede">{t.lede}</p>
      {await drawSeal(visit)}
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
        <Empty>{isNarrowed({ values, faults }) ? t.empty : t.none}</Empty>
      ) : (
        <>
          <p>
            <a href={href(`${PATH}/journal.csv`)} download>
              {t.csv}
            </a>
          </p>
          <Lines lines={lines} />
        </>
      )}
      <Paging next={last && href(PATH, { after: `${last.at}${SEPARATOR}${last.id}` })} />
    </DaneLayout>
  );
}

/** How many lines are sealed, and the signed state, which an auditor may write down and compare later. */
async function drawSeal(visit: Visit) {
  const t = visit.t.dane.audit;
  const { sealed, waiting, checkpoint } = await visit.services.readAuditSeal();
  if (!checkpoint) return <p>{t.notSealed(waiting)}</p>;
  return (
    <>
      <p>{t.seal(sealed, waiting, visit.t.moment(checkpoint.signedAt))}</p>
      <Fold title={t.state}>
        <p>{t.stateHelp}</p>
        <pre>
          <code>{checkpoint.note}</code>
        </pre>
      </Fold>
    </>
  );
}

function Lines({ lines }: { lines: readonly AuditLineView[] }) {
  const frame = useFrame();
  const t = frame.t.dane.audit;
  return (
    <CardTable
      compact
      rows={lines}
      caption={t.title}
      columns={[
        { heading: t.what, cell: ({ what }) => what, names: true },
        { heading: t.at, cell: ({ at }) => frame.t.moment(at) },
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
async function* tablesOf(visit: Visit, query: Query): AsyncGenerator<Table> {
  const t = visit.t.dane.audit;
  const titles = [t.number, t.at, t.who, t.what, t.whom, t.why, t.road, t.request];
  const columns = titles.map((title) => ({ key: title, title, kind: 'text' as const }));
  const piece = (rows: Table['rows']): Table => ({ name: 'journal', columns, rows });
  for await (const entries of visit.services.exportAudit({ query, actor: visit.me })) {
    const lines = await auditLines(visit, entries);
    yield piece(
      lines.map(({ number, at, who, what, whom, why, road, request }) => [
        ...[number === undefined ? t.waits : String(number), at, who, what, whom, why, road, request],
      ]),
    );
  }
  const { sealed, waiting, checkpoint } = await visit.services.readAuditSeal();
  if (!checkpoint) return;
  const state = [t.seal(sealed, waiting, checkpoint.signedAt), ...checkpoint.note.split('\n')];
  yield piece(state.filter(Boolean).map((line) => ['', line]));
}
