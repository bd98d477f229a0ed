import { z } from 'zod';
import { judgedBy, scopeOf } from '../../../../application/awards/evaluate-recipients.ts';
import { readCitedFacts } from '../../../../application/awards/read-cited-facts.ts';
import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import { asDecided } from '../../../../domain/award/by-decision.ts';
import { proposalId } from '../../../../domain/award/proposal.ts';
import type { Award, Recipient } from '../../../../domain/award/types.ts';
import type { Evaluation } from '../../../../domain/criteria/evaluation.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import { parsePersonId } from '../../../../domain/ids.ts';
import { fullName } from '../../../../domain/person/name.ts';
import { typographic } from '../../../../texts/grammar.ts';
import { Findings } from '../../components/findings.tsx';
import type { AppDeps } from '../../env.ts';
import { FilterForm, Form } from '../../forms/elements.tsx';
import { ErrorSummary, SelectField, TextArea } from '../../forms/inputs.tsx';
import { requiredText } from '../../forms/schema.ts';
import { definePages } from '../../routing/define-pages.tsx';
import { type PageRequest, uaiOf } from '../../routing/page-request.ts';
import { explain } from '../../view-models/explanation.ts';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import { DANE_LINKS } from '../decisions/proposal-rows.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { findPersonOf } from './find-person.ts';

const PATHS = ['/dane/people/:id/award', '/dane/schools/:uai/award'] as const;

/** `/dane/people/{id}/award` and `/dane/schools/{uai}/award`: grants a badge by a decision that its criteria ask
 *  for, although they are not met, or again after it was declined or revoked. A reason is always required. */
export const awardPages = (deps: AppDeps) =>
  PATHS.reduce(
    (pages, path) =>
      pages.page(path, 'decide-award', renderAward).form(path, 'decide-award', {
        page: renderAward,
        schema: z.object({ badge: requiredText(40), reason: requiredText(REASON_LENGTH) }),
        act: (request, { badge: achievement, reason }) =>
          request.services.grantByDecision({
            recipient: recipientOf(request),
            ...{ achievement, reason, actor: request.me },
          }),
        done: 'award-granted',
        back: (request) => pathOf(recipientOf(request)),
        refusals: {
          'award-exists': { badge: 'taken' },
          'unknown-achievement': { badge: 'invalid-choice' },
          'wrong-recipient-kind': { badge: 'invalid-choice' },
          'own-award': 200,
        },
      }),
    definePages(deps, 'dane'),
  );

/** The person or the school that the address names. Throws where it names neither. */
function recipientOf(request: PageRequest): Recipient {
  return request.param('uai')
    ? { kind: 'establishment', uai: request.uai }
    : { kind: 'person', personId: parsePersonId(request.param('id')) };
}

/** The page on which the badges of the recipient are seen. */
function pathOf(recipient: Recipient): string {
  return recipient.kind === 'person'
    ? `/dane/people/${recipient.personId}`
    : `/school/${recipient.uai}/badge`;
}

/** A recipient on record, with its name; undefined if the address names none. */
async function findNamed(request: PageRequest) {
  const uai = uaiOf(request.c);
  const [school] = uai ? await request.store.readSchoolsByUai([uai]) : [];
  const person = await findPersonOf(request);
  const name = school ? typographic(school.name) : person && fullName(person);
  return name === undefined ? undefined : { recipient: recipientOf(request), name };
}

