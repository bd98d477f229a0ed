import type { Ports } from '../service-ports.ts';
import { finishSending } from './finish-sending.ts';
import {
  checkHeldBadge,
  listCredentials,
  readHeldBadge,
  receiveBadge,
  removeHeldBadge,
} from './held-badges.ts';
import {
  authenticateHostClient,
  endOwnGrant,
  readHostAccess,
  readHostProfile,
  readOwnGrants,
  registerHostClient,
  revokeHostToken,
  writeHostProfile,
} from './host-access.ts';
import { exchangeTokens, grantAccess, readAskedAccess } from './oauth.ts';
import { beginSending } from './send-badge.ts';

/** Use cases of the Open Badges API, of held badges, and of badges sent to other hosts. */
export function hostServices(ports: Ports) {
  return {
    registerHostClient: registerHostClient(ports),
    authenticateHostClient: authenticateHostClient(ports),
    readAskedAccess: readAskedAccess(ports),
    grantAccess: grantAccess(ports),
    exchangeTokens: exchangeTokens(ports),
    readHostAccess: readHostAccess(ports),
    revokeHostToken: revokeHostToken(ports),
    readOwnGrants: readOwnGrants(ports),
    endOwnGrant: endOwnGrant(ports),
    listCredentials: listCredentials(ports),
    receiveBadge: receiveBadge(ports),
    readHeldBadge: readHeldBadge(ports),
    checkHeldBadge: checkHeldBadge(ports),
    removeHeldBadge: removeHeldBadge(ports),
    readHostProfile: readHostProfile(ports),
    writeHostProfile: writeHostProfile(ports),
    beginSending: beginSending(ports),
    finishSending: finishSending(ports),
  };
}
