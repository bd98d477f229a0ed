import type { IssuerConfig, KeyDirectory } from '../../../../application/ports.ts';
import { didOf } from '../../../../openbadges/addresses.ts';
import type { Locale } from '../../env.ts';
import type { IssuerView } from '../../shell/view-models.ts';
import { WORDS } from '../../shell/words.ts';

interface Context {
  readonly issuer: IssuerConfig;
  readonly keys: KeyDirectory;
  readonly origin: string;
  readonly locale: Locale;
}

/** The issuer and its keys. */
export function issuerView({ issuer, keys, origin, locale }: Context): IssuerView {
  const { labels } = WORDS[locale];
  return {
    name: issuer.name,
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
    ],
  };
}
