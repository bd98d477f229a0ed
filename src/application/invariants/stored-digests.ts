import { canonicalJson } from '#open-badges/values';
import { measureCoverage } from '../../domain/coverage/measure.ts';
import { evaluate } from '../../domain/criteria/evaluate.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import { DomainError, isSigningAway } from '../../domain/errors.ts';
import type { Finding } from '../../domain/integrity/invariant.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import { firstDayOf, lastDayOf, schoolYearOf } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { checkAuditChain } from '../audit/verify-chain.ts';
import { digestOf } from '../digest.ts';
import type { Catalogue } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import type { DerivedTable, FrozenRow } from '../store/invariant-reader.ts';
import { parseObject } from '../verification/own-signatures.ts';
import { type CheckInvariantPage, judgeRows, overTables, toCheckedPage } from './check-page.ts';

/** The facts on which an award rests have the digest that was kept with it, and its findings are what its version of
 *  the criteria finds in these facts. The findings are judged again rather than digested, so that awards of earlier
 *  versions are checked too. */
export const checkAwardFacts: CheckInvariantPage = async (ports, part) =>
  judgeRows({
    rows: await ports.store.readFrozenRows('award', part),
    table: 'award',
    limit: part.limit,
    judge: async ({ facts: text, digest, ...award }) => {
      const stored = parseObject(text);
      const facts = stored?.['facts'];
      if (!stored || facts === undefined || (await digestOf(facts)) !== digest) return {};
      return isJudgedSo(ports.catalogue, award, stored as unknown as Evaluation)
        ? undefined
        : FINDINGS_CHANGED;
    },
  });

const FINDINGS_CHANGED = { member: 'findings' };

/** True for a version that is unknown: another invariant reports it. */
function isJudgedSo(
  catalogue: Catalogue,
  award: Omit<FrozenRow, 'facts' | 'digest'>,
  stored: Evaluation,
): boolean {
  const criteria = catalogue.criteriaVersion(award.version ?? 0);
  const definition = criteria?.achievements.find(({ code }) => code === award.achievement);
  if (!criteria || !definition) return true;
  if (definition.recipient !== stored.facts.kind) return false;
  return canonicalJson(evaluate({ definition, criteria, facts: stored.facts })) === canonicalJson(stored);
}

/** The facts that a paper prints have their digest. Papers of earlier versions have none. */
export const checkPaperFacts: CheckInvariantPage = async ({ store }, part) =>
  judgeRows({
    rows: await store.readFrozenRows('paper', part),
    table: 'paper',
    limit: part.limit,
    judge: async ({ facts, digest }) =>
      digest === '' || (await digestOf(parseObject(facts) ?? facts)) === digest ? undefined : {},
  });

/** Each badge that was awarded is in its version of the criteria. */
export const checkVersions: CheckInvariantPage = async ({ store, catalogue }) => {
  const awarded = await store.readAwardedVersions();
  const unknown = awarded.filter(
    ({ achievement, version }) =>
      !catalogue.criteriaVersion(version)?.achievements.some(({ code }) => code === achievement),
  );
  const found = unknown.map(({ achievement, version }) => ({ subject: `${achievement} v${version}` }));
  return toCheckedPage(awarded.length, found);
};

/** The keys in place are those of the database: none is missing, unknown, or another under the same name, and they
 *  open, so that something can be signed. */
export const checkStoredKeys: CheckInvariantPage = async ({ store, keys, checkKeys }) => {
  const saved = new Map((await store.readPublicKeys()).map((key) => [key.kid, key]));
  const missing = keys.missing().map(({ kid }) => toFinding(kid, 'missing'));
  const others = keys.list().flatMap((key) => {
    const known = saved.get(key.kid);
    if (!known) return saved.size > 0 ? [toFinding(key.kid, 'unknown')] : [];
    const isSame =
      key.publicKeyMultibase === known.publicKeyMultibase &&
      canonicalJson(key.publicKeyJwk ?? {}) === canonicalJson(known.publicKeyJwk ?? {});
    return isSame ? [] : [toFinding(key.kid, 'other-half')];
  });
  // Opening keys whose state the database does not have yet would write it there, and a look writes nothing.
  const isAsSaved = keys.list().every(({ kid, state }) => saved.get(kid)?.state === state);
  const closed = saved.size > 0 && isAsSaved ? await findClosed(checkKeys) : [];
  return toCheckedPage(saved.size, [...missing, ...others, ...closed]);
};

