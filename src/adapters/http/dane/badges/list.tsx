import { z } from 'zod';
import { type BadgeBeginning, MOST_BADGE_DRAFTS } from '../../../../application/criteria/badge-drafts.ts';
import type { BadgeDraft } from '../../../../domain/criteria/badge-change.ts';
import type { AchievementDefinition, Criteria } from '../../../../domain/criteria/definition.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import type { AppDeps } from '../../env.ts';
import { ActionButton } from '../../forms/elements.tsx';
import { choiceOf, optionalText } from '../../forms/schema.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { readActors } from '../actor-names.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { adoptionPages } from './adopt.tsx';
import { badgeDraftPages } from './draft-editor.tsx';
import { previewPages } from './previews.ts';
import { retirementPages } from './retirement.tsx';
import { pathOf } from './to-draft.ts';

const beginForm = z.object({
  from: choiceOf(['nothing', 'copy', 'change', 'proposal']),
  code: optionalText(60),
});

/** `/dane/badges`: the badges of the office, those it writes, and those it has retired. */
export const badgePages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .with(badgeDraftPages(deps).routes)
    .with(adoptionPages(deps).routes)
    .with(retirementPages(deps).routes)
    .with(previewPages(deps))
    .page('/dane/badges', 'adopt-criteria', renderBadges)
    .form('/dane/badges/drafts', 'adopt-criteria', {
      page: renderBadges,
      schema: beginForm,
      act: async (request, { from, code = '' }) => {
        const beginning = from === 'proposal' ? await readProposed(request, code) : beginningOf(from, code);
        if (!beginning) return answerMissing(request.c, deps, 'criteria');
        const draft = await request.services.beginBadge({ from: beginning, actor: request.me });
        return pathOf(draft);
      },
      refusals: { 'too-many-drafts': 409 },
    });

function beginningOf(from: 'nothing' | 'copy' | 'change', code: string): BadgeBeginning {
  return from === 'nothing' ? { kind: from } : { kind: from, code };
}

/** The badge of a proposal that was sent back or withdrawn. */
async function readProposed({ store }: PageRequest, id: string): Promise<BadgeBeginning | undefined> {
  const proposal = await store.readCriteriaDraft(id);
  const put = proposal?.badges.find((change) => change.kind === 'put');
  return put?.kind === 'put' ? { ...put, kind: 'given' } : undefined;
}

const codesOf = ({ achievements }: Criteria) => achievements.map(({ code }) => code);

async function renderBadges(request: PageRequest) {
  const t = request.t.dane.badges;
  const newest = request.ports.catalogue.newest();
  const drafts = await request.store.readBadgeDrafts(MOST_BADGE_DRAFTS);
  const isToCome = newest.inForceFrom > request.today;
  return (
    <DaneLayout section="badges" title={t.title}>
      <p class="lede">{t.lede}</p>
      <ActionButton action="/dane/badges/drafts" hidden={{ from: 'nothing' }}>
        {t.begin}
      </ActionButton>
      {drafts.length > 0 && <Drafts drafts={drafts} nameOf={await readNamesOf(request, drafts)} />}
      <section>
        <h2>
          {t.inForce} {isToCome && <span class="note">{t.toCome(request.t.day(newest.inForceFrom))}</span>}
        </h2>
        <ul class="badge-rows">
          {newest.achievements.map((badge) => (
            <Published badge={badge} version={newest.version} />
          ))}
        </ul>
      </section>
      <Retired badges={retiredFrom({ versions: request.ports.catalogue.versions(), newest })} />
    </DaneLayout>
  );
}

async function readNamesOf({ store, wording }: PageRequest, drafts: readonly BadgeDraft[]) {
  const nameOf = await readActors(
    store,
    drafts.map(({ changedBy }) => changedBy),
  );
  return (actor: string) => nameOf(actor, wording.locale);
}

/** Badges that an earlier version has and the newest has not, as the last version that has each says. */
function retiredFrom({ versions, newest }: { versions: readonly Criteria[]; newest: Criteria }) {
  const current = new Set(codesOf(newest));
  const last = new Map<string, { badge: AchievementDefinition; version: number }>();
  for (const { achievements, version } of versions) {
    for (const badge of achievements) if (!current.has(badge.code)) last.set(badge.code, { badge, version });
  }
  return [...last.values()];
}

function Drafts({ drafts, nameOf }: { drafts: readonly BadgeDraft[]; nameOf: (actor: string) => string }) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.badges;
  return (
    <section>
      <h2>{t.drafts}</h2>
      <p class="note">{t.draftsNote}</p>
      <ul class="badge-rows">
        {drafts.map((draft) => {
          const name = inLanguage(draft.badge.name, pageContext.locale) || t.unnamed;
          return (
            <li>
              <img
                src={`${pathOf(draft)}/image.svg?size=90&r=${draft.revision}`}
                alt=""
                width="64"
                height="64"
              />
              <div>
                <strong>{name}</strong>{' '}
                <span class="note">
                  {t.draftLine(nameOf(draft.changedBy), pageContext.t.moment(draft.changedAt))}
                </span>
              </div>
              <a class="button-secondary" href={pathOf(draft)} aria-label={t.openOf(name)}>
                {t.open}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly badge: AchievementDefinition;
  readonly version: number;
}

function BadgeRow({ badge, version, children }: RowProps & { children: unknown }) {
  const { locale, t: texts } = usePageContext();
  const t = texts.dane.badges;
  const { code, name, recipient } = badge;
  return (
    <li>
      <img src={`/badges/${code}/v${version}/image.svg`} alt="" width="64" height="64" />
      <div>
        <strong>
          <a href={`/badges/${code}/v${version}`}>{inLanguage(name, locale)}</a>
        </strong>{' '}
        <span class="note">
          {code}
          {recipient === 'establishment' && `, ${t.forSchool}`}
        </span>
      </div>
      <div class="actions">{children}</div>
    </li>
  );
}

function Published({ badge, version }: RowProps) {
  const { locale, t: texts } = usePageContext();
  const t = texts.dane.badges;
  const name = inLanguage(badge.name, locale);
  const begin = { action: '/dane/badges/drafts', class: 'secondary' };
  return (
    <BadgeRow badge={badge} version={version}>
      <ActionButton {...begin} hidden={{ from: 'copy', code: badge.code }} label={t.copyOf(name)}>
        {t.copy}
      </ActionButton>
      <ActionButton {...begin} hidden={{ from: 'change', code: badge.code }} label={t.changeOf(name)}>
        {t.change}
      </ActionButton>
      <a href={`/dane/badges/${badge.code}/retirement`} aria-label={t.retireOf(name)}>
        {t.retire}
      </a>
    </BadgeRow>
  );
}

function Retired({ badges }: { badges: readonly RowProps[] }) {
  const { locale, t: texts } = usePageContext();
  const t = texts.dane.badges;
  if (badges.length === 0) return null;
  return (
    <section>
      <h2>{t.retired}</h2>
      <p class="note">{t.retiredNote}</p>
      <ul class="badge-rows">
        {badges.map(({ badge, version }) => (
          <BadgeRow badge={badge} version={version}>
            <ActionButton
              action="/dane/badges/drafts"
              class="secondary"
              hidden={{ from: 'change', code: badge.code }}
              label={t.bringBackOf(inLanguage(badge.name, locale))}
            >
              {t.bringBack}
            </ActionButton>
          </BadgeRow>
        ))}
      </ul>
    </section>
  );
}
