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
  readonly register: string;
  /** Only of a table that names a school. */
  readonly school?: 'kept' | 'apart';
  readonly ends: { readonly with: string } | { readonly after: string };
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
  /** What happens to the rows of each table about people. person-tables.ts checks the columns. */
  readonly people?: Readonly<Record<string, TableTreatment>>;
  /** Pages in the navigation of each space. */
  readonly menu?: { readonly [Space in MenuSpace]?: Readonly<Record<string, MenuPlace>> };
}

/** Checks a declaration and keeps its literal types. */
export const declare = <const One extends Declaration>(one: One): One => one;

type Words<Names extends string> = { readonly [Name in Names]: string };
type Listed<One, Part extends 'history' | 'audit'> = One extends {
  readonly [P in Part]: readonly (infer Action extends string)[];
}
  ? { readonly [P in Part]: Words<Action> }
  : unknown;
type MenuWords<One> = One extends { readonly menu: infer Menu }
  ? { readonly menu: { readonly [Space in keyof Menu]: Words<keyof Menu[Space] & string> } }
  : unknown;

/** The words that a declaration asks for: one for each of its audit actions and pages. */
export type TextsFor<One extends Declaration> = Listed<One, 'history'> &
  Listed<One, 'audit'> &
  MenuWords<One>;

/** Checks the texts of a feature against its declaration, and English against French. */
export const textsOf =
  <One extends Declaration>() =>
  <French extends TextsFor<One>>(texts: {
    readonly fr: (office: string) => French;
    readonly en: (office: string) => NoInfer<French>;
  }) =>
    texts;
