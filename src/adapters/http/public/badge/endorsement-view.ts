import { endorsementPath } from '../../../../issuing/addresses.ts';
import type { AchievementEndorsement } from '../../../../standards/achievement-endorsements/feature.ts';

/** An endorsement of a badge by another body. Its name, its identifier and its words come from a stranger. */
export type EndorsementView = ReturnType<typeof endorsementView>;

type Viewed = Pick<AchievementEndorsement, 'id' | 'code' | 'version' | 'form' | 'issuer' | 'words' | 'look'>;

export function endorsementView(endorsement: Viewed) {
  const { issuer, words, look } = endorsement;
  return {
    name: issuer.name ?? issuer.id,
    issuerId: issuer.id,
    list: issuer.list,
    words,
    verifiedAt: look.verifiedAt,
    documentHref: endorsementPath(endorsement),
  };
}
