import { ConfigError, parseConfig } from '../../src/settings/config.ts';

/** What the settings are refused for; empty where they are taken. */
export function faultsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    parseConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}
