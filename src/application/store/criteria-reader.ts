export interface CriteriaReader {
  /** The versions adopted here, by number, including those withdrawn before their day. `document` is the JSON
   *  of the criteria. */
  readCriteriaVersions(): Promise<
    readonly { readonly version: number; readonly document: string; readonly withdrawn: boolean }[]
  >;
}
