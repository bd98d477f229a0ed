import type { SettingFault } from '../domain/settings/error.ts';
import { settingFault } from '../texts/en/errors/settings.ts';

/** All faults of the settings at once, so that the operator can correct them in one go. The start stops. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly SettingFault[];
  constructor(faults: readonly SettingFault[]) {
    const lines = faults.map((fault) => `- ${settingFault(fault)}`);
    super(`The settings have ${faults.length} fault(s):\n${lines.join('\n')}`);
    this.faults = faults;
  }
}
