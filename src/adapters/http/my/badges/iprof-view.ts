import { makeIprofMention } from '../../../../application/iprof-mention.ts';
import type { OwnRecord } from '../../../../application/my/read-own-record.ts';
import { sumHours } from '../../../../domain/facts/attended-facts.ts';
import { schoolYearOf } from '../../../../domain/time/school-year.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import { credentialUrl } from '../../../../openbadges/addresses.ts';
import { servedTitle } from '../../../../openbadges/badge-title.ts';
import { OFFICE } from '../../../../texts/office.ts';
import type { AppDeps } from '../../env.ts';

export interface IprofView {
  /** Absent where there is no confirmed engagement. */
  readonly mention?: { readonly text: string; readonly length: number };
}

/** The text for i-Prof, always in French. It states the confirmed engagement and the latest badge that its
 *  holder has accepted and shows, because the link of a hidden badge would lead nowhere. */
export function iprofView({ ports }: AppDeps, own: OwnRecord): IprofView {
  const { facts, establishments, criteria } = own;
  if (!facts.engagedFrom) return {};
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
  const ongoing = facts.years.at(-1)?.underway ?? false;
  const mention = makeIprofMention({
    schoolName: [...establishments.values()].map(({ name }) => name).join(', '),
    from: facts.engagedFrom,
    ...(facts.engagedTo && !ongoing && { to: facts.engagedTo }),
    years: facts.duration,
    missions: missions.flatMap((code) => ports.catalogue.framework.missions.get(code) ?? []),
    hours: { year, ofYear: sum(ofYear), counted: sum(counted) },
    office: ports.settings.words().office ?? OFFICE,
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
  return { mention };
}
