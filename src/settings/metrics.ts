import { z } from 'zod';

/** Who may read the figures of `/metrics`: anyone, who holds their token, or nobody. */
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

/** Figures say how many people a service knows: in production they are for everyone only where that is set. */
export function toMetrics({ METRICS, METRICS_TOKEN }: MetricsSettings, production: boolean): MetricsAccess {
  if (METRICS === 'public' || METRICS === 'off') return METRICS;
  if (METRICS_TOKEN) return 'token';
  return production ? 'off' : 'public';
}

/** What is wrong with the settings of the figures. The token is never repeated. */
export function metricsFaults({ METRICS, METRICS_TOKEN: token }: MetricsSettings): readonly string[] {
  if (token === undefined) return [];
  if (METRICS) return ['METRICS_TOKEN: it opens /metrics to who holds it; remove METRICS, or this setting'];
  if (/^[\w.~+/=-]{16,200}$/.test(token)) return [];
  return ['METRICS_TOKEN: must be 16 to 200 letters, digits, or signs among . _ ~ + / = -'];
}