/** Why the keys do not open: a damaged file, another passphrase, a file that others may read. */
async function findClosed(checkKeys: Ports['checkKeys']): Promise<readonly Finding[]> {
  try {
    await checkKeys();
    return [];
  } catch (error) {
    const cause = isSigningAway(error) ? (error as DomainError).cause : undefined;
    if (!(cause instanceof DomainError)) throw error;
    const { reason } = cause.params as { readonly reason?: string };
    return [{ subject: 'keys', detail: compact({ fault: cause.code, reason }) }];
  }
}

const toFinding = (kid: string, fault: string): Finding => ({ subject: `key ${kid}`, detail: { fault } });

/** The public half of each key that signed a badge is in the database. */
export const checkSigners: CheckInvariantPage = async ({ store }) => {
  const known = new Set((await store.readPublicKeys()).map(({ kid }) => kid));
  const signers = new Set((await store.readKeyPairs()).flatMap((pair) => JSON.parse(pair) as string[]));
  const unknown = [...signers].filter((kid) => !known.has(kid)).toSorted();
  return toCheckedPage(
    signers.size,
    unknown.map((kid) => toFinding(kid, 'unknown')),
  );
};

const checkDerived = (...tables: readonly [DerivedTable, ...DerivedTable[]]): CheckInvariantPage =>
  overTables(tables, async ({ store }, table, part) =>
    judgeRows({
      rows: await store.readDerivedRows(table, part),
      table,
      limit: part.limit,
      judge: ({ isRight }) => (isRight ? undefined : {}),
    }),
  );

/** The names by which people, schools and campaigns are searched are those that they have. */
export const checkNames = checkDerived('person', 'establishment', 'campaign');

/** The mark of engagements with a single role is on those that have one. */
export const checkRoles = checkDerived('engagement');

/** The measured coverage of a school is that of its records, where no one has acted since the measure. */
export const checkCoverage: CheckInvariantPage = async (ports, part) => {
  const { store, clock, catalogue } = ports;
  const year = schoolYearOf(localDateInParis(clock.now()));
  const rows = await store.readMeasuredRows(year, part);
  const uais = rows.map(({ coverage: { uai } }) => uai);
  const records = await readRecords(ports, uais, { from: firstDayOf(year), to: lastDayOf(year) });
  return judgeRows({
    rows: rows.map((row) => ({ id: row.coverage.uai, ...row })),
    table: 'establishment_coverage',
    limit: part.limit,
    judge: ({ coverage, measuredAt }) => {
      const { carriedOver, ...rest } = measureCoverage(
        records(coverage.uai),
        localDateInParis(measuredAt),
        catalogue.framework,
      );
      // A measure made before people carried over were counted apart does not have them.
      const measured = coverage.carriedOver === undefined ? rest : { ...rest, carriedOver };
      return canonicalJson(measured) === canonicalJson(coverage) ? undefined : {};
    },
  });
};

async function readRecords(
  { store }: Ports,
  uais: readonly Uai[],
  period: Parameters<Ports['store']['readEngagementsAt']>[1],
) {
  const [engagements, authorisations] =
    uais.length === 0
      ? [[], []]
      : await Promise.all([store.readEngagementsAt(uais, period), store.readAuthorisations(uais)]);
  const engagementsOf = Map.groupBy(engagements, ({ uai }) => uai);
  const authorisationsOf = Map.groupBy(authorisations, ({ uai }) => uai);
  return (uai: Uai) => ({
    uai,
    engagements: engagementsOf.get(uai) ?? [],
    authorisations: authorisationsOf.get(uai) ?? [],
  });
}

/** The audit is as it was sealed. It is one walk: its tree is carried from line to line. Lines that wait for their
 *  seal are no fault. */
export const checkStoredAuditChain: CheckInvariantPage = async (ports) => {
  const { sealed, waiting, faults } = await checkAuditChain(ports)();
  const found = faults.map(({ kind, line }) => ({ subject: `audit ${line}`, detail: { fault: kind } }));
  return toCheckedPage(sealed + waiting, found);
};
