import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './product'

/** WCAG 2.2 A and AA, on what is on the screen now; and nothing wider than the screen. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // What passes is not written up, and no frames are looked for, of which there are none: that takes as long as the checks.
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    // React Aria keeps what it last announced for some seconds, also when the thing it names has gone.
    .exclude('[data-live-announcer]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const found = violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
  expect.soft(found).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect.soft(`${name}: ${Math.max(0, overflow)} px too wide`).toBe(`${name}: 0 px too wide`)
}
