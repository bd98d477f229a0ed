import { hasType, isJsonObject, type JsonObject, listOf, textOf } from '../../openbadges/json-value.ts';
import type { Step, VerificationReport } from '../../openbadges/report.ts';
import { type Presented, toPresented } from './presented.ts';
import { failed, passed, type Run } from './run.ts';

const MAXIMUM_ENDORSEMENTS = 16;
/** An endorsement may itself be endorsed, once. */
const MAXIMUM_DEPTH = 2;

type Verify = (presented: Presented, run: Run) => Promise<VerificationReport>;

interface Embedded {
  readonly value: unknown;
  /** Id of what it stands in, which it must be about. */
  readonly about: string | undefined;
}

/** Every embedded endorsement by its own steps (Open Badges 3.0, "Verify", step 6). One that fails fails this step, and
 *  leaves the badge's other steps as they are. */
export async function checkEndorsements({ credential }: Presented, run: Run, verify: Verify): Promise<Step> {
  const embedded = findEndorsements(credential);
  if (embedded.length === 0) return passed('endorsements', 'no-endorsement', 'none is embedded');
  if (embedded.length > MAXIMUM_ENDORSEMENTS)
    return invalid(0, `${embedded.length} endorsements; too many to check`);
  if (run.depth >= MAXIMUM_DEPTH)
    return invalid(0, 'endorsements of endorsements of endorsements are not read');
  const inner = { ...run, depth: run.depth + 1 };
  for (const [at, endorsement] of embedded.entries()) {
    const fault = await findFault(endorsement, inner, verify);
    if (fault !== undefined) return invalid(at + 1, fault);
  }
  return passed('endorsements', 'ok', `${embedded.length} verified`, { count: embedded.length });
}

async function findFault({ value, about }: Embedded, run: Run, verify: Verify): Promise<string | undefined> {
  const presented = toPresented(value);
  if (!presented || !hasType(presented.credential, 'EndorsementCredential'))
    return 'is no EndorsementCredential';
  const subject = textOf(presented.credential['credentialSubject'], 'id');
  if (subject === undefined || subject !== about) return `is about ${subject}, not about ${about}`;
  const report = await verify(presented, run);
  const fault = report.steps.find((step) => step.result !== 'passed');
  return report.verified ? undefined : `${fault?.step}: ${fault?.detail}`;
}

/** Endorsements of the credential, of its issuer, and of its achievement and the achievement's creator. */
function findEndorsements(credential: JsonObject): readonly Embedded[] {
  const subject = credential['credentialSubject'];
  const achievement = isJsonObject(subject) ? subject['achievement'] : undefined;
  const creator = isJsonObject(achievement) ? achievement['creator'] : undefined;
  return [credential, credential['issuer'], achievement, creator].filter(isJsonObject).flatMap((endorsed) => {
    const values = [...listOf(endorsed['endorsement']), ...listOf(endorsed['endorsementJwt'])];
    return values.map((value) => ({ value, about: textOf(endorsed, 'id') }));
  });
}

function invalid(position: number, detail: string): Step {
  return failed('endorsements', 'endorsement-invalid', position ? `number ${position} ${detail}` : detail, {
    position,
  });
}
