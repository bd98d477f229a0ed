import type { Signer } from '../ports.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** Checks the clock before each signature that states when a badge or a paper was made. Status lists and
 *  checkpoints are always signed: without them nobody could verify a badge, and one that is dated ahead is
 *  signed again at once. */
export function guardSigner(signer: Signer, time: Pick<TimeKeeper, 'check'>): Signer {
  return {
    signStatusList: (unsigned) => signer.signStatusList(unsigned),
    signCheckpoint: (state) => signer.signCheckpoint(state),
    signDocument: async (unsigned) => {
      await time.check();
      return signer.signDocument(unsigned);
    },
    signEndorsement: async (unsigned, uai) => {
      await time.check();
      return signer.signEndorsement(unsigned, uai);
    },
    signForms: async (unsigned) => {
      await time.check();
      return signer.signForms(unsigned);
    },
  };
}
