import fc from 'fast-check';
import type { AnyoneKind } from '../../../src/domain/criteria/rule-kind.ts';
import type { Facts } from '../../../src/domain/facts/types.ts';
import type { PlainLeaves } from './rule-scope.ts';

/** The leaf of any recipient (docs/rules.md, By decision). */
export const anyoneLeaves: PlainLeaves<AnyoneKind, Facts> = {
  decision: {
    rules: fc.constant({ decision: true as const }),
    judge: (_, { facts }) => ({ actual: facts.decided === true ? 1 : 0, required: 1, used: {} }),
  },
};
