import type { Context } from 'hono';
import { readCitedFacts } from '../../../../application/awards/read-cited-facts.ts';
import { type JudgedBadge, readCautions } from '../../../../application/decisions/read-cautions.ts';
import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import type { Recipient } from '../../../../domain/award/award-types.ts';
import type { Caution } from '../../../../domain/award/caution.ts';
import { parseProposalId, type Refusal } from '../../../../domain/award/proposal.ts';
import { compact } from '../../../../domain/compact.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { explain } from '../../shell/explanation.ts';
import type { FormState } from '../../shell/use-form.ts';
import { readActors } from '../actors.ts';
import type { DecidedView, DecisionView } from './decision-page.tsx';
import { badgeName, DANE_LINKS, readNames } from './decision-views.ts';

/** A proposal with a new evaluation and its explanation, and the decision where there is one; undefined where
 *  no proposal has ever had this id, and the badge is not met. */
export async function proposalView(
  c: Context<AppEnv>,
  deps: AppDeps,
  { id, form }: { readonly id: string; readonly form: FormState },
): Promise<DecisionView | undefined> {
  const { store, catalogue } = deps.ports;
  const { locale } = c.var;
  const subject = parseProposalId(id);
  const judged = subject && (await judge(deps, subject));
  if (!subject || !judged) return undefined;
  const { evaluation } = judged;
  const { recipient, achievement, uai } = subject;
  const [proposal, awards, refusals] = await Promise.all([
    store.readProposal(id),
    store.readAwardsOf([recipient]),
    store.readRefusals([recipient]),
  ]);
  const of = <Of>(all: readonly Of[], badgeOf: (one: Of) => string) =>
    all.filter((one) => badgeOf(one) === achievement);
  const decided = [
    ...of(awards, ({ award }) => award.achievement).map(toGrant),
    ...of(refusals, (refusal) => refusal.achievement).flatMap(toRefusal),
  ].toSorted((a, b) => b.at.localeCompare(a.at));
  if (!proposal && decided.length === 0 && !evaluation.met) return undefined;
  const [names, nameOfActor, cited] = await Promise.all([
    readNames(store, [recipient], uai ? [uai] : []),
    readActors(
      store,
      decided.map(({ by }) => by),
    ),
    readCitedFacts(store, [evaluation]),
  ]);
  const school = names.schoolOf(uai);
  return compact({
    id,
    badge: badgeName(catalogue, { achievement, version: evaluation.version, locale }),
    recipient: names.nameOf(recipient),
    school,
    isOpen: proposal !== undefined,
    isProposable: !proposal && decided.length === 0,
    cautions: proposal?.summary.cautions ?? (decided.length === 0 ? await cautionsOf(deps, judged) : []),
    decided: decided.map((one) => ({ ...one, by: nameOfActor(one.by, locale) })),
    met: evaluation.met,
    findings: explain(evaluation, { catalogue, cited, locale, ...DANE_LINKS }),
    own: recipient.kind === 'person' && recipient.personId === c.var.signedIn.actor.personId,
    form,
    personHref: recipient.kind === 'person' ? `/dane/people/${recipient.personId}` : undefined,
  });
}

/** Undefined where the recipient or the badge is unknown. */
async function judge(
  { services }: AppDeps,
  { recipient, achievement }: { readonly recipient: Recipient; readonly achievement: string },
): Promise<JudgedBadge | undefined> {
  const scope =
    recipient.kind === 'person'
      ? { kind: 'person-id' as const, id: recipient.personId }
      : { kind: 'establishment' as const, uai: recipient.uai };
  try {
    for await (const { evaluations, record } of services.evaluateRecipients({ scope, achievement })) {
      const [evaluation] = evaluations;
      return evaluation && { recipient, evaluation, ...(record && { record }) };
    }
  } catch (error) {
    const isUnknown =
      error instanceof DomainError && ['unknown-achievement', 'unknown-establishment'].includes(error.code);
    if (!isUnknown) throw error;
  }
  return undefined;
}

/** Why the badge is to be looked at, as it stands now. */
async function cautionsOf({ ports }: AppDeps, judged: JudgedBadge): Promise<readonly Caution[]> {
  return (await readCautions(ports, judged.record ? [judged.record] : []))(judged);
}

function toGrant({ award }: AwardWithCredential): DecidedView {
  const { grantedAt, grantedBy, overrideReason } = award;
  return compact({ kind: 'granted', at: grantedAt, by: grantedBy, reason: overrideReason });
}

function toRefusal({ at, by, reason, reopened }: Refusal): readonly DecidedView[] {
  return [
    ...(reopened ? [{ kind: 'reopened' as const, at: reopened.at, by: reopened.by }] : []),
    { kind: 'refused', at, by, reason },
  ];
}
