import questionnaireOfProgram from '../../data/questionnaire.json' with { type: 'json' };
import type { AchievementDefinition, Criteria, Thresholds } from '../domain/criteria/definition.ts';
import type {
  AlignedFramework,
  Bilingual,
  Mission,
  MissionFamily,
  MissionFramework,
  MissionOrganisation,
  ReferenceText,
  Role,
} from '../domain/engagement/mission.ts';
import type { EventKind } from '../domain/records.ts';
import type { Questionnaire } from '../domain/review/questionnaire.ts';
import type { Office } from '../domain/settings/office.ts';

/** What an office is made of, ready for use. */
export interface OfficePack {
  readonly office: Office;
  readonly framework: MissionFramework;
  /** The badges of the pack. Only the first pack of a service gives their number and day too. */
  readonly criteria: Criteria;
  readonly columns: ColumnSpellings;
  readonly questionnaire: Questionnaire;
}

/** How the columns of the office's tables are usually written, besides their own names (docs/files.md), the
 *  likeliest first, and an example of a cell for each: by kind of file, then by column. Case, accents and
 *  punctuation do not matter. */
export interface ColumnSpellings {
  readonly spellings: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly examples: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The pack as one JSON value: the files of its folder by name, and its drawings as `data:` URIs by the name of
 *  their file. The database keeps it in this form, and the API takes it. */
export interface PackDocument {
  readonly office: unknown;
  readonly framework: unknown;
  readonly badges: unknown;
  readonly events: unknown;
  readonly columns: unknown;
  /** Absent if the program's own is asked. */
  readonly questionnaire?: unknown;
  readonly drawings: Readonly<Record<string, string>>;
}

interface EventsFile {
  readonly kinds: readonly {
    readonly code: EventKind;
    readonly counts: 'training' | 'office-event' | 'nothing';
  }[];
}

/** `framework.json`. */
export interface FrameworkFile extends ReferenceText {
  readonly version: number;
  readonly families: readonly MissionFamily[];
  readonly missions: readonly Mission[];
  readonly organisation: readonly {
    readonly missions: readonly string[];
    readonly label?: Bilingual;
    readonly priority?: number;
  }[];
  readonly roles?: readonly { readonly code: Role; readonly label: Bilingual }[];
  readonly frameworks: Readonly<
    Record<
      string,
      Omit<AlignedFramework, 'code' | 'competences'> & { competences?: Record<string, Bilingual> }
    >
  >;
}

/** Reads a pack that has no fault (`packErrors`). */
export function readPack(document: PackDocument): OfficePack {
  const { office, framework, badges, events, columns, questionnaire, drawings } = document;
  return {
    office: office as Office,
    framework: readFramework(framework as FrameworkFile),
    criteria: readBadges(badges as Criteria, events as EventsFile, drawings),
    columns: columns as ColumnSpellings,
    questionnaire: (questionnaire ?? questionnaireOfProgram) as Questionnaire,
  };
}

function readFramework({
  version,
  families,
  missions,
  organisation,
  roles = [],
  frameworks,
  ...text
}: FrameworkFile) {
  const { pillars, principles, means, recognition, support } = text;
  const framework: MissionFramework = {
    version,
    families: families.map(({ code, label, does, sign }) => ({ code, label, does, sign })),
    missions: new Map(missions.map((mission) => [mission.code, readMission(mission)])),
    organisation: new Map(
      missions.flatMap(({ code }) => {
        const found = readOrganisation(code, organisation);
        return found ? [[code, found] as const] : [];
      }),
    ),
    frameworks: new Map(
      Object.entries(frameworks).map(([code, { name, targetUrl, competences = {} }]) => [
        code,
        { code, name, targetUrl, competences: new Map(Object.entries(competences)) },
      ]),
    ),
    roles: new Map(roles.map(({ code, label }) => [code, label])),
    text: { pillars, principles, means, recognition, support },
  };
  return framework;
}

function readMission({
  code,
  family,
  label,
  conditional,
  elementary,
  alignment,
  does,
  short,
}: Mission): Mission {
  return { code, family, label, conditional, elementary, alignment, does, ...(short && { short }) };
}

function readOrganisation(code: string, all: FrameworkFile['organisation']): MissionOrganisation | undefined {
  const rows = all.filter(({ missions }) => missions.includes(code));
  if (rows.length === 0) return undefined;
  return {
    labels: rows.flatMap(({ label }) => label ?? []),
    priorities: rows.flatMap(({ priority }) => priority ?? []),
  };
}

/** `badges.json` with what it leaves to the other files: the kinds of event that count, and the drawings. */
function readBadges(
  { version, inForceFrom, thresholds, achievements }: Criteria,
  { kinds }: EventsFile,
  drawings: PackDocument['drawings'],
): Criteria {
  const { reviewWaivedBefore, selfReportRestYears, ...first } = thresholds;
  const codesOf = (counts: string) => kinds.flatMap((kind) => (kind.counts === counts ? [kind.code] : []));
  const whole: Thresholds = {
    ...first,
    trainingKinds: codesOf('training'),
    daneEventKinds: codesOf('office-event'),
    reviewWaivedBefore,
    selfReportRestYears,
  };
  const drawn = achievements.map((one) => ({ ...one, drawing: readDrawing(one.drawing, drawings) }));
  return { version, inForceFrom, thresholds: whole, achievements: drawn };
}

function readDrawing(
  drawing: AchievementDefinition['drawing'],
  drawings: PackDocument['drawings'],
): AchievementDefinition['drawing'] {
  return drawing.kind === 'own' ? { ...drawing, image: drawings[drawing.image] ?? drawing.image } : drawing;
}

/** `badges.json` of a version of the criteria: what `readBadges` takes from the other files is left to them. */
export function toBadgesFile(criteria: Criteria, drawings: PackDocument['drawings']): unknown {
  const { trainingKinds: _, daneEventKinds: __, ...thresholds } = criteria.thresholds;
  const nameOf = (uri: string) => Object.keys(drawings).find((name) => drawings[name] === uri) ?? uri;
  const achievements = criteria.achievements.map((one) =>
    one.drawing.kind === 'own'
      ? { ...one, drawing: { ...one.drawing, image: nameOf(one.drawing.image) } }
      : one,
  );
  return { ...criteria, thresholds, achievements };
}

/** The drawings that the badges use, by the names that the pack has for them. One that came with a badge is named
 *  after it. */
export function usedDrawings(
  { achievements }: Criteria,
  drawings: PackDocument['drawings'],
): PackDocument['drawings'] {
  const named = new Map(Object.entries(drawings).map(([name, uri]) => [uri, name]));
  return Object.fromEntries(
    achievements.flatMap(({ code, drawing }) => {
      if (drawing.kind !== 'own') return [];
      const type = drawing.image.startsWith('data:image/png') ? 'png' : 'svg';
      return [[named.get(drawing.image) ?? `${code.toLowerCase()}.${type}`, drawing.image]];
    }),
  );
}
