import type { WholeBadge } from '../../../../domain/host/held-badge.ts';
import { MEDIA_TYPES } from '../../../../openbadges/media-types.ts';
import { toSlug } from '../../shell/slug.ts';

/** The badge as a file, with the very bytes that came (Open Badges 3.0, File Format). */
export function fileOf({ name, form, content }: Pick<WholeBadge, 'name' | 'form' | 'content'>) {
  const extension = form === 'jws' ? 'jws' : 'json';
  return {
    name: `${toSlug(name ?? '') || 'badge'}.${extension}`,
    type: form === 'jws' ? MEDIA_TYPES.text : MEDIA_TYPES.vcLdJson,
    body: content,
  };
}
