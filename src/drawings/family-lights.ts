import type { FamilyCode, FamilySign } from '../domain/engagement/mission.ts';
import type { BadgeStyle } from './badge-picture.ts';
import { pictogram } from './pictogram.ts';
import { coordinate } from './svg-text.ts';

export interface LightPlace {
  readonly x: number;
  readonly y: number;
}

/** One light for each family of missions, in their order: a full disc where it is lit, a ring where it is not.
 *  Lights that would touch are drawn smaller. */
export function familyLights(
  lit: readonly FamilyCode[],
  { families, colours }: BadgeStyle,
  { places, radius }: { readonly places: readonly LightPlace[]; readonly radius: number },
): string {
  const [one, next] = places;
  const room = one && next ? Math.hypot(next.x - one.x, next.y - one.y) / 2 - 2 : radius;
  return families
    .map(({ code, sign }, index) => {
      const place = places[index];
      return place
        ? light(sign, { ...place, radius: Math.min(radius, room), on: lit.includes(code), colours })
        : '';
    })
    .join('');
}

interface Light extends LightPlace {
  readonly radius: number;
  readonly on: boolean;
  readonly colours: BadgeStyle['colours'];
}

function light(sign: FamilySign, { x, y, radius, on, colours: { mark, deep, unlit } }: Light): string {
  const centre = `cx="${coordinate(x)}" cy="${coordinate(y)}"`;
  const size = coordinate(radius);
  if (on) {
    const drawn = pictogram(sign, { x, y, size: radius * 1.2, fill: deep });
    return `<circle ${centre} r="${size}" fill="${mark}"/>${drawn}`;
  }
  const drawn = pictogram(sign, { x, y, size: radius, fill: unlit });
  return `<circle ${centre} r="${coordinate(radius - 2)}" fill="none" stroke="${unlit}" stroke-width="4"/>${drawn}`;
}

/** Places on an arc around a point, from the left to the right. */
export function arcPlaces(
  count: number,
  arc: {
    readonly x: number;
    readonly y: number;
    readonly across: number;
    readonly up: number;
    /** Half the angle between the first and the last place, in degrees. */
    readonly spread: number;
  },
): readonly LightPlace[] {
  const spread = count === 1 ? 0 : arc.spread;
  return Array.from({ length: count }, (_, index) => {
    const radians = ((90 + spread - (index * spread * 2) / Math.max(1, count - 1)) * Math.PI) / 180;
    return { x: arc.x + arc.across * Math.cos(radians), y: arc.y - arc.up * Math.sin(radians) };
  });
}

/** Places along a line through these points, from the first to the last. */
export function linePlaces(count: number, points: readonly LightPlace[]): readonly LightPlace[] {
  const last = points.length - 1;
  return Array.from({ length: count }, (_, index) => {
    const along = count === 1 ? last / 2 : (index * last) / (count - 1);
    const from = points[Math.min(Math.floor(along), last)] ?? { x: 256, y: 256 };
    const to = points[Math.min(Math.floor(along) + 1, last)] ?? from;
    const share = along - Math.floor(along);
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  });
}
