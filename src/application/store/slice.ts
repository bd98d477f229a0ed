/** A page of rows by key: those after `after`, at most `limit`. */
export interface Slice<Key> {
  readonly after?: Key;
  readonly limit: number;
}
