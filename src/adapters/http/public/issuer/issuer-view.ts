import type { IssuedCount } from '../../../../application/credentials/read-public-credential.ts';
import type { IssuerConfig, KeyDirectory, OperatorConfig } from '../../../../application/ports.ts';
import { didOf } from '../../../../openbadges/addresses.ts';
import type { Locale } from '../../env.ts';
import type { IssuerView } from '../../shell/view-models.ts';
import { WORDS } from '../../shell/words.ts';

interface Context {
  readonly issuer: IssuerConfig;
  readonly operator: OperatorConfig;
  readonly issued: IssuedCount;
  readonly keys: KeyDirectory;
  readonly origin: string;
  readonly locale: Locale;
}

/** The issuer in the operator's words, the count of badges, and the keys. */
export function issuerView({ issuer, operator, issued, keys, origin, locale }: Context): IssuerView {
  const { labels, pages } = WORDS[locale];
  return {
    name: issuer.name,
    about: operator.aboutIssuer?.[locale] ?? pages.credential.about.issuer,
    mission: operator.aboutMission?.[locale] ?? pages.credential.about.person,
    issued,
    code: issuer.code,
    url: issuer.url,
    email: issuer.email,
    did: didOf(origin),
    keys: keys.list().map(({ kid, algorithm, state, createdAt, retiredAt, compromised }) => ({
      kid,
      href: `/keys/${kid}`,
      algorithm,
      state,
      createdAt,
      ...(retiredAt && { retiredAt }),
      ...(compromised && { compromised }),
    })),
    documents: [
      { label: labels.did, href: '/.well-known/did.json' },
      { label: labels.jwks, href: '/.well-known/jwks.json' },
      { label: labels.badgeLog, href: '/log' },
    ],
  };
}
