import { isWithdrawable } from '../../../../domain/criteria/adoption.ts';
import type { Criteria } from '../../../../domain/criteria/definition.ts';
import type { CriteriaDraft } from '../../../../domain/criteria/draft.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import { countStandings } from '../../../../standards/achievement-endorsements/dane.tsx';
import { TextLink } from '../../components/link.tsx';
import type { AppDeps } from '../../env.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { noFields } from '../../forms/schema.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { draftPages, Outcome, readDraftNames } from './drafts.tsx';
import { workshopPages } from './workshop-page.tsx';

/** The most drafts that the page lists. */
const DRAFTS = 10;

/** `/dane/criteria`: the versions, and the withdrawal of one. */
export const criteriaPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .with(draftPages(deps).routes)
    .with(workshopPages(deps).routes)
    .page('/dane/criteria', 'adopt-criteria', renderVersions)
    .page('/dane/criteria/:version/withdrawal', 'adopt-criteria', renderWithdrawal)
    .form('/dane/criteria/:version/withdrawal', 'adopt-criteria', {
      schema: noFields,
      act: async (request) => {
        const criteria = withdrawable(request);
        if (!criteria) return answerMissing(request.c, deps, 'criteria');
        await request.services.withdrawCriteria({ version: criteria.version, actor: request.me });
        return undefined;
      },
      done: 'criteria-withdrawn',
      back: '/dane/criteria',
    });

/** The version that the address names, where it can still be withdrawn. */
function withdrawable(request: PageRequest): Criteria | undefined {
  const versions = request.ports.catalogue.versions();
  const named = versions.find(({ version }) => String(version) === request.param('version'));
  return named && canBeWithdrawn(request, named) ? named : undefined;
}

function canBeWithdrawn({ ports: { catalogue }, today }: PageRequest, criteria: Criteria): boolean {
  const context = { versions: catalogue.versions(), today };
  return catalogue.isAdoptedHere(criteria.version) && isWithdrawable(criteria, context);
}

async function renderVersions(request: PageRequest) {
  const { store, ports, wording } = request;
  const t = request.t.dane.criteria;
  const drafts = await store.readCriteriaDrafts({ limit: DRAFTS });
  const inForce = ports.catalogue.criteriaInForce(request.today);
  return (
    <DaneLayout section="criteria" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p>
        <a class="button" href="/dane/criteria/workshop">
          {t.workshop}
        </a>
      </p>
      <Drafts drafts={drafts} nameOf={await readDraftNames(request, drafts)} />
      {ports.catalogue
        .versions()
        .toReversed()
        .map((criteria) => (
          <section>
            <h2>
              {t.version(criteria.version)}{' '}
              <span class="note">
                {t.from(request.t.day(criteria.inForceFrom))} · {t.states[stateOf(criteria, inForce)]}
              </span>
            </h2>
            <ul class="links">
              {criteria.achievements.map(({ code, name }) => (
                <li>
                  <TextLink href={`/badges/${code}/v${criteria.version}`}>
                    {inLanguage(name, wording.locale)}
                  </TextLink>
                </li>
              ))}
            </ul>
            {canBeWithdrawn(request, criteria) && (
              <p>
                <a class="button-secondary" href={`/dane/criteria/${criteria.version}/withdrawal`}>
                  {t.withdraw(criteria.version)}
                </a>
              </p>
            )}
          </section>
        ))}
      {await renderEndorsements(request, inForce)}
    </DaneLayout>
  );
}

/** The question before a future version is withdrawn. */
function renderWithdrawal(request: PageRequest) {
  const criteria = withdrawable(request);
  if (!criteria) return answerMissing(request.c, request.deps, 'criteria');
  const { version, inForceFrom } = criteria;
  const t = request.t.dane.criteria;
  return (
    <DaneLayout section="criteria" title={t.withdraw(version)}>
      <p class="lede">{t.withdrawLede(version, request.t.day(inForceFrom))}</p>
      <Form action={`/dane/criteria/${version}/withdrawal`} class="actions">
        <Submit>{t.withdrawButton(version)}</Submit>
        <a href="/dane/criteria">{request.t.forms.cancel}</a>
      </Form>
    </DaneLayout>
  );
}

/** The draft that waits, and the outcome of the earlier ones. */
function Drafts({ drafts, nameOf }: { drafts: readonly CriteriaDraft[]; nameOf: (actor: string) => string }) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.criteria.drafts;
  const [waiting] = drafts.filter(({ settled }) => !settled);
  const over = drafts.filter(({ settled }) => settled);
  const line = ({ id, draftedBy, draftedAt }: CriteriaDraft) => (
    <>
      {t.line(nameOf(draftedBy), pageContext.t.moment(draftedAt))}{' '}
      <a href={`/dane/criteria/drafts/${id}`}>{t.read}</a>
    </>
  );
  return (
    <>
      {waiting && (
        <section class="notice">
          <h2>{t.waiting}</h2>
          <p>{line(waiting)}</p>
        </section>
      )}
      {over.length > 0 && (
        <details class="fold">
          <summary>{t.history}</summary>
          <ul class="fold-body">
            {over.map((draft) => (
              <li>
                {line(draft)}
                {draft.settled && <Outcome settled={draft.settled} by={nameOf(draft.settled.by)} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** For each badge in force, the number of endorsements that are shown, and of those that are not shown any
 *  more. */
async function renderEndorsements(
  { store, ports, t: texts, wording }: PageRequest,
  { achievements }: Criteria,
) {
  const t = texts.achievementEndorsements.dane;
  const all = await store.readAchievementEndorsements();
  const now = ports.clock.now();
  const badges = achievements.map(({ code, name }) => {
    const own = all.filter((one) => one.code === code);
    return { code, name, ...countStandings(own, now) };
  });
  return (
    <section id="endorsements">
      <h2>{t.listTitle}</h2>
      <p>{t.listText}</p>
      <ul class="links">
        {badges.map(({ code, name, shown, lapsed }) => (
          <li>
            <a href={`/dane/badges/${code}/endorsements`}>{inLanguage(name, wording.locale)}</a>{' '}
            <span class="note">
              {t.standing(shown)}
              {lapsed > 0 && `, ${t.lapsed(lapsed)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf({ inForceFrom }: Criteria, inForce: Criteria): 'past' | 'in-force' | 'to-come' {
  if (inForceFrom === inForce.inForceFrom) return 'in-force';
  return inForceFrom < inForce.inForceFrom ? 'past' : 'to-come';
}
