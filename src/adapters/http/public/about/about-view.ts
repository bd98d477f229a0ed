import type { IssuerConfig, OperatorConfig } from '../../../../application/ports.ts';
import type { AboutFacts } from '../../../../texts/about.ts';

interface Options {
  readonly operator: OperatorConfig;
  readonly issuer: Pick<IssuerConfig, 'name' | 'email'>;
  /** The words that replace a missing setting. */
  readonly unset: (setting: string) => string;
}

/** The facts about the operator on these pages. The page names a missing setting. */
export function aboutFacts({ operator, issuer, unset }: Options): AboutFacts {
  return {
    operator: operator.name ?? unset('OPERATOR_NAME'),
    address: operator.address ?? unset('OPERATOR_ADDRESS'),
    publicationDirector: operator.publicationDirector ?? unset('PUBLICATION_DIRECTOR'),
    hosting: operator.hosting ?? unset('HOSTING'),
    dpo: operator.dpoEmail ?? unset('DPO_EMAIL'),
    help: operator.helpEmail ?? issuer.email,
    issuer: issuer.name,
  };
}
