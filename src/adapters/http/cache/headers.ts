import {
  STATUS_TTL_SECONDS,
  STATUS_VALIDITY_SECONDS,
} from '../../../application/credentials/status-lists.ts';

/** How long shared caches keep public answers (RFC 9111 §5.2), and how long they go on giving them while the
 *  service answers with an error or not at all (RFC 5861 §4). What is absent here is asked for again each time,
 *  and never given without an answer of the service. */
export const CACHING = {
  /** Drawings and files of the office, which concern no person. */
  ofOffice: 'public, max-age=86400, stale-if-error=604800',
  /** Keys, without which nothing verifies. They do not state their own end, so a compromised key must leave the caches
   *  within a day. */
  ofKeys: 'public, max-age=300, stale-if-error=86400',
  /** A status list says itself until when it is valid, so that no one believes an older one. */
  ofStatusList: `public, max-age=${STATUS_TTL_SECONDS}, stale-if-error=${STATUS_VALIDITY_SECONDS}`,
  /** The pictures of a badge that its holder shows. They are asked for again each time, because the holder may
   *  hide it; a day's outage does not take them off the pages that embed them. */
  ofShownPicture: 'public, max-age=0, stale-if-error=86400',
} as const;
