import { makeIprofMention } from '../../../application/papers/iprof-mention.ts';
import type { OwnRecord } from '../../../application/self-service/read-own-record.ts';
import { sumHours } from '../../../domain/facts/attendance.ts';
import { isOngoing } from '../../../domain/facts/engagement-days.ts';
import { chosenForm } from '../../../domain/holder/chosen-form.ts';
import { localDateInParis } from '../../../domain/time/calendar.ts';
import { schoolYearOf } from '../../../domain/time/school-year.ts';
import { credentialUrl } from '../../../issuing/addresses.ts';
import { servedTitle } from '../../../issuing/badge-title.ts';
import { CopyButton } from '../components/copy-button.tsx';
import type { AppDeps } from '../env.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { MyLayout } from './layout.tsx';

/** `/my/iprof`: the text to paste into i-Prof, and its length. */
export const iprofPages = (deps: AppDeps) =>
  definePages(deps, 'my').page('/my/iprof', 'keep-own-record', renderIprof);

async function renderIprof({ deps, services, me, t: { my } }: PageRequest) {
  const mention = mentionOf(deps, await services.readOwnRecord(me));
  const t = my.iprof;
  return (
    <MyLayout page="iprof" title={t.title} lede={t.lede}>
      {mention ? (
        <>
          <div class="field form">
            <label for="mention">{t.mention}</label>
            <small id="mention-help">{t.length(mention.length)}</small>
            <textarea id="mention" rows={9} readonly lang="fr" aria-describedby="mention-help">
              {mention.text}
            </textarea>
          </div>
          <CopyButton field="mention" />
          <p class="note">{t.how}</p>
        </>
      ) : (
        <p class="notice">
          {t.none} <a href="/my/engagements/new">{t.declare}</a>
        </p>
      )}
    </MyLayout>
  );
}

/** The text for i-Prof, always in French. It states the confirmed engagement and the latest badge that its
 *  holder has accepted and shows, because the link of a hidden badge would lead nowhere. Undefined if there
 *  is no confirmed engagement. */
function mentionOf({ ports }: AppDeps, own: OwnRecord) {
  const { facts, establishments, criteria } = own;
  if (!facts.engagedFrom) return undefined;
  const missions = [...new Set(facts.years.flatMap(({ covered }) => covered))];
  const year = schoolYearOf(own.on);
  const counted = facts.trainings.filter(({ expired }) => !expired);
  const ofYear = facts.trainings.filter((training) => training.year === year);
  const sum = (some: typeof counted) => sumHours(some.map(({ hours }) => hours));
  const accepted = own.awards.filter(
    ({ credential }) =>
      credential?.choice.acceptance === 'accepted' &&
      !credential.choice.hidden &&
      !credential.revocation &&
      !credential.suspension,
  );
  const latest = accepted.toSorted((a, b) => (a.award.grantedAt < b.award.grantedAt ? 1 : -1))[0];
  const definition = criteria.achievements.find(({ code }) => code === latest?.award.achievement);
  return makeIprofMention({
    schoolName: [...establishments.values()].map(({ name }) => name).join(', '),
    form: chosenForm(own.awards),
    from: facts.engagedFrom,
    on: own.on,
    ...(facts.engagedTo && !isOngoing(facts) && { to: facts.engagedTo }),
    years: facts.duration,
    missions: missions.flatMap((code) => ports.catalogue.framework.missions.get(code) ?? []),
    hours: { year, ofYear: sum(ofYear), counted: sum(counted) },
    office: ports.settings.office(),
    confirmedBy: facts.confirmedBy,
    ...(latest?.credential &&
      definition && {
        badge: {
          name: servedTitle(definition, { award: latest.award, credential: latest.credential }, 'fr'),
          issuerName: ports.issuer.name,
          issuedOn: localDateInParis(latest.award.grantedAt),
          address: credentialUrl(ports.origin, latest.credential.id),
        },
      }),
  });
}
