import type { Store } from '../../../../application/ports.ts';
import type { OwnRecord } from '../../../../application/self-service/read-own-record.ts';
import { engagementsAround } from '../../../../domain/engagement/assigned-missions.ts';
import type { Mission, MissionCode, MissionFramework } from '../../../../domain/engagement/mission.ts';
import { deriveMissionSplit, findGaps } from '../../../../domain/engagement/mission-split.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { Authorisation, School } from '../../../../domain/records.ts';
import { searchSchools } from '../../../../domain/school-search.ts';
import type { LocalDate } from '../../../../domain/time/calendar.ts';
import { parseUai, type Uai } from '../../../../domain/uai.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import { typographic } from '../../../../texts/grammar.ts';
import type { FormValues } from '../../forms/schema.ts';
import type { PageRequest } from '../../routing/page-request.ts';

/** The most schools shown; where more are found, the page asks for another word. */
export const MOST_SCHOOLS = 20;
/** The most schools that are searched: no académie has as many. */
const MOST_KNOWN = 20_000;

export type DeclarationView = Awaited<ReturnType<typeof readDeclarationView>>;

interface DeclarationInput {
  readonly own: OwnRecord;
  readonly values: FormValues;
  /** The school chosen before the search. */
  readonly earlier?: string | undefined;
}

/** The choices of a declaration's form, for its present values. */
export async function readDeclarationView({ store, wording }: PageRequest, asked: DeclarationInput) {
  const { framework, locale } = wording;
  const { schools, earlier, chosen, ...search } = await readSchools(store, asked);
  const named = chosen ? [chosen] : [...schools, ...(earlier ? [earlier] : [])];
  const authorisations = await store.readAuthorisations(named.map(({ uai }) => uai));
  const textOf = (mission: Mission) =>
    missionText(mission, { schools: named, chosen, authorisations, on: asked.own.on, t: wording.t });
  const missions = [...framework.missions.values()];
  return {
    likely: await readLikely(store, { asked, chosen, authorisations, framework }),
    /** The schools to choose from: those found or, without a search, those where the person is already
     *  engaged. */
    schools,
    /** The school chosen before the search, where it is not among those found; it is shown apart. */
    earlier,
    chosen,
    ...search,
    families: framework.families.map(({ code, label }) => ({
      code,
      label: typographic(label[locale]),
      /** The missions that count only with an authorisation of the local authority. */
      conditional: missions
        .filter(({ family, conditional, elementary }) => family === code && conditional && elementary)
        .map((mission) => mission.code),
      missions: missions
        .filter(({ family }) => family === code)
        .map((mission) => ({
          code: mission.code,
          label: typographic(mission.label[locale]),
          text: textOf(mission),
        })),
    })),
  };
}

interface LikelyContext {
  readonly asked: DeclarationInput;
  readonly chosen: School | undefined;
  readonly authorisations: readonly Authorisation[];
  readonly framework: MissionFramework;
}

/** The missions that the person held last, then those that no one has at the chosen school today. */
async function readLikely(
  store: Store,
  { asked, chosen, authorisations, framework }: LikelyContext,
): Promise<readonly MissionCode[]> {
  const { own } = asked;
  const held = engagementsAround(own.record.engagements, own.on).flatMap(({ missions }) => missions);
  if (!chosen) return held;
  const [record] = await store.readSchoolRecords([chosen.uai]);
  const engagements = (record?.people ?? []).flatMap((one) =>
    one.engagements.filter(({ uai }) => uai === chosen.uai),
  );
  const allowed = authorisations.filter(({ uai }) => uai === chosen.uai);
  const split = deriveMissionSplit(
    { engagements, authorisations: allowed, framework },
    { from: own.on, to: own.on },
  );
  return [...held, ...findGaps(split).map(({ code }) => code)];
}

interface MissionTextContext {
  /** The chosen school, or those to choose from. */
  readonly schools: readonly School[];
  readonly chosen: School | undefined;
  readonly authorisations: readonly Authorisation[];
  readonly on: LocalDate;
  readonly t: PageTexts;
}

/** The note next to a mission in the form. It states that the mission never counts, or whether the local
 *  authority has allowed it at the chosen school or at those to choose from. The note names the school, because
 *  the reader may choose another. */
function missionText(mission: Mission, reported: MissionTextContext): string | undefined {
  const { schools, chosen, authorisations, on, t } = reported;
  const texts = t.my.engagements.form;
  if (!mission.elementary) return texts.uncounted;
  if (!mission.conditional) return undefined;
  const allowed = authorisations.filter(
    (one) => one.mission === mission.code && (one.period.to === undefined || one.period.to >= on),
  );
  const named = allowed.map(({ uai, period }) => {
    const school = schools.find((one) => one.uai === uai)?.name ?? uai;
    return texts.authorisedUntil(school, period.to && t.day(period.to));
  });
  if (named.length > 0) return texts.authorised(named);
  return chosen && texts.notAuthorised(chosen.name);
}

async function readSchools(store: Store, { own, values, earlier: choice }: DeclarationInput) {
  const text = (values['q']?.[0] ?? '').trim();
  const searched = text !== '';
  const all = await store.readSchoolPage({ limit: MOST_KNOWN });
  const result = searchSchools(text, all);
  const before = parseChosen(choice || values['uai']?.[0]);
  const listed = searched ? [] : own.record.engagements.map(({ uai }) => uai);
  const saved = all.filter(({ uai }) => listed.includes(uai) || uai === before);
  const shown = result.schools.slice(0, MOST_SCHOOLS);
  const schools = searched ? shown : saved;
  const ticked = parseChosen(values['uai']?.[0]);
  const [only, ...others] = searched ? shown : [];
  const earlier = saved.find(({ uai }) => uai === before && !schools.some((one) => one.uai === uai));
  const chosen = [...schools, ...saved].find(({ uai }) => uai === ticked);
  return {
    /** Every school, for the suggestions during typing. */
    all,
    schools,
    earlier,
    chosen,
    /** The only school that has every word. */
    only: others.length === 0 && result.whole ? only : undefined,
    /** The result of the search; absent without a search. `closest` where no school has every word. */
    found: searched ? { count: shown.length, closest: !result.whole } : undefined,
    /** Whether the search found more schools than are shown. */
    cut: result.schools.length > MOST_SCHOOLS,
  };
}

/** The chosen UAI where it is valid; an invalid one is refused when the form is sent. */
function parseChosen(text: string | undefined): Uai | undefined {
  try {
    return text ? parseUai(text) : undefined;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
