import { z } from 'zod';
import { readCitedFacts } from '../../../../application/awards/read-cited-facts.ts';
import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import { type PersonId, parsePersonId } from '../../../../domain/ids.ts';
import { nameOf } from '../../engagements/engagement-words.ts';
import type { AppDeps } from '../../env.ts';
import { explain } from '../../shell/explanation.ts';
import { FaultSummary, SelectField, TextArea } from '../../shell/fields.tsx';
import { Findings } from '../../shell/findings.tsx';
import { requiredText } from '../../shell/form.ts';
import { FilterForm, Form } from '../../shell/form-parts.tsx';
import { pagesOf } from '../../shell/pages-of.tsx';
import type { Visit } from '../../shell/visit.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import { DANE_LINKS } from '../decisions/decision-views.ts';
import { answerMissing } from '../missing-page.tsx';
import { findPersonOf, personPath } from './person-of.ts';

/** `/dane/people/{id}/award`: grants a badge although its criteria are not met, or again after it was
 *  declined or revoked. A reason is always required. */
export const awardPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page('/dane/people/:id/award', 'decide-award', drawAward)
    .form('/dane/people/:id/award', 'decide-award', {
      page: drawAward,
      schema: z.object({ badge: requiredText(40), reason: requiredText(REASON_LENGTH) }),
      act: ({ services, param, me }, { badge: achievement, reason }) => {
        const personId = parsePersonId(param('id'));
        return services.grantByDecision({ personId, achievement, reason, actor: me });
      },
      done: 'award-granted',
      back: personPath,
      refusals: {
        'award-exists': { badge: 'taken' },
        'unknown-achievement': { badge: 'invalid-choice' },
        'wrong-recipient-kind': { badge: 'invalid-choice' },
        'own-award': 200,
      },
    });

async function drawAward(visit: Visit) {
  const person = await findPersonOf(visit);
  if (!person) return answerMissing(visit.c, visit.deps, 'people');
  const { decisions } = visit.t.dane;
  const t = decisions.byDecision;
  const { locale } = visit.wording;
  const path = personPath(visit);
  const asked = visit.sent ? visit.sent.values['badge']?.[0] : visit.query('badge');
  const newest = visit.ports.catalogue.versions().at(-1)?.achievements ?? [];
  const badges = newest.filter(({ recipient }) => recipient === 'person');
  const badge = badges.find(({ code }) => code === asked);
  const chosen =
    badge && (await drawChosen(visit, { id: person.id, code: badge.code, name: badge.name[locale] }));
  return (
    <DaneLayout section="people" title={t.title(nameOf(person))}>
      <p class="lede">{t.lede}</p>
      <FaultSummary form={visit.form} labels={decisions} />
      {person.id === visit.me ? (
        <p class="notice">{t.own}</p>
      ) : (
        <>
          <FilterForm
            action={`${path}/award`}
            form={{ values: { badge: badge && chosen ? [badge.code] : [] }, faults: visit.form.faults }}
            labels={decisions}
            submit={t.see}
          >
            <SelectField
              name="badge"
              choices={badges.map(({ code, name }) => ({ value: code, label: name[locale] }))}
            />
          </FilterForm>
          {chosen}
        </>
      )}
      <p>
        <a href={path}>{decisions.wholeRecord}</a>
      </p>
    </DaneLayout>
  );
}

interface Chosen {
  readonly id: PersonId;
  readonly code: string;
  readonly name: string;
}

/** The badge that was chosen, its criteria as the person meets them today, and the form that grants it;
 *  undefined where it cannot be evaluated. */
async function drawChosen(visit: Visit, { id, code, name }: Chosen) {
  const { store, services, ports } = visit;
  const { decisions } = visit.t.dane;
  const t = decisions.byDecision;
  const recipient = { kind: 'person' as const, personId: id };
  const [awards, [waiting]] = await Promise.all([
    store.readAwardsOf([recipient]),
    store.readProposals({ recipient, achievement: code, limit: 1 }),
  ]);
  const scope = { kind: 'person-id' as const, id };
  const judged = await Array.fromAsync(services.evaluateRecipients({ scope, achievement: code }));
  const evaluation = judged[0]?.evaluations[0];
  if (!evaluation) return undefined;
  const cited = await readCitedFacts(store, [evaluation]);
  const links = { catalogue: ports.catalogue, cited, locale: visit.wording.locale, ...DANE_LINKS };
  const before = stateBefore(awards, code);
  return (
    <section>
      <h2>{name}</h2>
      {before && <p class="notice">{t.before[before]}</p>}
      <p>{evaluation.met ? t.met : t.notMet}</p>
      {waiting && (
        <p>
          <a href={`/dane/decisions/${encodeURIComponent(waiting.id)}`}>{t.toProposal}</a>
        </p>
      )}
      <Findings findings={explain(evaluation, links)} />
      {before !== 'standing' && (
        <Form
          action={`${personPath(visit)}/award`}
          form={visit.form}
          hidden={{ badge: code }}
          submit={t.button(name)}
        >
          <TextArea name="reason" label={decisions.reason} help={t.reasonHelp(REASON_LENGTH)} rows={3} />
        </Form>
      )}
    </section>
  );
}

/** State of the last award of this badge; undefined where the award is valid until a fixed day. */
function stateBefore(awards: readonly AwardWithCredential[], code: string) {
  const last = awards
    .filter(({ award }) => award.achievement === code)
    .toSorted((a, b) => a.award.sequence - b.award.sequence)
    .at(-1);
  if (!last) return undefined;
  if (last.credential?.revocation) return 'revoked';
  if (last.credential?.choice.acceptance === 'declined') return 'declined';
  // An award with an end may be renewed; the grant itself checks whether the day for it has come.
  return last.award.validUntil === undefined ? 'standing' : undefined;
}
