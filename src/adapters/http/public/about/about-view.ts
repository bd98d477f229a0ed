import type { IssuerConfig, OperatorConfig } from '../../../../application/ports.ts';
import type { AboutFacts } from '../../../../texts/about.ts';

interface Options {
  readonly operator: OperatorConfig;
  readonly issuer: Pick<IssuerConfig, 'name' | 'email'>;
  /** The words in place of a setting that is absent. */
  readonly unset: (setting: string) => string;
}

/** What the pages say of the operator. A setting that is absent is named on the page. */
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
