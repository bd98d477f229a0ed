import { inCurrentForm } from '../../../openbadges/older/current-form.ts';
import { type OlderBadge, type OlderKind, statedKind } from '../../../openbadges/older/older-badge.ts';
import { olderDate } from '../../../openbadges/older/older-dates.ts';
import {
  givenDocuments,
  hasOlderEndorsements,
  type OlderDocuments,
  olderDepartures,
  olderFaults,
} from '../../../openbadges/older/older-form.ts';
import type { Step, VerificationReport } from '../../../openbadges/report.ts';
import { judgePeriod } from '../check-validity.ts';
import { guarded } from '../guarded.ts';
import { failed, notChecked, passed, type Run } from '../run.ts';
import { decideVerdict } from '../verdict.ts';
import { type Established, establishHosted } from './check-hosted.ts';
import { checkOlderStatus } from './check-older-status.ts';
import { establishSigned } from './check-signed.ts';
import { issuerStep } from './issuer-step.ts';

interface Given {
  readonly badge: OlderBadge;
  /** The step that found the badge. */
  readonly document: Step;
}

/** Verifies a badge of Open Badges 2.0 or 1.x by the rules of its own version (docs/adr/0027), in the steps
 *  of every report. The document that the issuer serves or signed is judged and shown. The file counts only
 *  where the issuer could not be asked. */
export async function verifyOlder({ badge, document }: Given, run: Run): Promise<VerificationReport> {
  const kind: OlderKind = badge.signed ? 'signed' : 'hosted';
  const guardedly = await guarded('proof', run, () => establish(badge, run));
  const established: Established = 'proof' in guardedly ? guardedly : { proof: guardedly };
  const { proof, gathered } = established;
  const documents = gathered ?? givenDocuments(badge);
  const isStanding = proof.result === 'passed';
  const skip = (name: 'validity' | 'endorsements') =>
    notChecked(name, 'skipped', 'nothing in the document is the word of its issuer');
  const steps = [
    document,
    gathered
      ? schemaStep(documents, kind)
      : notChecked('schema', 'skipped', 'not all of the badge could be read'),
    proof,
    issuerStep(established, run),
    isStanding ? validityStep(documents, run) : skip('validity'),
    await guarded('status', run, () => checkOlderStatus(badge, established, run)),
    isStanding ? endorsementStep(documents) : skip('endorsements'),
  ];
  return {
    ...decideVerdict(steps, { whereVerified: 'valid-older' }),
    steps,
    older: { version: badge.version, kind },
    credential: inCurrentForm(documents, gathered?.issuer.id),
  };
}

async function establish(badge: OlderBadge, run: Run): Promise<Established> {
  if (badge.signed) return establishSigned(badge, badge.signed, run);
  if (statedKind(badge) === 'signed') {
    return {
      proof: failed('proof', 'no-proof', 'an assertion that should be signed, without its signature'),
    };
  }
  return establishHosted(badge, run);
}

function schemaStep(documents: OlderDocuments, kind: OlderKind): Step {
  const faults = olderFaults(documents, kind);
  const departures = olderDepartures(documents);
  const [problem, ...others] = faults.length > 0 ? faults : departures;
  if (problem === undefined) return passed('schema', 'ok', `Open Badges ${documents.version}: well formed`);
  const { pointer, reason } = problem;
  const code = faults.length > 0 ? 'schema-mismatch' : 'departs';
  return failed('schema', code, `${pointer} ${reason}`, {
    pointer,
    reason,
    ...(code === 'departs' && { others: others.length }),
  });
}

function validityStep({ assertion, version }: OlderDocuments, run: Run): Step {
  const { expires } = assertion;
  const from = olderDate(assertion['issuedOn'], version);
  const until = olderDate(expires, version);
  if (expires !== undefined && until === undefined) {
    return failed('validity', 'bad-dates', 'the end is no date-time with a zone');
  }
  if (from === undefined) {
    return failed('validity', 'no-beginning', 'it does not say when it was issued');
  }
  return judgePeriod(from, until, run.now());
}

function endorsementStep(documents: OlderDocuments): Step {
  if (!hasOlderEndorsements(documents))
    return passed('endorsements', 'no-endorsement', 'no endorsement inside');
  return notChecked(
    'endorsements',
    'endorsement-unchecked',
    'endorsements of older badges are not verified here',
  );
}
