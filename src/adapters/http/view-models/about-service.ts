import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { AppDeps, Locale } from '../env.ts';
import { textsOf } from './public-texts.ts';

export interface AboutTexts {
  /** A sentence on the mission. */
  readonly mission: string;
  /** Words on the issuer, to follow its name and a comma. */
  readonly issuer: string;
  /** A sentence on the issuer of this badge. */
  readonly delivered: string;
  /** A sentence on the issuer of all badges of this service. */
  readonly office: string;
}

/** What outsiders are told of the mission and of the issuer, in the operator's words where there are any. `issuerName`
 *  is the name in a badge, which may be an earlier one. */
export function aboutTexts(
  ports: AppDeps['ports'],
  locale: Locale,
  issuerName: string = ports.issuer.name,
): AboutTexts {
  const { operator } = ports;
  const { credential, issuer: texts }: PageTexts = textsOf(ports, locale).pages;
  const { about } = credential;
  const issuer = operator.aboutIssuer?.[locale] ?? about.issuer(academyOf(ports));
  return {
    mission: operator.aboutMission?.[locale] ?? about.person,
    issuer,
    delivered: about.delivered(issuerName, issuer),
    office: texts.is(ports.issuer.name, issuer),
  };
}

/** The académie of the office, in full. A setting that names another issuer leaves the académie of the pack out. */
export function academyOf({ catalogue, issuer }: Pick<AppDeps['ports'], 'catalogue' | 'issuer'>) {
  const { academy, name } = catalogue.office;
  return issuer.name === name ? academy : undefined;
}
