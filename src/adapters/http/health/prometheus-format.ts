import {
  declarationOf,
  type Labels,
  METRICS,
  type MetricName,
  type Sample,
} from '../../../application/observability/metrics.ts';

/** The media types of the two forms of the text. */
export const METRICS_TYPES = {
  open: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
  plain: 'text/plain; version=0.0.4; charset=utf-8',
} as const;

export type MetricsForm = keyof typeof METRICS_TYPES;

/** The form that the reader asks for: OpenMetrics where it is named, else the older one, which every tool reads. */
export function formOf(accept = ''): MetricsForm {
  return /\bapplication\/openmetrics-text\b/.test(accept) ? 'open' : 'plain';
}

/** The figures in the order of their declaration, each under its help, type and unit; those without a sample are left
 *  out. */
export function metricsText(samples: readonly Sample[], form: MetricsForm): string {
  const byName = Map.groupBy(samples, ({ name }) => name);
  const families = (Object.keys(METRICS) as MetricName[]).flatMap((name) => {
    const of = byName.get(name);
    return of === undefined ? [] : familyLines(name, of, form);
  });
  return `${[...families, ...(form === 'open' ? ['# EOF'] : [])].join('\n')}\n`;
}

function familyLines(name: MetricName, samples: readonly Sample[], form: MetricsForm): readonly string[] {
  const { kind, help, unit } = declarationOf(name);
  const counted = kind === 'counter' ? `${name}_total` : name;
  // The older form has no families: a counter is named as its sample.
  const family = form === 'open' ? name : counted;
  return [
    `# TYPE ${family} ${kind}`,
    ...(unit !== undefined && form === 'open' ? [`# UNIT ${family} ${unit}`] : []),
    `# HELP ${family} ${escaped(help)}`,
    ...samples.map(({ suffix = '', labels, value }) => `${counted}${suffix}${inBraces(labels)} ${value}`),
  ];
}

function inBraces(labels: Labels = {}): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
}
