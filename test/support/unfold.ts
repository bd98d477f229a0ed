import type { Page } from 'playwright-core';

/** Opens whatever folds a field away, as a person does. */
export async function unfold(page: Page, field: string): Promise<void> {
  const folds = page.locator(`details:not([open]):has(${field}) > summary`);
  while ((await folds.count()) > 0) await folds.first().click();
}

/** Ticks the box of a mission, in its family where that is folded. */
export async function tickMission(page: Page, code: string): Promise<void> {
  await unfold(page, `#mission-${code}`);
  await page.locator(`#mission-${code}`).check();
}
