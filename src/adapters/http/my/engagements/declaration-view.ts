import type { Store } from '../../../../application/ports.ts';
import type { FamilyCode, MissionFramework } from '../../../../domain/engagement/mission.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { Establishment } from '../../../../domain/records.ts';
import { searchSchools } from '../../../../domain/school-search.ts';
import type { LocalDate } from '../../../../domain/time/time.ts';
import { parseUai, type Uai } from '../../../../domain/uai.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import { typographic } from '../../../../texts/typographic.ts';
import type { Locale } from '../../env.ts';
import type { FormValues } from '../../shell/form.ts';
import { missionText } from './mission-text.ts';

/** The most schools shown; where more are found, the page asks for another word. */
export const MOST_SCHOOLS = 20;
/** The most schools that are searched: no académie has as many. */
const MOST_KNOWN = 20_000;

export interface DeclarationView {
  /** Every school, for the suggestions during typing. */
  readonly all: readonly Establishment[];
  /** The schools to choose from: those found or, without a search, those where the person is already
   *  engaged. */
  readonly schools: readonly Establishment[];
  /** The only school that has every word. */
  readonly only?: Establishment;
  /** The school chosen before the search, where it is not among those found; it is shown apart. */
  readonly earlier?: Establishment;
  /** The result of the search; absent without a search. `closest` where no school has every word. */
  readonly found?: { readonly count: number; readonly closest: boolean };
  /** Whether the search found more schools than are shown. */
  readonly cut: boolean;
  readonly families: readonly {
    readonly code: FamilyCode;
    readonly label: string;
    /** The missions that count only with an authorisation of the local authority. */
    readonly conditional: readonly string[];
    readonly missions: readonly MissionChoice[];
  }[];
}

export interface MissionChoice {
  readonly code: string;
  readonly label: string;
  /** Explanation to read before ticking. */
  readonly text?: string;
}

export interface DeclarationContext {
  readonly store: Store;
  readonly framework: MissionFramework;
  readonly t: PageTexts;
  readonly locale: Locale;
  readonly on: LocalDate;
  /** Schools of the person's segments. */
  readonly known: readonly Uai[];
  /** The school chosen before the search. */
  readonly earlier?: string | undefined;
}

/** The choices of a declaration's form, for its present values. */
export async function declarationView(
  values: FormValues,
  context: DeclarationContext,
): Promise<DeclarationView> {
  const { store, framework, locale } = context;
  const { schools, earlier, chosen, ...search } = await readSchools(values, context);
  const named = chosen ? [chosen] : [...schools, ...(earlier ? [earlier] : [])];
  const authorisations = await store.readAuthorisations(named.map(({ uai }) => uai));
  const missions = [...framework.missions.values()];
  return {
    schools,
    ...(earlier && { earlier }),
    ...search,
    families: framework.families.map(({ code, label }) => ({
      code,
      label: typographic(label[locale]),
      conditional: missions
        .filter(({ family, conditional, elementary }) => family === code && conditional && elementary)
        .map((mission) => mission.code),
      missions: missions
        .filter(({ family }) => family === code)
        .map((mission) => ({
          code: mission.code,
          label: typographic(mission.label[locale]),
          ...missionText(mission, { schools: named, authorisations, context, ...(chosen && { chosen }) }),
        })),
    })),
  };
}

async function readSchools(values: FormValues, { store, known, earlier: choice }: DeclarationContext) {
  const text = (values['q']?.[0] ?? '').trim();
  const searched = text !== '';
  const all = await store.readEstablishmentSlice({ limit: MOST_KNOWN });
  const result = searchSchools(text, all);
  const before = parseChosen(choice || values['uai']?.[0]);
  const listed = searched ? [] : known;
  const kept = all.filter(({ uai }) => listed.includes(uai) || uai === before);
  const shown = result.schools.slice(0, MOST_SCHOOLS);
  const schools = searched ? shown : kept;
  const ticked = parseChosen(values['uai']?.[0]);
  const [only, ...others] = searched ? shown : [];
  const earlier = kept.find(({ uai }) => uai === before && !schools.some((one) => one.uai === uai));
  const chosen = [...schools, ...kept].find(({ uai }) => uai === ticked);
  return {
    all,
    schools,
    earlier,
    chosen,
    /** The only school found. */
    ...(only && others.length === 0 && result.whole && { only }),
    ...(searched && { found: { count: shown.length, closest: !result.whole } }),
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
