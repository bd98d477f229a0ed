import type { Context } from 'hono';
import type { ReadBatch } from '../../../../application/decisions/read-batch.ts';
import { parseProposalId } from '../../../../domain/award/proposal.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import type { PageFrame } from '../../shell/page-frame.ts';
import type { BatchView } from './batch-page.tsx';
import { isOfFilter } from './decide-form.tsx';
import { badgeName, proposalViews } from './decision-views.ts';
import type { QueueFilter } from './decisions-page.tsx';
import { overlapViews } from './under-way.tsx';

/** The most proposals that are listed for a closer look; the others are counted. */
const TO_LOOK_SHOWN = 100;

interface Asked {
  readonly batch: ReadBatch;
  /** The decision as sent: `grant`, `refuse`, or one of them for all proposals of a filter. */
  readonly decision: string;
  readonly filter: QueueFilter;
  readonly reason: string;
  /** Digest of the proposals that the previous page showed, where there was one. */
  readonly confirmed: string | undefined;
  readonly t: PageFrame['t'];
}

/** The effect of a decision on several proposals, in words. */
export async function batchView(
  c: Context<AppEnv>,
  deps: AppDeps,
  { batch, decision, filter, reason, confirmed, t }: Asked,
): Promise<BatchView> {
  const { store, catalogue } = deps.ports;
  const { locale } = c.var;
  const isFilter = isOfFilter(decision);
  const shown = batch.cautious.slice(0, TO_LOOK_SHOWN);
  const lines = await proposalViews(shown, { store, catalogue, locale });
  const own = c.var.signedIn.actor.personId;
  return {
    decision: decision.startsWith('refuse') ? 'refuse' : 'grant',
    total: batch.ids.length,
    byBadge: batch.byBadge.map(({ achievement, count }) => ({
      badge: badgeName(catalogue, { achievement, locale }),
      count,
    })),
    toLook: lines.map(({ recipient, badge, href, summary }) => ({
      recipient,
      badge,
      href,
      cautions: summary.cautions,
    })),
    moreToLook: batch.cautious.length - shown.length,
    hasOwn: batch.ids.some((id) => isOwn(id, own)),
    overlaps: await overlapViews(deps, batch.overlaps, { actor: own, locale }),
    hasChanged: confirmed !== undefined,
    narrowed: isFilter ? await narrowed({ store, catalogue }, { filter, locale, t }) : [],
    reason,
    sent: { decision, filter, ids: isFilter ? [] : batch.ids, digest: batch.digest },
  };
}

function isOwn(id: string, personId: string): boolean {
  const subject = parseProposalId(id);
  return subject?.recipient.kind === 'person' && subject.recipient.personId === personId;
}

async function narrowed(
  { store, catalogue }: Pick<AppDeps['ports'], 'store' | 'catalogue'>,
  { filter, locale, t: { dane } }: Pick<Asked, 'filter' | 't'> & { readonly locale: PageFrame['locale'] },
): Promise<BatchView['narrowed']> {
  const t = dane.decisions;
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
