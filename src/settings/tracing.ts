import type { SettingFault } from '../domain/setting-fault.ts';
import { secretText, someText, webAddress } from './setting-shapes.ts';

/** Where traces go. The names are those of every program with OpenTelemetry:
 *  https://opentelemetry.io/docs/specs/otel/protocol/exporter/. */
export interface TracingConfig {
  /** The address that takes spans. */
  readonly url: string;
  readonly service: string;
}

export const tracingSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress(),
  OTEL_EXPORTER_OTLP_HEADERS: secretText({ kind: 'headers' }),
  OTEL_SERVICE_NAME: someText(),
};

interface TracingSettings {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_HEADERS?: string | undefined;
  readonly OTEL_SERVICE_NAME?: string | undefined;
}

/** Undefined where no collector is named. */
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
    const said = decode(value);
    if (name === undefined || said === undefined) return undefined;
    headers[name] = said;
  }
  return headers;
}

function decode(value: string): string | undefined {
  try {
    const said = decodeURIComponent(value);
    return /^[\x20-\x7e]*$/.test(said) ? said : undefined;
  } catch {
    return undefined;
  }
}

/** Faults of the settings of traces. An address with an account would stand in the log; the headers are for that. */
export function tracingFaults(given: TracingSettings): readonly SettingFault[] {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = given;
  const { username, password, search, hash } = new URL(
    endpoint && URL.canParse(endpoint) ? endpoint : 'http://x',
  );
  const faults: readonly (SettingFault | undefined)[] = [
    username || password || search || hash
      ? { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', code: 'wrong-form', form: { kind: 'web-address' } }
      : undefined,
    headers !== undefined && toTracingHeaders(given) === undefined
      ? { name: 'OTEL_EXPORTER_OTLP_HEADERS', code: 'wrong-form', form: { kind: 'headers' } }
      : undefined,
  ];
  return faults.filter((fault) => fault !== undefined);
}
