/** Where a span stands in a trace. */
export interface TracePlace {
  readonly traceId: string;
  readonly spanId: string;
}

const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/;
const SAMPLED = 1;

/** The place that a `traceparent` names, and whether its sender keeps the trace. Undefined if it is not in the
 *  form of https://www.w3.org/TR/trace-context/#traceparent-header. */
export function parseTraceparent(
  text: string,
): { readonly place: TracePlace; readonly isSampled: boolean } | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(text) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { place: { traceId, spanId }, isSampled: (Number.parseInt(flags, 16) & SAMPLED) !== 0 };
}
