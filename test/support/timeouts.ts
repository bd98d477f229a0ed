/** For a test that does the work of many: hundreds of documents, pages, forms or lines. It takes a few seconds
 *  on an idle machine, and three times as long on a busy one. */
export const MUCH_WORK_MS = 60_000;
