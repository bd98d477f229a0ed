import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readCitedFacts } from '../../../../application/awards/read-cited-facts.ts';
import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import { compact } from '../../../../domain/compact.ts';
import { type PersonId, parsePersonId, personIdsAmong } from '../../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { explain } from '../../shell/explanation.ts';
import { requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import { DANE_LINKS } from '../decisions/decision-views.ts';
import { answerMissing } from '../missing-page.tsx';
import { AwardPage, type AwardView } from './award-page.tsx';

const awardForm = z.object({ badge: requiredText(40), reason: requiredText(REASON_LENGTH) });

/** `/dane/people/{id}/award`: grants a badge although its criteria are not met, or again after it was
 *  declined or revoked. A reason is always required. */
export function awardRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'decide-award', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/people/:id/award', ...guards, (c) => {
      return answerAward(c, deps, { badge: c.req.query('badge'), form: EMPTY_FORM });
    })
    .post(
      '/dane/people/:id/award',
      ...guards,
      takeForm(deps, {
        schema: awardForm,
        show: (c, form) => answerAward(c, deps, { badge: form.values['badge']?.[0], form }),
        act: async (c, { badge: achievement, reason }) => {
          const personId = parsePersonId(c.req.param('id') ?? '');
          const actor = c.var.signedIn.actor.personId;
          await services.grantByDecision({ personId, achievement, reason, actor });
          return afterDoing('award-granted', `/dane/people/${personId}`);
        },
        refusals: {
          'award-exists': { badge: 'taken' },
          'unknown-achievement': { badge: 'invalid-choice' },
          'wrong-recipient-kind': { badge: 'invalid-choice' },
          'own-award': 200,
        },
      }),
    );
}

interface Asked {
  readonly badge: string | undefined;
  readonly form: ShownForm;
}

async function answerAward(c: Context<AppEnv>, deps: AppDeps, { badge, form }: Asked) {
  const { store, catalogue } = deps.ports;
  const { locale } = c.var;
  const [person] = await store.readPeople(personIdsAmong([c.req.param('id') ?? '']));
  if (!person) return answerMissing(c, deps, 'people');
  const { id } = person;
  const definitions = (catalogue.versions().at(-1)?.achievements ?? []).filter(
    ({ recipient }) => recipient === 'person',
  );
  const definition = definitions.find(({ code }) => code === badge);
  const chosen = definition && (await readChosen(c, deps, { id, code: definition.code }));
  const view: AwardView = {
    person: `${person.givenName} ${person.familyName}`,
    personHref: `/dane/people/${id}`,
    badges: definitions.map(({ code, name }) => ({ value: code, label: name[locale] })),
    own: id === c.var.signedIn.actor.personId,
    ...(definition && chosen && { chosen: { ...chosen, name: definition.name[locale] } }),
    form,
  };
  const page = <AwardPage view={view} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, form.status);
}

async function readChosen(
  c: Context<AppEnv>,
  { services, ports: { store, catalogue } }: AppDeps,
  { id, code }: { readonly id: PersonId; readonly code: string },
) {
  const scope = { kind: 'person-id' as const, id };
  const recipient = { kind: 'person' as const, personId: id };
  const [awards, [waiting]] = await Promise.all([
    store.readAwardsOf([recipient]),
    store.readProposals({ recipient, achievement: code, limit: 1 }),
  ]);
  for await (const { evaluations } of services.evaluateRecipients({ scope, achievement: code })) {
    const [evaluation] = evaluations;
    if (!evaluation) break;
    const cited = await readCitedFacts(store, [evaluation]);
    const before = stateBefore(awards, code);
    return compact({
      code,
      met: evaluation.met,
      findings: explain(evaluation, { catalogue, cited, locale: c.var.locale, ...DANE_LINKS }),
      before,
      proposalHref: waiting && `/dane/decisions/${encodeURIComponent(waiting.id)}`,
    });
  }
  return undefined;
}

/** State of the last award of this badge; undefined where the award is valid until a fixed day. */
function stateBefore(
  awards: readonly AwardWithCredential[],
  code: string,
): 'declined' | 'revoked' | 'standing' | undefined {
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
