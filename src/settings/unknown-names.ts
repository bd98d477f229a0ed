import type { SettingError } from '../domain/settings/error.ts';
import { areAlike, lettersApart } from '../domain/text/edit-distance.ts';

/** Names that the command line reads, and that are no settings of the service. */
const OF_COMMANDS: readonly string[] = ['JALON_AS', 'JALON_TOKEN', 'JALON_MOVE_TO', 'BACKUP_RECIPIENT'];

/** Nothing else on a machine of ours begins so. */
const PREFIXES = [
  'OIDC_',
  'SIGN_IN_',
  'SMTP_',
  'KEYS_',
  'LIMIT_',
  'ISSUER_',
  'OPERATOR_',
  'METRICS_',
  'TRUSTED_',
  'S3_',
];

/** The tools of development have names of their own that begin so. */
const PREFIX_IN_PRODUCTION = 'JALON_';

const MOST_MEANT = 3;

interface Known {
  readonly names: readonly string[];
  readonly secrets: readonly string[];
  readonly production: boolean;
}

/** A fault for each name that is no setting and looks like one: a mistyped name would else be a setting that is
 *  absent, without a word. */
export function unknownNames(
  given: Readonly<Record<string, string | undefined>>,
  { names, secrets, production }: Known,
): readonly SettingError[] {
  const known = [...names, ...secrets.map((name) => `${name}_FILE`), ...OF_COMMANDS];
  const taken = new Set(known);
  const prefixes = production ? [...PREFIXES, PREFIX_IN_PRODUCTION] : PREFIXES;
  return Object.entries(given).flatMap(([name, value = '']) => {
    const spelt = name.toUpperCase();
    if (taken.has(name) || !/^[A-Z0-9_]+$/.test(spelt) || isOfPlatform(spelt, value)) return [];
    const alike = known.filter((one) => areAlike(spelt, one));
    const prefix = prefixes.find((one) => spelt.startsWith(one));
    const meant =
      alike.length > 0 ? alike : prefix === undefined ? [] : known.filter((one) => one.startsWith(prefix));
    return meant.length === 0 ? [] : [{ name, code: 'unknown-name', meant: nearest(spelt, meant) }];
  });
}

/** What container platforms set by themselves for a neighbour of this name: `JALON_SERVICE_HOST`,
 *  `JALON_PORT=tcp://…`, `JALON_PORT_3000_TCP_ADDR`. */
function isOfPlatform(name: string, value: string): boolean {
  const isService = name.endsWith('_SERVICE_HOST') || name.includes('_SERVICE_PORT');
  const isLink = name.includes('_PORT_') && (name.includes('_TCP') || name.includes('_UDP'));
  return isService || isLink || (name.endsWith('_PORT') && value.includes('://'));
}

/** The names that share the most words with this one, the nearest by letters first. */
function nearest(name: string, meant: readonly string[]): readonly string[] {
  const texts = new Set(name.split('_'));
  const shared = (one: string) => one.split('_').filter((word) => texts.has(word)).length;
  const most = Math.max(...meant.map(shared));
  return meant
    .filter((one) => shared(one) === most)
    .sort((one, other) => lettersApart(name, one) - lettersApart(name, other))
    .slice(0, MOST_MEANT);
}
