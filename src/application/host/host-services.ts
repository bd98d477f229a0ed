import type { Ports } from '../service-ports.ts';
import { grantAccess, readAskedAccess } from './authorise.ts';
import { exchangeTokens } from './exchange-tokens.ts';
import { finishSending } from './finish-sending.ts';
import { checkHeldBadge, readHeldBadge, removeHeldBadge } from './held-badges.ts';
import { endOwnGrant, readHostAccess, readOwnGrants, revokeHostToken } from './host-access.ts';
import { authenticateHostClient, registerHostClient } from './host-clients.ts';
import { readHostProfile, writeHostProfile } from './host-profile.ts';
import { listCredentials } from './list-credentials.ts';
import { receiveBadge } from './receive-badge.ts';
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
