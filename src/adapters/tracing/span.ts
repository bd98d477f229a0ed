/** A part of a trace, timed. Times are milliseconds since 1970. */
export interface Span {
  /** 32 digits of base 16. */
  readonly traceId: string;
  /** 16 digits of base 16. */
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly kind: 'server' | 'internal';
  readonly startedAt: number;
  readonly endedAt: number;
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
}

/** The spans of a resource as OTLP in JSON: ids in base 16, times as texts of nanoseconds, enumerations as numbers.
 *  https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
export function toOtlp(
  spans: readonly Span[],
  resource: { readonly service: string; readonly version: string },
): Readonly<Record<string, unknown>> {
  const { service, version } = resource;
  return {
    resourceSpans: [
      {
        resource: { attributes: toAttributes({ 'service.name': service, 'service.version': version }) },
        scopeSpans: [{ scope: { name: 'jalon', version }, spans: spans.map(toOtlpSpan) }],
      },
    ],
  };
}

const KINDS = { internal: 1, server: 2 } as const;
const STATUS_ERROR = 2;

function toOtlpSpan({ traceId, spanId, parentSpanId, name, kind, failed, ...span }: Span) {
  return {
    traceId,
    spanId,
    ...(parentSpanId !== undefined && { parentSpanId }),
    name,
    kind: KINDS[kind],
    startTimeUnixNano: toNanoseconds(span.startedAt),
    endTimeUnixNano: toNanoseconds(span.endedAt),
    attributes: toAttributes(span.attributes),
    status: failed ? { code: STATUS_ERROR } : {},
  };
}

function toAttributes(attributes: Span['attributes']) {
  return Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [{ key, value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value } }];
  });
}

function toNanoseconds(milliseconds: number): string {
  return `${Math.round(milliseconds * 1000)}000`;
}
