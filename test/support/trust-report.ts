import type { VerificationReport } from '../../src/open-badges/verification/report.ts';
import type { AttackedFixture } from './attacked.ts';

/** What the report believes of the forged credential; undefined if it believes nothing. */
export function beliefOf(report: VerificationReport, { place, victim }: AttackedFixture): string | undefined {
  const step = (name: string) => report.steps.find((one) => one.step === name);
  if (place === 'list') return step('status')?.result === 'passed' ? 'the forged list' : undefined;
  if (place === 'refreshed') return step('document')?.code === 'refreshed' ? 'the forged version' : undefined;
  if (place === 'record' || place === 'endorsement') {
    const believed = report.inner?.find(
      ({ verified, trust: known, steps }) =>
        verified || known?.trust === 'ours' || known?.trust === 'listed' || namesVictim(steps, victim),
    );
    return believed && JSON.stringify(believed);
  }
  const known = report.issuer?.trust === 'ours' || report.issuer?.trust === 'listed';
  // An attacker may issue badges under an address of the attacker.
  const isOwn = String(step('issuer')?.params?.['issuer']).startsWith('https://evil.example/');
  if (isOwn && !known) return undefined;
  return report.verified || known || namesVictim(report.steps, victim) ? JSON.stringify(report) : undefined;
}

function namesVictim(steps: VerificationReport['steps'], victim: string): boolean {
  return steps.some(
    ({ step, result, params, code }) =>
      step === 'issuer' && result === 'passed' && (params?.['issuer'] === victim || code === 'issuer-ours'),
  );
}
