import { publicFactsOf } from '../credential/public-facts.ts';
import { credentialKind } from '../credential/types.ts';
import { type EmbeddedEndorsement, findEndorsements, findInnerCredentials } from '../parsing/embedded.ts';
import { type JsonObject, textOf } from '../parsing/json-value.ts';
import { issuerIdOf } from '../reading/credential-shape.ts';
import { documentStep, type Presented, type Reading, readPresented } from '../reading/presented.ts';
import { VERIFICATION_LIMITS } from './limits.ts';
import { type InnerReport, STEP_NAMES, type Step, type VerificationReport } from './report.ts';
import { failed, notChecked, passed, type Run } from './run.ts';
import { decideVerdict } from './verdict.ts';

/** A record contains badges, a badge contains endorsements, and an endorsement may itself be endorsed
 *  once. */
const MAXIMUM_DEPTH = 3;

/** Verifies one credential with all its own steps, as part of the verification of the outer one. */
export type VerifyInner = (presented: Presented, run: Run, document: Step) => Promise<VerificationReport>;

export interface InnerCheck {
  readonly step: Step;
  readonly inner: readonly InnerReport[];
}

/** Verifies and reports every credential inside a signed one: the badges of a record (CLR 2.0), and the
 *  endorsements (Open Badges 3.0, "Verify", step 6). Their results do not change the other steps of the outer
 *  credential. */
export async function checkInnerCredentials(
  { credential }: Presented,
  run: Run,
  verify: VerifyInner,
): Promise<InnerCheck> {
  const badges = findInnerCredentials(credential);
  const endorsements = findEndorsements(credential);
  const rejection = refuse(badges.length, endorsements.length, run);
  if (rejection) return { step: rejection, inner: [] };
  const inside = { ...run, depth: run.depth + 1 };
  const holder = { id: subjectIdOf(credential), by: issuerIdOf(credential) };
  const turn = makeTurns();
  const judge = async (kind: InnerReport['kind'], value: unknown, isAbout?: ReadonlySet<string>) => {
    await turn();
    return judgeOne({ kind, reading: readPresented(value), about: isAbout, holder }, inside, verify);
  };
  const inner = await Promise.all([
    ...badges.map((value) => judge('badge', value)),
    ...endorsements.map(({ value, about }: EmbeddedEndorsement) => judge('endorsement', value, about)),
  ]);
  return { step: sumUpInner(inner), inner };
}

/** Lets requests, signals and timers run that wait. Browsers have no `setImmediate`, and their timers take at
 *  least a millisecond. */
function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => (globalThis.setImmediate ?? setTimeout)(resolve));
}

/** Each caller begins in a turn of the loop of its own, so that sixty badges never hold it together. */
function makeTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => yieldToEventLoop());
    return last;
  };
}

/** Refuses all of them before the first is checked, if there are too many: each costs a signature, a status
 *  list and a controller. */
function refuse(badges: number, endorsements: number, run: Run): Step | undefined {
  if (badges > 0 && run.depth > 0) {
    return failed('endorsements', 'too-deeply-embedded', 'a record inside another credential is not read');
  }
  if (endorsements > 0 && run.depth >= MAXIMUM_DEPTH) {
    return failed('endorsements', 'too-deeply-embedded', 'endorsements are nested too deep');
  }
  if (!run.admit('badges', badges)) return tooMany('too-many-badges', VERIFICATION_LIMITS.badges);
  return run.admit('endorsements', endorsements)
    ? undefined
    : tooMany('too-many-endorsements', VERIFICATION_LIMITS.endorsements);
}

function tooMany(code: Step['code'], limit: number): Step {
  return failed('endorsements', code, `at most ${limit} are verified`, { limit });
}

interface Inner {
  readonly kind: InnerReport['kind'];
  readonly reading: Reading;
  readonly about: ReadonlySet<string> | undefined;
  /** The ids of the outer credential's subject and of its issuer. */
  readonly holder: { readonly id: string | undefined; readonly by: string | undefined };
}

async function judgeOne(one: Inner, run: Run, verify: VerifyInner): Promise<InnerReport> {
  const { kind, reading } = one;
  const presented = reading.kind === 'presented' ? reading.presented : undefined;
  const document = checkDocument(one);
  const names = presented ? namesOf(presented, one) : {};
  if (document.result !== 'passed' || !presented) {
    const others = STEP_NAMES.slice(1).map((name) => notChecked(name, 'skipped', 'it is not read'));
    const steps = [document, ...others];
    return { kind, ...names, ...decideVerdict(steps), steps };
  }
  const { verified, verdict, steps } = await verify(presented, run, document);
  const trust = await run.judgeTrust?.({ steps, credential: presented.credential }, run);
  return { kind, ...names, verified, verdict, ...(trust && { trust }), steps };
}

