/** Whether a JSON value is nested deeper than `limit` levels. Stops at the limit, so it is safe on any parsed text. */
export function exceedsDepth(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  return Object.values(value).some((member) => exceedsDepth(member, limit - 1));
}
