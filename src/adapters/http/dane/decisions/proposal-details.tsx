import { judgedBy, scopeOf } from '../../../../application/awards/evaluate-recipients.ts';
import { readCitedFacts } from '../../../../application/awards/read-cited-facts.ts';
import { type JudgedBadge, readReviewFlags } from '../../../../application/decisions/read-review-flags.ts';
import { asDecided } from '../../../../domain/award/by-decision.ts';
import { parseProposalId } from '../../../../domain/award/proposal.ts';
import type { Recipient } from '../../../../domain/award/types.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { Findings } from '../../components/findings.tsx';
import type { FormState } from '../../forms/context.ts';
import { ActionButton, Form } from '../../forms/elements.tsx';
import { ErrorSummary } from '../../forms/inputs.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { explain } from '../../view-models/explanation.ts';
import { readActors } from '../actor-names.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { DecideButtons, DecideReason, ReviewFlags } from './decide-form.tsx';
import { badgeName, DANE_LINKS, readNames } from './proposal-rows.ts';

/** `/dane/decisions/{id}`: one proposal with a new evaluation and its whole explanation and, once it is
 *  decided, the decision. It is missing where no proposal has ever had this id, and the badge is not met. */
export async function renderProposal(request: PageRequest, id: string) {
  const { store, ports, me, form, wording } = request;
  const t = request.t.dane.decisions;
  const subject = parseProposalId(id);
  const judged = subject && (await judge(request, subject));
  if (!subject || !judged) return answerMissing(request.c, request.deps, 'decisions');
  const { recipient, achievement, uai } = subject;
  const [proposal, decided] = await Promise.all([store.readProposal(id), readDecided(request, subject)]);
  const ofRecords = judged.evaluation;
  const evaluation = decided[0]?.isByDecision ? asDecided(ofRecords, judgedBy(ports, ofRecords)) : ofRecords;
  const isProposable = !proposal && decided.length === 0;
  if (isProposable && !evaluation.met) return answerMissing(request.c, request.deps, 'decisions');
  const [names, cited, reviewFlags] = await Promise.all([
    readNames(store, [recipient], uai ? [uai] : []),
    readCitedFacts(store, [evaluation]),
    proposal?.summary.cautions ?? (isProposable ? reviewFlagsOf(request, judged) : []),
  ]);
  const { version } = evaluation;
  const badge = badgeName(ports.catalogue, { achievement, version, locale: wording.locale });
  const school = names.schoolOf(uai);
  const isOwn = recipient.kind === 'person' && recipient.personId === me;
  const context = { catalogue: ports.catalogue, cited, locale: wording.locale, ...DANE_LINKS };
  return (
    <DaneLayout section="decisions" title={t.one(badge, names.nameOf(recipient))}>
      {school && <p class="lede">{school}</p>}
      <ErrorSummary form={form} labels={{ reason: t.reason }} />
      <Decided
        decided={decided}
        isOpen={proposal !== undefined}
        reopening={isOwn ? undefined : `/dane/decisions/${encodeURIComponent(id)}/reopening`}
      />
      <p>{evaluation.met ? t.metNow : t.notMetNow}</p>
      <ReviewFlags cautions={reviewFlags} />
      <Findings findings={explain(evaluation, context)} />
      {recipient.kind === 'person' && (
        <p>
          <a href={`/dane/people/${recipient.personId}`}>{t.wholeRecord}</a>
        </p>
      )}
      {isOwn && <p class="notice">{t.byDecision.own}</p>}
      {proposal && !isOwn && <DecideForm id={id} form={form} />}
      {isProposable && !isOwn && <Propose />}
      <p>
        <a href="/dane/decisions">{t.back}</a>
      </p>
    </DaneLayout>
  );
}

function DecideForm({ id, form }: { id: string; form: FormState }) {
  const t = usePageContext().t.dane.decisions;
  return (
    <Form action="/dane/decisions" form={form} hidden={{ ids: id, from: 'one' }}>
      <DecideReason />
      <DecideButtons
        buttons={[
          { decision: 'grant', label: t.grantOne },
          { decision: 'refuse', label: t.refuseOne },
        ]}
      />
    </Form>
  );
}

/** Where the badge is met and not yet in the queue: the next evaluation of everyone proposes it. */
function Propose() {
  const t = usePageContext().t.dane.decisions;
  return (
    <>
      <p>{t.notProposed}</p>
      <ActionButton action="/dane/decisions/judge" class="secondary">
        {t.judge}
      </ActionButton>
    </>
  );
}

/** The decisions on a badge, the latest first, each with its author, its instant and its reason. */
function Decided({
  decided,
  isOpen,
  reopening,
}: {
  decided: Awaited<ReturnType<typeof readDecided>>;
  /** Whether it is still to be decided. */
  isOpen: boolean;
  /** The address that reopens it; undefined for the reader's own badge. */
  reopening: string | undefined;
}) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.decisions;
  const [latest] = decided;
  if (!latest) return null;
  return (
    <section class="notice">
      <h2>{isOpen ? t.decidedBefore : t.decided}</h2>
      <ul>
        {decided.map(({ kind, at, by, reason }) => (
          <li>
            {t.decisions[kind](pageContext.t.moment(at), by)}
            {reason && <span class="block">{t.because(reason)}</span>}
          </li>
        ))}
      </ul>
      {latest.kind === 'refused' && !isOpen && reopening && (
        <ActionButton action={reopening} class="secondary">
          {t.reopen}
        </ActionButton>
      )}
    </section>
  );
}

interface Subject {
  readonly recipient: Recipient;
  readonly achievement: string;
}

const NO_DECISION = { isByDecision: false };

async function readDecided({ store, wording }: PageRequest, { recipient, achievement }: Subject) {
  const [awards, rejections] = await Promise.all([
    store.readAwardsOf([recipient]),
    store.readRefusals([recipient]),
  ]);
  const granted = awards
    .filter(({ award }) => award.achievement === achievement)
    .map(({ award: { grantedAt, grantedBy, overrideReason, evaluation } }) => ({
      ...{ kind: 'granted' as const, at: grantedAt, by: grantedBy, reason: overrideReason },
      /** Whether its criteria ask for that decision. */
      isByDecision: evaluation.facts.decided === true,
    }));
  const refused = rejections
    .filter((rejection) => rejection.achievement === achievement)
    .flatMap(({ at, by, reason, reopened }) => [
      ...(reopened
        ? [{ kind: 'reopened' as const, at: reopened.at, by: reopened.by, reason: undefined, ...NO_DECISION }]
        : []),
      { kind: 'refused' as const, at, by, reason, ...NO_DECISION },
    ]);
  const decided = [...granted, ...refused].toSorted((a, b) => b.at.localeCompare(a.at));
  const nameOf = await readActors(
    store,
    decided.map(({ by }) => by),
  );
  return decided.map((one) => ({ ...one, by: nameOf(one.by, wording.locale) }));
}

/** Undefined if the recipient or the badge is unknown. */
async function judge(
  { services }: PageRequest,
  { recipient, achievement }: Subject,
): Promise<JudgedBadge | undefined> {
  const scope = scopeOf(recipient);
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
async function reviewFlagsOf({ ports }: PageRequest, judged: JudgedBadge) {
  return (await readReviewFlags(ports, judged.record ? [judged.record] : []))(judged);
}
