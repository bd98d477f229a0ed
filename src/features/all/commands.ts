// Made by tools/features.mjs. Do not change it by hand.

import { staticExportCommands } from '../../standards/static-export/commands.ts';
import { directoryCommands } from '../directory/commands.ts';

/** The commands of the features by their names. */
export const FEATURE_COMMANDS = {
  ...directoryCommands,
  ...staticExportCommands,
};
