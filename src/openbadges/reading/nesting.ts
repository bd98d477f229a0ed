/** Whether a JSON value is nested deeper than `limit` levels. It looks no deeper than the limit, so that any
 *  parsed text is safe. */
export function exceedsDepth(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  for (const member of Array.isArray(value) ? value : Object.values(value)) {
    if (exceedsDepth(member, limit - 1)) return true;
  }
  return false;
}
