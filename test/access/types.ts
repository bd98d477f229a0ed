/** Who has access to a route. */
export type Access =
  /** Anyone, signed in or not. */
  | 'public'
  /** A program with a token, or the DANE. */
  | 'api-read'
  /** A program with a token of the DANE, or the DANE itself. */
  | 'api-write'
  /** A program with a token of the DANE, and no one else. */
  | 'api-token'
  /** A client of the Open Badges API with a token that a person granted, and no one else. */
  | 'client'
  /** Anyone who is signed in; the route shows and changes their own data. */
  | 'account'
  /** The teacher concerned. */
  | 'owner'
  /** The head of the school, and the DANE. */
  | 'school-read'
  /** The head of the school. */
  | 'head'
  /** The RUPN engaged at the school, its head, and the DANE. */
  | 'team'
  | 'dane';

/** The access to the pages of one feature. */
export interface FeatureAccess {
  readonly routes: Readonly<Record<string, Access>>;
  /** Forms that the head of a school sends, so that the feature's pages have records in the tests of all pages.
   *  `{person}` is a person who is engaged at the school. */
  readonly sent?: readonly { readonly path: string; readonly fields: Readonly<Record<string, string>> }[];
}
