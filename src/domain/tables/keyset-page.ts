/** A part of a list by key: the rows after `after`, at most `limit`. */
export interface Slice<Key> {
  readonly after?: Key;
  readonly limit: number;
}
