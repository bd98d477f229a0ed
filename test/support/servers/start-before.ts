import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';

interface Running {
  stop(): Promise<void>;
}

/** Starts a world before each test of the file, gives it to `take`, and stops it after the test. */
export function startBeforeEach<World extends Running>(
  start: () => Promise<World>,
  take: (fixture: World) => void,
): void {
  let running: World | undefined;
  beforeEach(async () => {
    running = await start();
    take(running);
  });
  afterEach(() => running?.stop());
}

/** Starts a world once, before the tests of the file, gives it to `take`, and stops it after them. */
export function startBeforeAll<World extends Running>(
  start: () => Promise<World>,
  take: (fixture: World) => void,
): void {
  let running: World | undefined;
  beforeAll(async () => {
    running = await start();
    take(running);
  });
  afterAll(() => running?.stop());
}
