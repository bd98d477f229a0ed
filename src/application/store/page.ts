/** A page of rows by key: those after `after`, at most `limit`. */
export interface Page<Key> {
  readonly after?: Key;
  readonly limit: number;
}