async function renderAward(request: PageRequest) {
  const named = await findNamed(request);
  if (!named) return answerMissing(request.c, request.deps, 'people');
  const { decisions } = request.t.dane;
  const t = decisions.byDecision;
  const { locale } = request.wording;
  const { recipient } = named;
  const requested = request.sent ? request.sent.values['badge']?.[0] : request.query('badge');
  const newest = request.ports.catalogue.versions().at(-1)?.achievements ?? [];
  const badges = newest.filter((one) => one.recipient === recipient.kind);
  const badge = badges.find(({ code }) => code === requested);
  const chosen =
    badge &&
    (await renderChosen(request, { recipient, code: badge.code, name: inLanguage(badge.name, locale) }));
  return (
    <DaneLayout section="people" title={t.title(named.name)}>
      <p class="lede">{t.lede}</p>
      <ErrorSummary form={request.form} labels={decisions} />
      {recipient.kind === 'person' && recipient.personId === request.me ? (
        <p class="notice">{t.own}</p>
      ) : (
        <>
          <FilterForm
            action={request.c.req.path}
            form={{ values: { badge: badge && chosen ? [badge.code] : [] }, faults: request.form.faults }}
            labels={decisions}
            submit={t.see}
          >
            <SelectField
              name="badge"
              choices={badges.map(({ code, name }) => ({ value: code, label: inLanguage(name, locale) }))}
            />
          </FilterForm>
          {chosen}
        </>
      )}
      <p>
        <a href={pathOf(recipient)}>{recipient.kind === 'person' ? decisions.wholeRecord : t.toSchool}</a>
      </p>
    </DaneLayout>
  );
}

interface Chosen {
  readonly recipient: Recipient;
  readonly code: string;
  readonly name: string;
}

/** The badge that was chosen, its criteria as they are met today, and the form that grants it;
 *  undefined if it cannot be evaluated. */
async function renderChosen(request: PageRequest, { recipient, code, name }: Chosen) {
  const { store, services, ports } = request;
  const { decisions } = request.t.dane;
  const t = decisions.byDecision;
  const [awards, [waiting]] = await Promise.all([
    store.readAwardsOf([recipient]),
    store.readProposals({ recipient, achievement: code, limit: 1 }),
  ]);
  const scope = scopeOf(recipient);
  const judged = await Array.fromAsync(services.evaluateRecipients({ scope, achievement: code }));
  const evaluation = judged[0]?.evaluations[0];
  if (!evaluation) return undefined;
  const cited = await readCitedFacts(store, [evaluation]);
  const links = { catalogue: ports.catalogue, cited, locale: request.wording.locale, ...DANE_LINKS };
  const held = awards.filter(({ award }) => isOfBadge(award, code, evaluation));
  const before = stateBefore(held);
  return (
    <section>
      <h2>{name}</h2>
      {before && <p class="notice">{t.before[before]}</p>}
      {held.length > 0 && (
        <p>
          <a href={`/dane/decisions/${encodeURIComponent(proposalId(recipient, { achievement: code }))}`}>
            {decisions.decided}
          </a>
        </p>
      )}
      <p>
        {evaluation.met
          ? t.met
          : asDecided(evaluation, judgedBy(ports, evaluation)).met
            ? t.decisionOnly
            : t.notMet}
      </p>
      {waiting && (
        <p>
          <a href={`/dane/decisions/${encodeURIComponent(waiting.id)}`}>{t.toProposal}</a>
        </p>
      )}
      <Findings findings={explain(evaluation, links)} />
      {before !== 'standing' && (
        <Form
          action={request.c.req.path}
          form={request.form}
          hidden={{ badge: code }}
          submit={t.button(name)}
        >
          <TextArea name="reason" label={decisions.reason} help={t.reasonHelp(REASON_LENGTH)} rows={3} />
        </Form>
      )}
    </section>
  );
}

/** The awards of a badge; of a school, those of the school year alone, after which it begins again. */
function isOfBadge(award: Award, code: string, { facts }: Evaluation): boolean {
  const isOfTime = award.recipient.kind === 'person' || award.schoolYear === facts.schoolYear;
  return award.achievement === code && isOfTime;
}

/** State of the last of these awards; undefined if it is valid until a fixed day. */
function stateBefore(awards: readonly AwardWithCredential[]) {
  const last = awards.toSorted((a, b) => a.award.sequence - b.award.sequence).at(-1);
  if (!last) return undefined;
  if (last.credential?.revocation) return 'revoked';
  if (last.credential?.choice.acceptance === 'declined') return 'declined';
  // An award with an end may be renewed; the grant itself checks whether the day for it has come.
  return last.award.validUntil === undefined ? 'standing' : undefined;
}
