import { z } from 'zod';

/** Who may read the figures of `/metrics`: anyone, holders of the token, or no one. */
export type MetricsAccess = 'public' | 'token' | 'off';

/** The settings' names and shapes, in the order of the README's table. */
export const metricsSettings = {
  METRICS: z.enum(['public', 'off']).optional(),
  METRICS_TOKEN: z.string().optional(),
};

interface MetricsSettings {
  readonly METRICS?: string | undefined;
  readonly METRICS_TOKEN?: string | undefined;
}

/** The figures reveal how many people a service knows, so in production they are public only where the
 *  settings say so. */
export function toMetrics({ METRICS, METRICS_TOKEN }: MetricsSettings, production: boolean): MetricsAccess {
  if (METRICS === 'public' || METRICS === 'off') return METRICS;
  if (METRICS_TOKEN) return 'token';
  return production ? 'off' : 'public';
}

/** Faults of the settings of the figures. The token is never repeated. */
export function metricsFaults({ METRICS, METRICS_TOKEN: token }: MetricsSettings): readonly string[] {
  if (token === undefined) return [];
  if (METRICS) return ['METRICS_TOKEN: it opens /metrics to who holds it; remove METRICS, or this setting'];
  if (/^[\w.~+/=-]{16,200}$/.test(token)) return [];
  return ['METRICS_TOKEN: must be 16 to 200 letters, digits, or signs among . _ ~ + / = -'];
}
