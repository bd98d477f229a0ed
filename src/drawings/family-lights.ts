import { FAMILY_CODES, type FamilyCode } from '../domain/engagement/mission.ts';
import { OCHRE_LIGHT, TEAL_DEEP, UNLIT } from './palette.ts';
import { pictogram } from './pictogram.ts';
import { coordinate } from './svg-text.ts';

export interface LightPlace {
  readonly x: number;
  readonly y: number;
}

/** One light for each family of missions, in their order: a full disc where it is lit, a ring where it is
 *  not. */
export function familyLights(
  lit: readonly FamilyCode[],
  { places, radius }: { readonly places: readonly LightPlace[]; readonly radius: number },
): string {
  return FAMILY_CODES.map((family, index) => {
    const place = places[index];
    return place ? light(family, { ...place, radius, on: lit.includes(family) }) : '';
  }).join('');
}

interface Light extends LightPlace {
  readonly radius: number;
  readonly on: boolean;
}

function light(family: FamilyCode, { x, y, radius, on }: Light): string {
  const centre = `cx="${coordinate(x)}" cy="${coordinate(y)}"`;
  if (on) {
    const sign = pictogram(family, { x, y, size: radius * 1.2, fill: TEAL_DEEP });
    return `<circle ${centre} r="${radius}" fill="${OCHRE_LIGHT}"/>${sign}`;
  }
  const sign = pictogram(family, { x, y, size: radius, fill: UNLIT });
  return `<circle ${centre} r="${radius - 2}" fill="none" stroke="${UNLIT}" stroke-width="4"/>${sign}`;
}

/** Places on an arc around a point, from the left to the right. */
export function arcPlaces(arc: {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly up: number;
  /** Half the angle between the first and the last place, in degrees. */
  readonly spread: number;
}): readonly LightPlace[] {
  return FAMILY_CODES.map((_, index) => {
    const radians = ((90 + arc.spread - (index * arc.spread) / 2) * Math.PI) / 180;
    return { x: arc.x + arc.across * Math.cos(radians), y: arc.y - arc.up * Math.sin(radians) };
  });
}
