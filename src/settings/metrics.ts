import type { SettingError } from '../domain/settings/error.ts';
import { oneOf, secretText } from './shapes.ts';

/** Who may read the figures of `/metrics`: anyone, holders of the token, or no one. */
export type MetricsAccess = 'public' | 'token' | 'off';

/** The settings' names and shapes, in the order of docs/configuration.md. */
export const metricsSettings = {
  METRICS: oneOf(['public', 'off']),
  METRICS_TOKEN: secretText(),
};

interface MetricsSettings {
  readonly METRICS?: string | undefined;
  readonly METRICS_TOKEN?: string | undefined;
}

/** The figures reveal how many people a service knows, so in production they are public only if the
 *  settings say so. */
export function toMetrics({ METRICS, METRICS_TOKEN }: MetricsSettings, production: boolean): MetricsAccess {
  if (METRICS === 'public' || METRICS === 'off') return METRICS;
  if (METRICS_TOKEN) return 'token';
  return production ? 'off' : 'public';
}

/** Faults of the settings of the figures. The token is never repeated. */
export function metricsErrors({ METRICS, METRICS_TOKEN: token }: MetricsSettings): readonly SettingError[] {
  if (token === undefined) return [];
  if (METRICS) return [{ name: 'METRICS_TOKEN', code: 'metrics-closed-and-opened' }];
  if (/^[\w.~+/=-]{16,200}$/.test(token)) return [];
  return [{ name: 'METRICS_TOKEN', code: 'wrong-form', form: { kind: 'token' } }];
}
