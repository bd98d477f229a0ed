import type { ErrorParams } from '../errors.ts';
import type { PersonId } from '../ids.ts';

/** The kinds of acts by which the audit is filtered. */
export const AUDIT_GROUPS = [
  ...(['people', 'accounts', 'engagements', 'badges', 'criteria', 'schools', 'events'] as const),
  ...(['files', 'work', 'service'] as const),
] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

/** The spaces with a navigation. */
export type MenuSpace = 'my' | 'dane' | 'school';

/** Where a page stands in the navigation of a space. */
export interface MenuPlace {
  /** The entry of the navigation. */
  readonly under: string;
  /** The page before it. */
  readonly after: string;
  /** The address, in a school after `/school/UAI`. */
  readonly path: string;
}

/** What a merger, an erasure, an export and the end of retention do with rows about a person. The meaning of
 *  each is in person-treatments.ts. */
export interface TableTreatment {
  readonly by: string;
  readonly refersTo?: readonly string[];
  readonly merge: 'moves' | 'goes' | 'stays' | 'follows' | 'apart' | { readonly unless: readonly string[] };
  readonly erase: 'deleted' | 'kept' | 'apart';
  readonly export: 'whole' | 'nothing' | 'apart';
  readonly exportedAfter?: string;
  readonly register: string;
  /** Only of a table that names a school. */
  readonly school?: 'kept' | 'apart';
  readonly ends:
    | {
        readonly with: string;
        readonly dated?: Readonly<Record<string, string>>;
        readonly fact?: string;
        readonly after?: string;
      }
    | { readonly after: string };
}

/** What a feature states about itself, as data that every layer may read. */
export interface Declaration {
  /** The group of its audit actions, by which the audit is filtered. */
  readonly group: AuditGroup;
  /** Actions that belong to another group. */
  readonly groups?: Readonly<Record<string, AuditGroup>>;
  /** Audit actions about a person, an award or a credential. The person's history puts each into words. */
  readonly history?: readonly string[];
  /** Audit actions about anything else. */
  readonly audit?: readonly string[];
  /** Audit actions that are no longer made. Their lines in the audit keep the group. */
  readonly retired?: readonly string[];
  /** Error codes that only this feature throws, each with its HTTP status (`feature-errors.ts`). */
  readonly errors?: Readonly<Record<string, number>>;
  /** What happens to the rows of each table about people. person-tables.ts checks the columns. */
  readonly people?: Readonly<Record<string, TableTreatment>>;
  /** Pages in the navigation of each space. */
  readonly menu?: { readonly [Space in MenuSpace]?: Readonly<Record<string, MenuPlace>> };
}

/** A table with one of these columns holds rows about a person, directly or through another row. */
export type AboutPerson =
  | 'person_id'
  | 'recipient_id'
  | 'owner_id'
  | 'subject'
  | 'email'
  | 'engagement_reference'
  | 'award_id'
  | 'upload_id';

/** The columns with the id of a person, whatever their names. A column `…_by` is left out: it says who acted,
 *  and is kept as it is. */
type PersonColumn<Row> = {
  [C in keyof Row]: C extends `${string}_by` ? never : Exclude<Row[C], null> extends PersonId ? C : never;
}[keyof Row];

/** Those of the tables that hold rows about people. */
export type PersonTableOf<Tables> = {
  [T in keyof Tables]: (keyof Tables[T] & AboutPerson) | PersonColumn<Tables[T]> extends never ? never : T;
}[keyof Tables];

type PeopleFor<Tables> = [PersonTableOf<Tables>] extends [never]
  ? unknown
  : { readonly people: { readonly [T in PersonTableOf<Tables>]: TableTreatment } };

/** The types that a feature adds to those of the core. No value has this property. */
interface Adds<Tables, Change, Reader> {
  readonly adds?: { readonly tables: Tables; readonly change: Change; readonly reader: Reader };
}

/** Checks a declaration against the tables of the feature, and keeps its literal types and those of its changes
 *  and reader. The type is that of the argument even if it is refused, so that one missing part is one error. */
export const declare =
  <Tables = object, Change = never, Reader = object>() =>
  <const One>(one: One & Declaration & PeopleFor<Tables>) =>
    one as One & Adds<Tables, Change, Reader>;

type Words<Names extends string> = { readonly [Name in Names]: string };
type Listed<One, Part extends 'history' | 'audit'> = One extends {
  readonly [P in Part]: readonly (infer Action extends string)[];
}
  ? { readonly [P in Part]: Words<Action> }
  : unknown;
/** The sentence of each error: the problem, then the remedy. */
type ErrorSentences<One> = One extends { readonly errors: infer Errors }
  ? { readonly errors: { readonly [Code in keyof Errors]: (params: ErrorParams) => string } }
  : unknown;
type MenuWords<One> = One extends { readonly menu: infer Menu }
  ? { readonly menu: { readonly [Space in keyof Menu]: Words<keyof Menu[Space] & string> } }
  : unknown;

/** The words that a declaration asks for: one for each of its audit actions, errors and pages. */
export type TextsFor<One extends Declaration> = Listed<One, 'history'> &
  Listed<One, 'audit'> &
  ErrorSentences<One> &
  MenuWords<One>;

/** The texts of a feature in both languages, with the words that its declaration asks for. */
interface InLanguages<French, Requested> {
  readonly fr: (office: string) => French & Requested;
  readonly en: (office: string) => NoInfer<French> & Requested;
}

/** Checks the texts of a feature against its declaration, and English against French. The type has the words that
 *  are asked for even if one is missing, so that this is one error. */
export const textsOf =
  <One extends Declaration>() =>
  <French extends object>(texts: InLanguages<French, TextsFor<One>>) =>
    texts;
