import type { Verdict } from '#open-badges/verification';
import type { EasyFacts, EasyVerdict } from '../../../../texts/fr/public/easy.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { VerdictMark } from '../verify/verdict.tsx';

/** What each verdict is in plain words. Whatever is neither plainly good nor plainly bad is not known. */
const KINDS: Readonly<Record<Verdict, EasyVerdict>> = {
  valid: 'good',
  'valid-older': 'good',
  expired: 'ended',
  'not-yet-valid': 'notYet',
  suspended: 'paused',
  revoked: 'withdrawn',
  'signature-not-valid': 'forged',
  partial: 'unknown',
  departs: 'unknown',
  'not-confirmed': 'unknown',
  'status-unreachable': 'unknown',
  'inner-not-valid': 'unknown',
  'endorsement-not-valid': 'unknown',
  'not-verifiable': 'unknown',
};

interface EasyVerdictProps {
  readonly verdict: Verdict;
  /** Whether the document has no signature. */
  readonly isUnsigned?: boolean;
  /** Whether the issuer is known here. No one is told to trust a stranger. */
  readonly isKnown: boolean;
  readonly facts?: EasyFacts;
}

/** A verdict in plain words, with its mark: one idea a line. */
export function EasyVerdictLines({ verdict, isUnsigned = false, isKnown, facts = {} }: EasyVerdictProps) {
  const { verdicts } = usePageContext().t.easy;
  const kind = isUnsigned ? 'forged' : KINDS[verdict];
  const say = verdicts[kind === 'good' && !isKnown ? 'goodOfStranger' : kind];
  return (
    <div class="easy-verdict">
      <VerdictMark verdict={verdict} isUnsigned={isUnsigned} class="easy-mark" />
      <EasyLines lines={say(facts)} />
    </div>
  );
}

/** Sentences, each on a line of its own. */
export function EasyLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div class="easy-lines">
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </div>
  );
}
