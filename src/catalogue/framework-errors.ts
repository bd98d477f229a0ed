import { type MissionFramework, REFERENCE_SECTIONS } from '../domain/engagement/mission.ts';
import type { PackError, PackErrorReason } from '../domain/settings/pack-error.ts';
import type { FrameworkFile, OfficePack, PackDocument } from './office-pack.ts';

interface ValidationError {
  readonly path: string;
  readonly reason: PackErrorReason;
}

/** What the schema of the framework cannot express. */
export function frameworkErrors(json: unknown, framework: MissionFramework): readonly ValidationError[] {
  const { families, missions, organisation, companion, ...file } = json as FrameworkFile & {
    readonly companion?: { readonly code: string };
  };
  const familyCodes = families.map(({ code }) => code);
  const items = [
    ...missions.map(({ code }, index) => ({ code: String(code), path: `/missions/${index}/code` })),
    ...REFERENCE_SECTIONS.flatMap((part) =>
      file[part].map(({ code }, index) => ({ code, path: `/${part}/${index}/code` })),
    ),
  ];
  const codes = items.map(({ code }) => code);
  return [
    ...repeated(familyCodes).map((index) => fault(`/families/${index}/code`, 'duplicate-code')),
    ...repeated(families.map(({ sign }) => sign.path)).map((index) =>
      fault(`/families/${index}/sign/path`, 'duplicate-sign'),
    ),
    ...families.flatMap(({ code }, index) =>
      missions.some(({ family, elementary }) => family === code && elementary)
        ? []
        : [fault(`/families/${index}`, 'family-without-mission')],
    ),
    // The items of all parts are anchors of one page.
    ...repeated(codes).map((index) => fault(items[index]?.path ?? '', 'duplicate-code')),
    ...missions.flatMap(({ family, alignment }, index) => [
      ...(familyCodes.includes(family) ? [] : [fault(`/missions/${index}/family`, 'unknown-family')]),
      ...alignment.flatMap((reference, at) =>
        isKnown(reference, framework)
          ? []
          : [fault(`/missions/${index}/alignment/${at}`, 'unknown-competence')],
      ),
    ]),
    ...organisation.flatMap((row, index) =>
      row.missions.flatMap((code, at) =>
        missions.some((mission) => mission.code === code)
          ? []
          : [fault(`/organisation/${index}/missions/${at}`, 'unknown-mission')],
      ),
    ),
  ];
}

/** What a pack may not change of the one in use: records name its missions, and signed badges point at them. It
 *  may add families and missions, and word again what no badge points at. */
export function changeErrors(
  next: OfficePack,
  document: PackDocument,
  before: OfficePack,
): readonly PackError[] {
  const file = 'framework.json';
  const { families, missions } = document.framework as FrameworkFile;
  const gone = (known: readonly string[], codes: readonly string[]) =>
    known.filter((code) => !codes.includes(code));
  const signed = ({ label, family, alignment, elementary, conditional }: (typeof missions)[number]) =>
    JSON.stringify([label, family, alignment, elementary, conditional]);
  return [
    ...gone(
      before.framework.families.map(({ code }) => code),
      families.map(({ code }) => code),
    ).map((value) => ({ file, path: '/families', reason: 'family-removed' as const, value })),
    ...gone(
      [...before.framework.missions.keys()],
      missions.map(({ code }) => code),
    ).map((value) => ({ file, path: '/missions', reason: 'mission-removed' as const, value })),
    ...families.flatMap(({ code, label }, index): readonly PackError[] => {
      const known = before.framework.families.find((one) => one.code === code);
      if (!known || JSON.stringify(known.label) === JSON.stringify(label)) return [];
      return [{ file, path: `/families/${index}/label`, reason: 'published-changed', value: code }];
    }),
    ...missions.flatMap(({ code }, index): readonly PackError[] => {
      const [known, one] = [before.framework.missions.get(code), next.framework.missions.get(code)];
      if (!known || !one || signed(known) === signed(one)) return [];
      return [{ file, path: `/missions/${index}`, reason: 'published-changed', value: code }];
    }),
  ];
}

function isKnown(reference: string, { frameworks }: MissionFramework): boolean {
  const at = reference.indexOf(':');
  return frameworks.get(reference.slice(0, at))?.competences.has(reference.slice(at + 1)) ?? false;
}

/** Indices of the texts that already stand earlier in the list. */
function repeated(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text, index) => (texts.indexOf(text) < index ? [index] : []));
}

function fault(path: string, reason: PackErrorReason): ValidationError {
  return { path, reason };
}
