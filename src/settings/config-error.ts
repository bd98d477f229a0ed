import type { SettingError } from '../domain/settings/error.ts';
import { settingError } from '../texts/en/errors/settings.ts';

/** All faults of the settings at once, so that the operator can correct them in one go. The start stops. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly SettingError[];
  constructor(errors: readonly SettingError[]) {
    const lines = errors.map((error) => `- ${settingError(error)}`);
    super(`The settings have ${errors.length} fault(s):\n${lines.join('\n')}`);
    this.faults = errors;
  }
}
