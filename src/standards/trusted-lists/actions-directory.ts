import { issuerFactsOf, publicFactsOf } from '#open-badges/credential';
import { resolveController } from '#open-badges/keys';
import { mixesAlphabets, skeletonOf, textOf } from '#open-badges/parsing';
import type { JudgeTrust, Run } from '#open-badges/verification';
import type { Clock, IssuerConfig, Store } from '../../application/ports.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { type Instant, isWithin, secondsAfter } from '../../domain/time/calendar.ts';
import { makeOwnMarks, type OwnMarks } from './actions-own-marks.ts';
import type { TrustedIssuer, TrustedList } from './feature.ts';

/** Seconds for which a list that cannot be read again is still used. */
const LIST_RETENTION_SECONDS = 30 * 86_400;
/** Seconds after which this process reads the lists in the database again. */
const FRESH_SECONDS = 60;

/** A listed issuer, and the list that names it. */
export interface Listed extends TrustedIssuer {
  readonly list: string;
  /** The host that serves the list; absent for a file of the operator. */
  readonly listHost?: string;
  readonly readAt: Instant;
}

/** The statements of an issuer about itself: its id, its names, and the addresses of its site, its badges and
 *  their criteria. */
export interface IssuerStatements {
  readonly id: string;
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/** The issuers that the operator trusts. */
export interface TrustDirectory {
  /** Whether only this service is responsible for the id. */
  isOwn(id: string): boolean;
  find(id: string): Promise<Listed | undefined>;
  /** The name of a known issuer, or of this service, whose name or address these statements repeat or
   *  imitate. */
  findImitated(stated: IssuerStatements): Promise<string | undefined>;
}

/** The lists, and the names that are our own. */
interface Known {
  readonly store: Pick<Store, 'readTrustedLists'>;
  readonly clock: Clock;
  /** The sources in the order of the settings: the first list that names an issuer counts. */
  readonly sources: readonly string[];
  readonly issuer: Pick<IssuerConfig, 'name' | 'code' | 'url'>;
  /** Our public origin. */
  readonly origin: string;
}

interface Held {
  readonly at: Instant;
  readonly byId: ReadonlyMap<string, Listed>;
  readonly byName: ReadonlyMap<string, string>;
}

export function makeTrustDirectory({ store, clock, sources, issuer, origin }: Known): TrustDirectory {
  const ours = makeOwnMarks(origin, issuer);
  let held: Held | undefined;
  const read = async (): Promise<Held> => {
    const at = clock.now();
    if (held && isWithin(at, held.at, FRESH_SECONDS)) return held;
    const lists = sources.length === 0 ? [] : await store.readTrustedLists();
    const listed = inOrder(lists, sources)
      .filter((list) => isCurrent(list, at))
      .flatMap(entriesOf)
      .filter((one) => !claimsOurs(one, ours));
    held = {
      at,
      byId: new Map(listed.toReversed().map((one) => [one.id, one])),
      byName: new Map(listed.toReversed().map(({ name }) => [skeletonOf(name), name])),
    };
    return held;
  };
  const findName = async (stated: string): Promise<string | undefined> => {
    const name = skeletonOf(stated);
    return name === '' ? undefined : (await read()).byName.get(name);
  };
  return {
    isOwn: ours.isOwnId,
    find: async (id) => (await read()).byId.get(id),
    findImitated: async ({ id, names, addresses }) => {
      if (ours.isOwnId(id)) return undefined;
      const isOurs =
        names.some(ours.isOwnName) || ours.isLikeOwnHost(id) || addresses.some(ours.isOwnAddress);
      if (isOurs) return issuer.name;
      const repeated = await Promise.all(names.map(findName));
      return repeated.find((name) => name !== undefined);
    },
  };
}

/** Whether a list gives our name to another issuer, or another name to us. Such an entry is ignored, so that
 *  no issuer is known in our place. */
function claimsOurs({ id, name }: TrustedIssuer, ours: OwnMarks): boolean {
  return ours.isOwnId(id) || ours.isOwnName(name) || ours.isLikeOwnHost(id);
}

function inOrder(lists: readonly TrustedList[], sources: readonly string[]): readonly TrustedList[] {
  return sources.flatMap((source) => lists.filter((list) => list.source === source));
}

function isCurrent({ readAt, validUntil }: TrustedList, now: Instant): boolean {
  const ends = validUntil === undefined ? Number.POSITIVE_INFINITY : Date.parse(validUntil);
  return now < secondsAfter(readAt, LIST_RETENTION_SECONDS) && Date.parse(now) < ends;
}

function entriesOf({ source, name, readAt, issuers }: TrustedList): readonly Listed[] {
  const host = source.startsWith('https://') && name !== source ? new URL(source).host : undefined;
  return issuers.map((one) => ({
    ...one,
    list: name,
    readAt,
    ...(host !== undefined && { listHost: host }),
  }));
}

/** Judges how well this service knows an issuer. A list takes precedence over the document at the issuer's
 *  own address, and this document takes precedence over the badge. */
export const judgeTrust =
  (known: TrustDirectory): JudgeTrust =>
  async (report, run) => {
    const step = report.steps.find((one) => one.step === 'issuer' && one.result === 'passed');
    const id = step?.params?.['issuer'];
    if (step === undefined || typeof id !== 'string') return undefined;
    const stated = issuerFactsOf(report.credential);
    if (step.code === 'issuer-ours' || known.isOwn(id))
      return { id, trust: 'ours', ...(stated.name && { name: stated.name }) };
    const listed = await known.find(id);
    if (listed) {
      const { name, url, logo, list, listHost, readAt } = listed;
      const where = { list, readAt, ...(listHost && { listHost }) };
      return { id, trust: 'listed', name, ...where, ...(url && { url }), ...(logo && { logo }) };
    }
    const { achievement } = publicFactsOf(report.credential);
    const served = report.older ? stated.name : await servedName(id, run);
    const names = [stated.name, served].filter((name) => name !== undefined);
    const addresses = [stated.url, achievement.id, achievement.criteriaUrl].filter(
      (url) => url !== undefined,
    );
    const borrowedName = await known.findImitated({ id, names, addresses });
    return compact({
      id,
      trust: 'unknown',
      name: served,
      borrowedName,
      mixedName: names.some(mixesAlphabets) || undefined,
    });
  };

/** The name in the profile at the issuer's address. A DID document contains no name. */
async function servedName(id: string, run: Run): Promise<string | undefined> {
  if (!/^https?:\/\//.test(id)) return undefined;
  const controller = await run.inTime(resolveController(id, run)).catch(() => undefined);
  return controller?.kind === 'found' ? textOf(controller.document, 'name') : undefined;
}
