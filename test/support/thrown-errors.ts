import { parseConfig } from '../../src/settings/config.ts';
import { ConfigError } from '../../src/settings/config-error.ts';
import { settingError } from '../../src/texts/en/errors/settings.ts';

/** What the settings are refused for; empty if they are taken. */
export function errorsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    parseConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(settingError);
    throw error;
  }
}
