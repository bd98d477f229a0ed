import type * as whole from './trust.ts';

// Stands in a browser for trust.ts: no list of issuers is asked there, and no address is compared, so that a
// report has neither (docs/adr/0030).

export const trustTexts: typeof whole.trustTexts = {
  recipient: { confirmed: '', 'other-address': '', 'no-address': '', 'not-checked': '' },
  doNotRely: '',
  goodBadge: '',
  named: { published: '', nothing: '', see: '' },
  trust: () => '',
};
