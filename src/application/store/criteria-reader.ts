import type { CriteriaDraft } from '../../domain/criteria/draft.ts';

/** Reads versions of the criteria, and drafts of them. */
export interface CriteriaReader {
  /** The versions adopted in this service, by number, including those withdrawn before their day. `document`
   *  is the JSON of the criteria. */
  readCriteriaVersions(): Promise<
    readonly { readonly version: number; readonly document: string; readonly withdrawn: boolean }[]
  >;
  readCriteriaDraft(id: string): Promise<CriteriaDraft | undefined>;
  /** The newest first. */
  readCriteriaDrafts(search: {
    readonly limit: number;
    readonly isWaiting?: true;
  }): Promise<readonly CriteriaDraft[]>;
}
