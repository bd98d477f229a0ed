import type { Mission } from '../../../../domain/engagement/mission.ts';
import type { Authorisation, Establishment } from '../../../../domain/records.ts';
import type { LocalDate } from '../../../../domain/time/time.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';

interface MissionTextContext {
  /** The chosen school, or those to choose from. */
  readonly schools: readonly Establishment[];
  readonly chosen?: Establishment;
  readonly authorisations: readonly Authorisation[];
  readonly context: { readonly on: LocalDate; readonly t: PageTexts };
}

/** The note beside a mission in the form. It states that the mission never counts, or whether the local
 *  authority has allowed it at the chosen school or at those to choose from. The note names the school, because
 *  the reader may choose another. */
export function missionText(mission: Mission, told: MissionTextContext) {
  const { schools, chosen, authorisations, context } = told;
  const { on, t } = context;
  const words = t.my.engagements.form;
  if (!mission.elementary) return { text: words.uncounted };
  if (!mission.conditional) return {};
  const allowed = authorisations.filter(
    (one) => one.mission === mission.code && (one.period.to === undefined || one.period.to >= on),
  );
  const named = allowed.map(({ uai, period }) => {
    const school = schools.find((one) => one.uai === uai)?.name ?? uai;
    return words.authorisedUntil(school, period.to && t.day(period.to));
  });
  if (named.length > 0) return { text: words.authorised(named) };
  return chosen ? { text: words.notAuthorised(chosen.name) } : {};
}
