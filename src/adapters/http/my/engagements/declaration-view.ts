import type { Store } from '../../../../application/ports.ts';
import type { FamilyCode, MissionFramework } from '../../../../domain/engagement/mission.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { Authorisation, Establishment } from '../../../../domain/records.ts';
import type { LocalDate } from '../../../../domain/time/time.ts';
import { parseUai, type Uai } from '../../../../domain/uai.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import { typographic } from '../../../../texts/typographic.ts';
import type { Locale } from '../../env.ts';
import type { FormValues } from '../../shell/form.ts';

/** The most schools shown; where more are found, the page asks for another word. */
const MOST_SCHOOLS = 20;

export interface DeclarationView {
  /** The schools to choose from: those found or, without a search, those where the person is already
   *  engaged. */
  readonly schools: readonly Establishment[];
  /** The school chosen before the search, where it is not among those found; it is shown apart. */
  readonly earlier?: Establishment;
  /** Number of schools found; absent without a search. */
  readonly found?: number;
  /** Whether more were found than are shown. */
  readonly cut: boolean;
  readonly families: readonly {
    readonly code: FamilyCode;
    readonly label: string;
    readonly missions: readonly MissionChoice[];
  }[];
}

export interface MissionChoice {
  readonly code: string;
  readonly label: string;
  /** Explanation to read before ticking. */
  readonly text?: string;
}

interface DeclarationContext {
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
  const searched = (values['q']?.[0] ?? '').trim();
  const found = searched ? await store.searchEstablishments(searched, { limit: MOST_SCHOOLS + 1 }) : [];
  const before = parseChosen(values['uai']?.[0] ?? context.earlier);
  const listed = searched ? [] : context.known;
  const kept = await store.readEstablishments([...new Set([...listed, ...(before ? [before] : [])])]);
  const shown = found.slice(0, MOST_SCHOOLS);
  const schools = searched ? shown : kept;
  const earlier = kept.find(({ uai }) => uai === before && !schools.some((one) => one.uai === uai));
  const all = [...schools, ...(earlier ? [earlier] : [])];
  const authorisations = await store.readAuthorisations(all.map(({ uai }) => uai));
  const missions = [...framework.missions.values()];
  return {
    schools,
    ...(earlier && { earlier }),
    ...(searched && { found: Math.min(found.length, MOST_SCHOOLS) }),
    cut: found.length > MOST_SCHOOLS,
    families: framework.families.map(({ code, label }) => ({
      code,
      label: typographic(label[locale]),
      missions: missions
        .filter(({ family }) => family === code)
        .map((mission) => ({
          code: mission.code,
          label: typographic(mission.label[locale]),
          ...missionText(mission, { schools: all, authorisations, context }),
        })),
    })),
  };
}

type Mission = MissionFramework['missions'] extends ReadonlyMap<unknown, infer One> ? One : never;

interface MissionTextContext {
  readonly schools: readonly Establishment[];
  readonly authorisations: readonly Authorisation[];
  readonly context: DeclarationContext;
}

function missionText(mission: Mission, { schools, authorisations, context }: MissionTextContext) {
  const { on, t } = context;
  const words = t.my.engagements.form;
  const said = mission.elementary ? [] : [words.uncounted];
  if (!mission.conditional) return said.length > 0 ? { text: said.join(' ') } : {};
  said.push(mission.elementary ? words.conditional : words.needsAuthorisation);
  const allowed = authorisations.filter(
    (one) => one.mission === mission.code && (one.period.to === undefined || one.period.to >= on),
  );
  if (allowed.length > 0) {
    const named = allowed.map(({ uai, period }) => {
      const school = schools.find((one) => one.uai === uai)?.name ?? uai;
      return words.authorisedUntil(school, period.to && t.day(period.to));
    });
    said.push(words.authorised(named));
  } else if (schools.length > 0) said.push(words.notAuthorised(schools.length));
  return { text: said.join(' ') };
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