/** Checks whether the inner credential belongs there. A record may contain any credential; an endorsement
 *  must be about the right object. */
function checkDocument({ kind, reading, about }: Inner): Step {
  if (reading.kind === 'no-credential') {
    return failed('document', 'not-a-credential', 'no verifiable credential');
  }
  if (reading.kind === 'refused') {
    const { code, reason, params } = reading.fault;
    return failed('document', code, reason, params);
  }
  const { presented } = reading;
  if (kind === 'badge') return documentStep(presented);
  if (credentialKind(presented.credential) !== 'endorsement') {
    return failed('document', 'not-an-endorsement', 'is no EndorsementCredential');
  }
  const subject = textOf(presented.credential['credentialSubject'], 'id');
  if (subject !== undefined && about?.has(subject)) return documentStep(presented);
  return failed(
    'document',
    'endorsement-of-another',
    `is about ${subject}, which the credential does not name`,
  );
}

type Names = Pick<InnerReport, 'id' | 'name' | 'issuer' | 'isOfAnother'>;

function namesOf({ credential }: Presented, { kind, holder }: Inner): Names {
  const { id, name, achievement, issuer } = publicFactsOf(credential);
  const shown = achievement.name ?? name;
  const by = [...new Set([issuer.name, issuer.id])].filter((one) => one !== undefined).join(', ');
  const subject = subjectIdOf(credential);
  // A badge without a subject id may belong to anyone. The issuer of a badge knows its holder: its own record
  // may contain badges that do not reveal their holder, each with a subject of its own.
  const isVouchedFor = holder.by !== undefined && issuerIdOf(credential) === holder.by;
  const isOfAnother = kind === 'badge' && !isVouchedFor && (subject === undefined || subject !== holder.id);
  return {
    ...(id !== undefined && { id }),
    ...(shown !== undefined && { name: shown }),
    ...(by !== '' && { issuer: by }),
    ...(isOfAnother && { isOfAnother }),
  };
}

function subjectIdOf(credential: JsonObject): string | undefined {
  return textOf(credential['credentialSubject'], 'id');
}

/** The single step for all inner credentials. It fails where a badge is not verified for any reason, because
 *  a record is worth no more than its badges. It also fails where an endorsement is wrong. An endorsement
 *  that could not be checked makes the step `not-checked`. */
function sumUpInner(inner: readonly InnerReport[]): Step {
  const [badges, endorsements] = [ofKind(inner, 'badge'), ofKind(inner, 'endorsement')];
  const badBadges = badges.filter(({ verified }) => !verified);
  if (badBadges.length > 0) return summariseUnverified(failed, 'inner-not-verified', badges, badBadges);
  const unverified = endorsements.filter(({ verified }) => !verified);
  const wrong = unverified.filter(({ steps }) => steps.some(({ result }) => result === 'failed'));
  if (wrong.length > 0) return summariseUnverified(failed, 'endorsement-invalid', endorsements, wrong);
  if (unverified.length > 0)
    return summariseUnverified(notChecked, 'endorsement-unchecked', endorsements, unverified);
  if (inner.length === 0) return passed('endorsements', 'no-endorsement', 'none is embedded');
  return passed('endorsements', 'ok', `${inner.length} verified`, {
    count: endorsements.length,
    badges: badges.length,
  });
}

/** The number of those that are not verified, with the place, name and fault of the first. */
function summariseUnverified(
  make: typeof failed,
  code: Step['code'],
  all: readonly InnerReport[],
  unverified: readonly InnerReport[],
): Step {
  const [first] = unverified;
  const position = first ? all.indexOf(first) + 1 : 0;
  const error = first?.steps.find(({ result }) => result !== 'passed');
  const detail = `${unverified.length} of ${all.length} not verified; number ${position}, ${error?.step}: ${error?.detail}`;
  const params = { count: all.length, unverified: unverified.length, position };
  return make(
    'endorsements',
    code,
    detail,
    first?.name === undefined ? params : { ...params, name: first.name },
  );
}

function ofKind(inner: readonly InnerReport[], kind: InnerReport['kind']): readonly InnerReport[] {
  return inner.filter((one) => one.kind === kind);
}
