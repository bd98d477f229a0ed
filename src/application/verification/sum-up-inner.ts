import type { InnerReport, Step } from '../../openbadges/report.ts';
import { failed, notChecked, passed } from './run.ts';

/** The single step for all inner credentials. It fails where a badge is not verified for any reason, because
 *  a record is worth no more than its badges. It also fails where an endorsement is wrong. An endorsement
 *  that could not be checked makes the step `not-checked`. */
export function sumUpInner(inner: readonly InnerReport[]): Step {
  const [badges, endorsements] = [ofKind(inner, 'badge'), ofKind(inner, 'endorsement')];
  const badBadges = badges.filter(({ verified }) => !verified);
  if (badBadges.length > 0) return say(failed, 'inner-not-verified', badges, badBadges);
  const unverified = endorsements.filter(({ verified }) => !verified);
  const wrong = unverified.filter(({ steps }) => steps.some(({ result }) => result === 'failed'));
  if (wrong.length > 0) return say(failed, 'endorsement-invalid', endorsements, wrong);
  if (unverified.length > 0) return say(notChecked, 'endorsement-unchecked', endorsements, unverified);
  if (inner.length === 0) return passed('endorsements', 'no-endorsement', 'none is embedded');
  return passed('endorsements', 'ok', `${inner.length} verified`, {
    count: endorsements.length,
    badges: badges.length,
  });
}

/** The number of those that are not verified, with the place, name and fault of the first. */
function say(
  make: typeof failed,
  code: Step['code'],
  all: readonly InnerReport[],
  unverified: readonly InnerReport[],
): Step {
  const [first] = unverified;
  const position = first ? all.indexOf(first) + 1 : 0;
  const fault = first?.steps.find(({ result }) => result !== 'passed');
  const detail = `${unverified.length} of ${all.length} not verified; number ${position}, ${fault?.step}: ${fault?.detail}`;
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
