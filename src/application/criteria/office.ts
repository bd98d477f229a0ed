import { canonicalJson } from '#open-badges/values';
import { changeErrors } from '../../catalogue/framework-errors.ts';
import { type PackDocument, readPack, toBadgesFile, usedDrawings } from '../../catalogue/office-pack.ts';
import { packErrors } from '../../catalogue/pack-errors.ts';
import { audit } from '../../domain/audit/entry.ts';
import { checkAdoptionDay, differenceOf, type VersionDifference } from '../../domain/criteria/adoption.ts';
import type { Criteria } from '../../domain/criteria/definition.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PackError } from '../../domain/settings/pack-error.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';
import { type TriedPage, tryPage } from './trial.ts';
import { adoptingAlone } from './workshop.ts';

/** The pack in use, with its newest criteria, and its number (0 for the one that comes with the program). */
const readOffice =
  ({ catalogue }: Ports) =>
  async (): Promise<{ readonly version: number; readonly document: PackDocument }> => {
    await catalogue.refresh('now');
    const { version, document } = catalogue.newestPack();
    const newest = catalogue.newest();
    const drawings = usedDrawings(newest, document.drawings);
    return { version, document: { ...document, drawings, badges: toBadgesFile(newest, drawings) } };
  };

/** What a pack would change. `difference` is that of its badges; `moves` are those of the recipients of this
 *  part, who are judged today. */
export interface OfficeTrial extends Partial<TriedPage> {
  readonly faults: readonly PackError[];
  readonly difference?: VersionDifference;
  /** Codes of the badges of which the pack does not say what they take and how to get them. This is no fault. */
  readonly missingSentences?: readonly string[];
}

/** Looks for faults in a pack and, where there are none, judges one part of all recipients by it and by the
 *  criteria in force. Nothing is written. */
const tryOffice =
  (ports: Ports) =>
  async ({
    document,
    after,
  }: {
    readonly document: PackDocument;
    readonly after?: string | undefined;
  }): Promise<OfficeTrial> => {
    const { store, catalogue } = ports;
    await catalogue.refresh('now');
    const isFirst = await mayBeFirst(store, catalogue);
    const faults = errorsOf(document, catalogue, isFirst);
    if (faults.length > 0) return { faults };
    const { office, criteria, framework } = readPack(document);
    const difference = differenceOf(catalogue.newest(), criteria);
    const missingSentences = criteria.achievements
      .map(({ code }) => code)
      .filter((code) => !office.badges?.[code]);
    const found = { faults, difference, missingSentences };
    if (isFirst) return found;
    return { ...found, ...(await tryPage(ports, { trial: criteria, framework, after })) };
  };

export interface AdoptOffice {
  readonly document: PackDocument;
  /** The day from which its badges are in force; for the first pack of a service, the pack may say it. */
  readonly from?: LocalDate | undefined;
  readonly actor: string;
}

export interface AdoptedOffice {
  readonly version: number;
  readonly difference: VersionDifference;
  /** The version of the criteria that it brings, and its first day. */
  readonly criteria?: { readonly version: number; readonly from: LocalDate };
}

/** Adopts a pack. Names, colours and new missions hold at once; its badges are a version of the criteria from
 *  their day, like one of the workshop. Throws `invalid-pack`, `office-unchanged`, `criteria-too-early`,
 *  `criteria-too-late`, `approval-needed`, and `store-conflict` where something else was adopted at the same
 *  moment. */
const adoptOffice =
  (ports: Ports) =>
  (command: AdoptOffice): Promise<AdoptedOffice> =>
    retryOnConflict(async () => {
      const { store, catalogue } = ports;
      await catalogue.refresh('now');
      const isFirst = await mayBeFirst(store, catalogue);
      const [error, ...others] = errorsOf(command.document, catalogue, isFirst);
      if (error) {
        const { file, path, reason } = error;
        throw new DomainError('invalid-pack', { faults: others.length + 1, file, path, reason });
      }
      return isFirst ? beginWith(ports, command) : adoptNext(ports, command);
    });

