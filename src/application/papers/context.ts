import type { FormChoice } from '../../domain/award/types.ts';
import type { MissionShare } from '../../domain/engagement/mission-split.ts';
import type { FactsBasis } from '../../domain/facts/types.ts';
import type { PaperMember, PaperProject } from '../../domain/paper/types.ts';
import type { Person, PersonRecord, School } from '../../domain/records.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { roleLabels } from '../../texts/fr/criteria/labels.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { OFFICE } from '../../texts/office.ts';
import { roleNames } from '../../texts/role-names.ts';

/** The data that every document needs, besides its own records. */
export interface PaperContext {
  /** The criteria version in force and its missions. They define a counted day and a covered mission. */
  readonly basis: FactsBasis;
  readonly issuerName: string;
  /** The name of the office; DANE by default. */
  readonly office?: string;
  readonly madeAt: Instant;
  /** The last day of the facts, where it differs from the day in Paris on which the document was made. */
  readonly factsOn?: LocalDate;
}

/** The day on which the document was made, and the last day of its facts. */
export function daysOf({ madeAt, factsOn }: Pick<PaperContext, 'madeAt' | 'factsOn'>) {
  const madeOn = localDateInParis(madeAt);
  return { madeOn, on: factsOn ?? madeOn };
}

/** The name of the office in a document. */
export function officeOf({ office = OFFICE }: Pick<PaperContext, 'office'>): string {
  return office;
}

export function roleNamesOf(context: Pick<PaperContext, 'office' | 'basis'>) {
  const office = officeOf(context);
  return roleNames(roleLabels(office), { framework: context.basis.framework, language: 'fr', office });
}

/** A person with an engagement at a school, and all their records. */
export interface SchoolMember {
  readonly person: Person;
  readonly record: PersonRecord;
  /** How the team shares the missions of the year; absent if this is unknown. */
  readonly shares?: readonly MissionShare[];
  /** School years recognised at the school and in all; absent if this is unknown. */
  readonly recognised?: { readonly here: number; readonly inAll: number };
  /** Attested hours of the document's year, and hours that still count; absent from older papers. */
  readonly hours?: NonNullable<PaperMember['hours']>;
  readonly titleForm?: FormChoice;
  /** Absent from older papers. These do not mention projects. */
  readonly projects?: readonly PaperProject[];
}

/** The school's name with its town, if the town is known. */
export function schoolName({ name, commune }: Pick<School, 'name' | 'commune'>): string {
  return paperTexts.school(name, commune);
}
