import type { Verdict } from '#open-badges/verification';
import { Details } from '../../adapters/http/components/details.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import { answerMissing } from '../../adapters/http/dane/missing-page.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import type { FormState } from '../../adapters/http/forms/context.ts';
import { CredentialFields } from '../../adapters/http/forms/credential-input.tsx';
import { ActionButton, Form } from '../../adapters/http/forms/elements.tsx';
import { Rejection } from '../../adapters/http/forms/inputs.tsx';
import { noFields } from '../../adapters/http/forms/schema.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { Endorsement } from '../../adapters/http/public/badge/endorsement-list.tsx';
import { endorsementView } from '../../adapters/http/public/badge/endorsement-view.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { TEXTS } from '../../adapters/http/view-models/public-texts.ts';
import { type AchievementDefinition, writtenLanguages } from '../../domain/criteria/definition.ts';
import { inLanguage } from '../../domain/engagement/mission.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { achievementUrl } from '../../issuing/addresses.ts';
import { badgeOf, endorsementsPath, readBrought, takeBrought, withdrawalPages } from './dane-endorsement.tsx';
import { type AchievementEndorsement, standingOf } from './feature.ts';

const PATH = '/dane/badges/:code/endorsements';

/** `/dane/badges/{code}/endorsements`: an endorsement of a badge by another body is brought, reviewed, kept,
 *  looked at and withdrawn. */
export const daneEndorsementPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'adopt-criteria', renderEndorsements)
    .form(PATH, 'adopt-criteria', {
      page: renderEndorsements,
      schema: ({ c }) => readBrought(c),
      act: takeBrought,
    })
    .form(`${PATH}/:id/check`, 'adopt-criteria', {
      schema: noFields,
      act: async ({ services, param, me }) => {
        await services.verifyEndorsementNow({ id: param('id'), actor: me });
      },
      done: 'achievement-endorsement-checked',
      back: ({ param }) => endorsementsPath(param('code')),
    })
    .with(withdrawalPages(deps, renderEndorsements).routes);

/** The endorsements of a badge by other bodies, and a form to bring one. */
async function renderEndorsements(request: PageRequest) {
  const { c, deps, store, ports, form } = request;
  const t = request.t.achievementEndorsements.dane;
  const badge = badgeOf(request);
  if (!badge) return answerMissing(c, deps, 'criteria');
  const { code } = badge;
  const now = ports.clock.now();
  const all = await store.readAchievementEndorsements({ code });
  const withdrawn = all.filter(({ withdrawal }) => withdrawal);
  const saved = all.filter(({ withdrawal }) => !withdrawal);
  return (
    <DaneLayout section="criteria" title={t.title(inLanguage(badge.name, c.var.locale))}>
      <p class="lede">{t.lede}</p>
      <p>{t.unchanged}</p>
      <Rejection form={form} />
      <h2>{t.mine}</h2>
      {saved.length === 0 ? <EmptyState>{t.none}</EmptyState> : <EndorsementList kept={saved} now={now} />}
      {withdrawn.length > 0 && (
        <Details title={t.standings.withdrawn}>
          <EndorsementList kept={withdrawn} now={now} />
        </Details>
      )}
      <h2>{t.add}</h2>
      <p>{t.address}</p>
      <Addresses badge={badge} ports={ports} today={request.today} />
      <BringForm action={endorsementsPath(code)} form={form} />
      <p>
        <a href="/dane/criteria">{t.toCriteria}</a>
      </p>
    </DaneLayout>
  );
}

function EndorsementList({ kept, now }: { kept: readonly AchievementEndorsement[]; now: Instant }) {
  return (
    <ul class="cards">
      {kept.map((one) => (
        <EndorsementItem endorsement={one} now={now} />
      ))}
    </ul>
  );
}

/** An endorsement as the DANE sees it: its public part, and the result of the last verification. */
function EndorsementItem({ endorsement, now }: { endorsement: AchievementEndorsement; now: Instant }) {
  const { locale, t: texts } = usePageContext();
  const t = texts.achievementEndorsements.dane;
  const { code, id, version, language, look, keptAt, withdrawal } = endorsement;
  const shown = endorsementView(endorsement);
  const standing = standingOf(endorsement, now);
  const path = `${endorsementsPath(code)}/${id}`;
  return (
    <li class="card">
      <div class="card-body">
        <p>
          <strong>{t.standings[standing]}</strong> {standing === 'bad' && becauseOf(look, locale)}
          {standing === 'shown' && look.result === 'open' && ` ${t.open}`}
        </p>
        <Endorsement endorsement={shown} plain={standing !== 'shown'} />
        <p class="note">
          {t.version(version)}, {t.languages[language]}. {t.kept(texts.day(keptAt))}{' '}
          {withdrawal
            ? t.withdrawn(texts.day(withdrawal.at), withdrawal.reason)
            : t.looked(texts.moment(look.at))}
        </p>
        {!withdrawal && (
          <div class="actions">
            <ActionButton action={`${path}/check`} class="secondary" label={t.checkOf(shown.name)}>
              {t.check}
            </ActionButton>
            <a href={`${path}/withdrawal`} aria-label={t.withdrawOf(shown.name)}>
              {t.withdraw}
            </a>
          </div>
        )}
      </div>
    </li>
  );
}

function becauseOf({ fault = '', verdict }: AchievementEndorsement['look'], locale: 'fr' | 'en'): string {
  const { pages, verification } = TEXTS[locale];
  const { dane, faults } = pages.achievementEndorsements;
  return (
    dane.faults[fault] ??
    (Object.hasOwn(faults, fault) ? faults[fault as keyof typeof faults] : undefined) ??
    `${verification.shortVerdict(verdict as Verdict, { kind: 'endorsement' })}.`
  );
}

/** The ids of the achievement in force, which the body needs to sign. */
function Addresses({
  badge,
  ports,
  today,
}: Pick<PageRequest, 'ports' | 'today'> & { badge: AchievementDefinition }) {
  const { code } = badge;
  const t = usePageContext().t.achievementEndorsements.dane;
  const { version } = ports.catalogue.criteriaInForce(today);
  return (
    <ul class="links">
      {writtenLanguages(badge).map((language) => (
        <li>
          <code>{achievementUrl(ports.origin, { code, version }, language)}</code>{' '}
          <span class="note">{t.languages[language]}</span>
        </li>
      ))}
    </ul>
  );
}

function BringForm({ action, form }: { action: string; form: FormState }) {
  const t = usePageContext().t.achievementEndorsements.dane;
  return (
    <Form action={action} form={form} labels={t} takesFile submit={t.submit}>
      <CredentialFields words={t} rows={3} />
    </Form>
  );
}

/** The number of endorsements that are shown, and of standing ones that are not. */
export function countStandings(endorsements: readonly AchievementEndorsement[], now: Instant) {
  const standings = endorsements.map((one) => standingOf(one, now));
  const shown = standings.filter((one) => one === 'shown').length;
  const withdrawn = standings.filter((one) => one === 'withdrawn').length;
  return { shown, lapsed: standings.length - shown - withdrawn };
}