/** The pack with which the service begins: its badges are version 1, in force since the day that it says. */
async function beginWith(ports: Ports, { document, from, actor }: AdoptOffice): Promise<AdoptedOffice> {
  const { inForceFrom } = readPack(document).criteria;
  const criteria = { version: FIRST, from: from ?? inForceFrom };
  const badges = { ...(document.badges as object), version: FIRST, inForceFrom: criteria.from };
  await commitPack(ports, { document: { ...document, badges }, isFirst: true, actor, changes: [] });
  return { version: FIRST, difference: 'changes', criteria };
}

const FIRST = 1;

async function adoptNext(ports: Ports, { document, from, actor }: AdoptOffice): Promise<AdoptedOffice> {
  const { catalogue, clock } = ports;
  const newest = catalogue.newest();
  const stated = readPack(document).criteria;
  const difference = differenceOf(newest, stated);
  const known = await readOffice(ports)();
  const badgesOf = (criteria: Criteria) => toBadgesFile(criteria, document.drawings);
  if (difference === 'none') {
    const same = { ...document, badges: badgesOf(newest) };
    if (canonicalJson(same) === canonicalJson(known.document)) throw new DomainError('office-unchanged');
    await commitPack(ports, { document: same, isFirst: false, actor, changes: [] });
    return { version: known.version + 1, difference };
  }
  const today = localDateInParis(clock.now());
  const day = from ?? stated.inForceFrom;
  checkAdoptionDay(day, { today, newest, difference });
  const criteria: Criteria = { ...stated, version: catalogue.lastNumber() + 1, inForceFrom: day };
  const at = clock.now();
  await commitPack(ports, {
    document: { ...document, badges: badgesOf(criteria) },
    isFirst: false,
    criteriaVersion: criteria.version,
    actor,
    changes: [
      ...(await adoptingAlone(ports, actor)),
      { kind: 'criteria-adopted', criteria, by: actor, at },
      audit('criteria-adopted', {
        at,
        actor,
        subject: `criteria/${criteria.version}`,
        details: { from: day },
      }),
    ],
  });
  const adopted = { version: criteria.version, from: day };
  return { version: known.version + 1, difference, criteria: adopted };
}

interface PackToSave {
  readonly document: PackDocument;
  readonly isFirst: boolean;
  readonly criteriaVersion?: number;
  readonly actor: string;
  readonly changes: Parameters<Ports['store']['commit']>[0];
}

async function commitPack({ store, clock, catalogue }: Ports, pack: PackToSave): Promise<void> {
  const { document, isFirst, criteriaVersion, actor, changes } = pack;
  const [version, at] = [catalogue.newestPack().version + 1, clock.now()];
  await store.commit([
    ...changes,
    {
      kind: 'office-adopted',
      version,
      document: JSON.stringify(document),
      isFirst,
      ...(criteriaVersion && { criteriaVersion }),
      by: actor,
      at,
    },
    audit('office-adopted', { at, actor, subject: `office/${version}`, details: { isFirst } }),
  ]);
  await catalogue.refresh('now');
}

/** At the very first start the service begins with this pack; later, where it began with the same one, nothing
 *  happens. Throws `invalid-pack`, and `office-in-use` where the service has another pack or is in use. */
const beginWithOffice =
  (ports: Ports) =>
  async ({ document, actor }: Omit<AdoptOffice, 'from'>): Promise<void> => {
    const { store, catalogue } = ports;
    await catalogue.refresh('now');
    if (catalogue.newestPack().version > 0) return;
    if (!(await mayBeFirst(store, catalogue))) throw new DomainError('office-in-use');
    await adoptOffice(ports)({ document, actor });
  };

/** A service without any engagement or adopted criteria can still begin with another pack. */
async function mayBeFirst(store: Ports['store'], catalogue: Ports['catalogue']): Promise<boolean> {
  if (catalogue.newestPack().version > 0 || catalogue.lastNumber() > catalogue.newest().version) return false;
  return catalogue.versions().length === 1 && (await store.readRupnIds({ limit: 1 })).length === 0;
}

function errorsOf(
  document: PackDocument,
  catalogue: Ports['catalogue'],
  isFirst: boolean,
): readonly PackError[] {
  const errors = packErrors(document);
  if (errors.length > 0 || isFirst) return errors;
  const inUse = readPack(catalogue.newestPack().document);
  return changeErrors(readPack(document), document, inUse);
}

export const officeServices = useCases({ readOffice, tryOffice, adoptOffice, beginWithOffice });
