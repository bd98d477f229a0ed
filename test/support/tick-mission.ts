import type { Page } from 'playwright-core';

/** Ticks the box of a mission as a person does: its family is opened first where it is folded. */
export async function tickMission(page: Page, code: string): Promise<void> {
  const folds = page.locator(`details:not([open]):has(#mission-${code}) > summary`);
  while ((await folds.count()) > 0) await folds.first().click();
  await page.locator(`#mission-${code}`).check();
}
