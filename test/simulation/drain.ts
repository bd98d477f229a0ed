export async function drain(outcomes: AsyncIterable<unknown>): Promise<void> {
  for await (const one of outcomes) void one;
}
