import type { ReadBatch } from '../../../../application/decisions/read-batch.ts';
import { parseProposalId } from '../../../../domain/award/proposal.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { isOfFilter } from './decide-form.tsx';
import { badgeName, proposalRows } from './proposal-rows.ts';
import { filledIn, type QueueFilter } from './queue-filter.ts';
import { Overlaps, readOverlaps } from './under-way.tsx';

/** The most proposals that are listed for a closer look; the others are counted. */
const MAX_SHOWN_FLAGGED = 100;

interface BatchDecision {
  readonly batch: ReadBatch;
  /** The decision as sent: `grant`, `refuse`, or one of them for all proposals of a filter. */
  readonly decision: string;
  readonly filter: QueueFilter;
  readonly reason?: string | undefined;
  /** Digest of the proposals that the previous page showed, where there was one. */
  readonly confirm?: string | undefined;
}

/** The page before several badges are decided on: their number, their names, and the proposals to look at
 *  first. */
export async function renderBatch(
  request: PageRequest,
  { batch, decision, filter, reason, confirm }: BatchDecision,
) {
  const { ports, me, t: texts, wording } = request;
  const t = texts.dane.decisions;
  const isFilter = isOfFilter(decision);
  const kind = decision.startsWith('refuse') ? 'refuse' : 'grant';
  const total = batch.ids.length;
  const facts = [
    ...batch.byBadge.map(({ achievement, count }) => ({
      label: badgeName(ports.catalogue, { achievement, locale: wording.locale }),
      value: count,
    })),
    ...(isFilter ? await narrowed(request, filter) : []),
    ...(reason ? [{ label: t.reason, value: reason }] : []),
  ];
  return (
    <DaneLayout section="decisions" title={t.batch.title[kind](total)}>
      {confirm !== undefined && (
        <p class="notice" role="status">
          {t.batch.changed}
        </p>
      )}
      <p class="lede">{t.batch.lede[kind]}</p>
      <dl class="facts-list">
        {facts.map(({ label, value }) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <Overlaps overlaps={await readOverlaps(request, batch.overlaps)} />
      {batch.ids.some((id) => isOwn(id, me)) && <p class="notice">{t.batch.own}</p>}
      {await renderReviewFlags(request, batch)}
      <Form
        action="/dane/decisions"
        class=""
        hidden={{
          ...filledIn(filter),
          ids: isFilter ? [] : batch.ids,
          reason: reason ?? '',
          confirm: batch.digest,
        }}
      >
        <p>{t.batch.wait}</p>
        <div class="actions">
          <Submit name="decision" value={decision}>
            {t.batch.confirm[kind](total)}
          </Submit>
          <a href={`/dane/decisions?${new URLSearchParams(filter)}`}>{texts.forms.cancel}</a>
        </div>
      </Form>
    </DaneLayout>
  );
}

async function renderReviewFlags(request: PageRequest, { cautious }: ReadBatch) {
  const t = request.t.dane.decisions;
  const shown = await proposalRows(request, cautious.slice(0, MAX_SHOWN_FLAGGED));
  const more = cautious.length - shown.length;
  return (
    <section>
      <h2>{t.cautions.batchTitle(cautious.length)}</h2>
      <p>{cautious.length === 0 ? t.cautions.batchNone : t.cautions.batchLede}</p>
      <ul>
        {shown.map(({ recipient, badge, href, summary }) => (
          <li>
            <a href={href}>{t.one(badge, recipient)}</a>
            {summary.cautions.map((reviewFlag) => (
              <span class="note block">{t.cautions.sentence(reviewFlag)}</span>
            ))}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t.batch.moreToLook(more)}</p>}
    </section>
  );
}

function isOwn(id: string, personId: string): boolean {
  const subject = parseProposalId(id);
  return subject?.recipient.kind === 'person' && subject.recipient.personId === personId;
}

/** The filter in words, a line for each part that was filled in. */
async function narrowed(
  { store, ports: { catalogue }, t: { dane }, wording }: PageRequest,
  filter: QueueFilter,
) {
  const t = dane.decisions;
  const { locale } = wording;
  const departments = await store.readDepartments();
  const departmentOf = (wanted: string) => departments.find(({ code }) => code === wanted)?.name ?? wanted;
  const lines = [
    { label: t.name, value: filter.q },
    { label: t.badge, value: filter.badge && badgeName(catalogue, { achievement: filter.badge, locale }) },
    { label: t.department, value: departmentOf(filter.department) },
    { label: t.uai, value: filter.uai },
  ];
  return lines.filter(({ value }) => value !== '');
}
