import { raw } from 'hono/html';
import { progressBarSvg } from '../../../../drawings/progress-bar-svg.ts';
import { inLanguage } from '../../pages/in-language.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { BadgesView, OwnBadgeView, ProgressView, RequirementView } from './badges-view.ts';

interface BadgesProps {
  readonly frame: PageFrame;
  readonly view: BadgesView;
}

/** `/my/badges`: those that were granted, then what is met and missing for each. */
export function MyBadgesPage({ frame, view }: BadgesProps) {
  const t = frame.t.my.badges;
  return (
    <MyLayout frame={frame} page="badges" title={t.title} lede={t.lede}>
      <h2>{t.mine}</h2>
      {view.own.length === 0 ? <p>{t.none}</p> : <BadgeCards frame={frame} badges={view.own} />}
      <h2>{t.progress}</h2>
      <p>
        {t.today(frame.t.day(view.on))} {t.barText}
      </p>
      {view.progress.map((one) => (
        <BadgeProgressSection frame={frame} badge={one} />
      ))}
    </MyLayout>
  );
}

/** Badges that were granted, each with the way to its page for whoever may choose about it. */
export function BadgeCards({ frame, badges }: { frame: PageFrame; badges: readonly OwnBadgeView[] }) {
  const t = frame.t.my.badges;
  return (
    <ul class="cards">
      {badges.map((badge) => (
        <li class="card">
          <img src={badge.imageSrc} alt="" width="104" height="104" />
          <div class="card-body">
            <h3>{badge.name}</h3>
            <p>
              <span class={`tag state-${badge.state}`}>{t.states[badge.state]}</span>
            </p>
            <p class="note">{t.grantedOn(frame.t.day(badge.grantedAt))}</p>
            {badge.href && (
              <p>
                <a href={inLanguage(frame, badge.href)}>{t.open(badge.name)}</a>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What a badge asks, line by line: what is found, what is required, what is missing. */
export function BadgeProgressSection({ frame, badge }: { frame: PageFrame; badge: ProgressView }) {
  const t = frame.t.my.badges;
  const missing = badge.requirements.filter(({ met }) => !met).length;
  const heldWords = badge.ofSchool ? t.metHeldBySchool : t.metHeld;
  return (
    <section class="progress-of" id={badge.code} aria-labelledby={`${badge.code}-name`}>
      <div class="progress-head">
        <img src={badge.imageSrc} alt="" width="80" height="80" />
        <div>
          <h3 id={`${badge.code}-name`}>{badge.name}</h3>
          <p>
            <strong>
              {badge.met
                ? badge.held
                  ? heldWords
                  : t.metWaits
                : t.missingCount(missing, badge.requirements.length)}
            </strong>
          </p>
          {!badge.met && !badge.ofSchool && (
            <p>{badge.metOn ? t.byTime(frame.t.day(badge.metOn)) : t.notByTime}</p>
          )}
        </div>
      </div>
      <ul class="progress-lines">
        {badge.requirements.map((one) => (
          <Line frame={frame} one={one} />
        ))}
      </ul>
      <ProgressTable frame={frame} badge={badge} />
      <p>
        <a href={inLanguage(frame, badge.href)}>{t.criteriaLink(badge.name)}</a>
      </p>
    </section>
  );
}

function Line({ frame, one }: { frame: PageFrame; one: RequirementView }) {
  const t = frame.t.my.badges;
  const figures = t.found(t.figure(one.found), t.figure(one.required), t.units[one.unit](one.required));
  const drawing = progressBarSvg({
    title: one.requirement,
    description: t.bar(one.met ? t.met : t.notMet, figures),
    found: one.found,
    required: one.required,
  });
  return (
    <li>
      <p class="progress-words">
        <strong>{one.requirement}</strong>
      </p>
      <p class="progress-figures">
        {raw(drawing)} <span>{figures}</span>
      </p>
      <p class={one.met ? 'progress-met' : 'progress-missing'}>
        {one.met ? `${t.met}. ${one.explanation}` : one.explanation}
      </p>
    </li>
  );
}

function ProgressTable({ frame, badge }: { frame: PageFrame; badge: ProgressView }) {
  const t = frame.t.my.badges;
  return (
    <details>
      <summary>
        {t.table}
        <span class="visually-hidden">{t.tableOf(badge.name)}</span>
      </summary>
      <table class="table-cards">
        <thead>
          <tr>
            <th scope="col">{t.requirement}</th>
            <th scope="col">{t.foundColumn}</th>
            <th scope="col">{t.requiredColumn}</th>
            <th scope="col">{t.missingColumn}</th>
          </tr>
        </thead>
        <tbody>
          {badge.requirements.map((one) => (
            <tr>
              <th scope="row">{one.requirement}</th>
              <td data-label={t.foundColumn}>{`${t.figure(one.found)} ${t.units[one.unit](one.found)}`}</td>
              <td
                data-label={t.requiredColumn}
              >{`${t.figure(one.required)} ${t.units[one.unit](one.required)}`}</td>
              <td data-label={t.missingColumn}>{one.met ? t.nothing : one.explanation}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
