export interface CriteriaReader {
  /** The versions adopted here, by number, those withdrawn before their day included; `document`: the JSON of the criteria. */
  readCriteriaVersions(): Promise<
    readonly { readonly version: number; readonly document: string; readonly withdrawn: boolean }[]
  >;
}
