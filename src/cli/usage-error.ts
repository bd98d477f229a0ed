/** The command was written wrongly: exit code 2. `code` names the sentence in texts. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
