import type { RequiredBecause, SettingError } from '../domain/settings/error.ts';
import { operatorErrors } from './operator.ts';

type Given = Readonly<Record<string, string | undefined>>;

const PASSPHRASE_MINIMUM_CHARACTERS = 16;
const REQUIRED_IN_BADGES = ['ISSUER_NAME', 'ISSUER_URL', 'ISSUER_EMAIL'];

export function productionErrors(given: Given, bindsDatabase: boolean): readonly SettingError[] {
  const required = (name: string, why: RequiredBecause): SettingError => ({ name, code: 'required', why });
  const isWeak = (given['KEYS_PASSPHRASE'] ?? '').length < PASSPHRASE_MINIMUM_CHARACTERS;
  return [
    ...(given['DATABASE_URL'] || bindsDatabase ? [] : [required('DATABASE_URL', 'database')]),
    ...(isWeak ? [required('KEYS_PASSPHRASE', 'passphrase')] : []),
    ...REQUIRED_IN_BADGES.filter((name) => !given[name]).map((name) => required(name, 'badges')),
    ...operatorErrors(given),
  ];
}
