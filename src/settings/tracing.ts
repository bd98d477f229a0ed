import type { SettingError } from '../domain/settings/error.ts';
import { secretText, serviceAddress, someText } from './shapes.ts';

/** Where traces go. The names are those of every program with OpenTelemetry:
 *  https://opentelemetry.io/docs/specs/otel/protocol/exporter/. */
export interface TracingConfig {
  /** The address that takes spans. */
  readonly url: string;
  readonly service: string;
}

export const tracingSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: serviceAddress(),
  OTEL_EXPORTER_OTLP_HEADERS: secretText({ kind: 'headers' }),
  OTEL_SERVICE_NAME: someText(),
};

interface TracingSettings {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_HEADERS?: string | undefined;
  readonly OTEL_SERVICE_NAME?: string | undefined;
}

/** Undefined if no collector is named. */
export function toTracing(values: TracingSettings): TracingConfig | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: service = 'jalon' } = values;
  return endpoint === undefined ? undefined : { url: `${endpoint.replace(/\/$/, '')}/v1/traces`, service };
}

const HEADER = /^([\w-]+)=([\x21-\x7e]*)$/;

/** The headers for the collector, `name=value` between commas, values as in an address. */
export function toTracingHeaders({
  OTEL_EXPORTER_OTLP_HEADERS: text,
}: TracingSettings): Readonly<Record<string, string>> | undefined {
  if (text === undefined) return undefined;
  const headers: Record<string, string> = {};
  for (const one of text.split(',')) {
    const [, name, value = ''] = HEADER.exec(one.trim()) ?? [];
    const stated = decode(value);
    if (name === undefined || stated === undefined) return undefined;
    headers[name] = stated;
  }
  return headers;
}

function decode(value: string): string | undefined {
  try {
    const stated = decodeURIComponent(value);
    return /^[\x20-\x7e]*$/.test(stated) ? stated : undefined;
  } catch {
    return undefined;
  }
}

/** Faults of the settings of traces. The headers are never repeated. */
export function tracingErrors(given: TracingSettings): readonly SettingError[] {
  const name = 'OTEL_EXPORTER_OTLP_HEADERS';
  if (given[name] === undefined || toTracingHeaders(given) !== undefined) return [];
  return [{ name, code: 'wrong-form', form: { kind: 'headers' } }];
}
