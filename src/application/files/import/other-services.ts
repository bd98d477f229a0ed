import { foldTitle } from '../../../domain/text/strings.ts';
import { attendedCourse } from './attendances.ts';
import type { Notice, ValidationError } from './entry.ts';
import { events } from './events.ts';
import type { FileKind } from './file-kind.ts';

/** How the lines of another service's table are translated into lines of the DANE's files. */
export interface Translation {
  /** The places of the cells that it reads. */
  readonly places: readonly number[];
  /** Returns the cells in the order of the header's columns, or a notice where the line has nothing of
   *  use. */
  readonly translate: (cells: readonly string[]) => readonly string[] | Notice;
}

export interface OtherServiceTable {
  readonly kind: FileKind;
  readonly columns: ReadonlyMap<string, number>;
  readonly unread: readonly string[];
  readonly translation: Translation;
}

interface Choices {
  /** Code of the event that a Moodle list is about. The list itself does not name it. */
  readonly event?: string | undefined;
}

/** Recognises the tables of other services of the ministry; undefined for any other header. */
export function recogniseOtherService(
  header: readonly string[],
  choices: Choices,
): OtherServiceTable | ValidationError | undefined {
  const titles = header.map(foldTitle);
  return recognisePlan(header, titles) ?? recogniseCourse(header, titles, choices);
}

/** The place of the first of these titles that the header has; -1 where it has none. */
function placeOf(titles: readonly string[], ...sought: readonly string[]): number {
  for (const one of sought) if (titles.includes(one)) return titles.indexOf(one);
  return -1;
}

function unreadOf(header: readonly string[], places: readonly number[]): readonly string[] {
  return header.map((title) => title.trim()).filter((title, at) => title !== '' && !places.includes(at));
}

/** The plan of SOFIA-FMO. A line is a session of a group of a module. The place of the session is not read:
 *  an event names a school only if it concerns that school. */
function recognisePlan(header: readonly string[], titles: readonly string[]): OtherServiceTable | undefined {
  const module = placeOf(titles, 'module_code');
  const group = placeOf(titles, 'groupe_identifiant');
  const session = placeOf(titles, 'session');
  const start = placeOf(titles, 'debut');
  const titlePlaces = [placeOf(titles, 'module_libelle'), placeOf(titles, 'dispositif_libelle')];
  if ([module, group, session, start, titlePlaces[0]].includes(-1)) return undefined;
  const end = placeOf(titles, 'fin');
  const hours = placeOf(titles, 'duree');
  const places = [module, group, session, start, ...titlePlaces, end, hours].filter((at) => at >= 0);
  const columns = ['code', 'nature', 'intitule', 'debut', ...(end < 0 ? [] : ['fin'])];
  if (hours >= 0) columns.push('heures');
  return {
    kind: events,
    columns: new Map(columns.map((column, at) => [column, at])),
    unread: unreadOf(header, places),
    translation: {
      places,
      translate: (cells) => {
        const cell = (at: number) => cells[at]?.trim() ?? '';
        const code = cell(module) && [module, group, session].map(cell).filter(Boolean).join(CODE_SEPARATOR);
        const title = titlePlaces.map(cell).find((text) => text !== '') ?? '';
        return [
          code,
          'EV-PAF',
          title,
          withoutTime(cell(start)),
          ...(end < 0 ? [] : [withoutTime(cell(end))]),
          ...(hours < 0 ? [] : [cell(hours)]),
        ];
      },
    },
  };
}

/** A hyphen would not do: a module and a group joined by it could look like a NUMEN. */
const CODE_SEPARATOR = '_';

/** The day in a text such as `12/11/2026 14:00`. */
function withoutTime(text: string): string {
  return /^(\d{2}\/\d{2}\/\d{2,4}|\d{4}-\d{2}-\d{2})[ T]\d{1,2}[:h]/.exec(text)?.[1] ?? text;
}

/** Columns of a file of people that Moodle lists do not have. */
const OF_PEOPLE = ['profil', 'ancien_email', 'uai'];

/** Values in the completion column for a person who has not completed the course. */
const NOT_COMPLETED: ReadonlySet<string> = new Set(
  'non,no,n,non_termine,non_acheve,pas_acheve,not_completed,incomplete,en_cours,in_progress,pas_encore_commence,not_yet_started'.split(
    ',',
  ),
);

/** Recognises Moodle's report on the completion of a course, whose last column has the day of completion, and
 *  its list of participants. Both have their own title for the address. */
function recogniseCourse(
  header: readonly string[],
  titles: readonly string[],
  { event }: Choices,
): OtherServiceTable | ValidationError | undefined {
  const email = placeOf(titles, 'adresse_de_courriel', 'email_address');
  const completed = placeOf(titles, 'cours_acheve', 'cours_termine', 'course_complete');
  const names = [placeOf(titles, 'prenom', 'first_name'), placeOf(titles, 'nom_de_famille', 'last_name')];
  if (email < 0 || (completed < 0 && names.includes(-1))) return undefined;
  if (OF_PEOPLE.some((column) => titles.includes(column))) return undefined;
  if (!event) return { code: 'event-needed' };
  const places = completed < 0 ? [email] : [email, completed];
  return {
    kind: attendedCourse,
    columns: new Map(['email', 'evenement', 'preuve'].map((column, at) => [column, at])),
    unread: unreadOf(header, places),
    translation: {
      places,
      translate: (cells) => {
        const state = foldTitle(cells[completed] ?? '');
        const hasCompleted = completed < 0 || (state !== '' && !NOT_COMPLETED.has(state));
        return hasCompleted ? [cells[email]?.trim() ?? '', event, '2'] : { code: 'not-completed' };
      },
    },
  };
}
