import type { Locator, Page } from '@playwright/test'
import { artefacts, expect, openArtefact, openProject, test } from './product'

const lastClause = 'Liitteet'

for (const width of [360, 1280]) {
  test.describe(`in an agreement, ${width} px wide`, () => {
    test.beforeEach(async ({ owner }) => {
      await owner.setViewportSize({ width, height: 740 })
      await openProject(owner)
      await openArtefact(owner, artefacts.agreement)
      await expect(editor(owner)).toBeVisible()
    })

    test('whether work is saved is seen however far down one writes', async ({ owner }) => {
      await goTo(owner, lastClause)
      await expect(owner.getByRole('toolbar')).toBeInViewport({ ratio: 1 })
      if (width >= 1280) await expect(owner.getByRole('button', { name: 'Vie asiakirjaksi' })).toBeInViewport({ ratio: 1 })
      await expect(owner.getByRole('status').filter({ hasText: /^Tallennettu$/ })).toBeInViewport({ ratio: 1 })
      await owner.context().setOffline(true)
      await expect(owner.getByRole('status').filter({ hasText: /^Ei yhteyttä/ }).first()).toBeInViewport({ ratio: 1 })
      await owner.keyboard.type(' ja muut')
      await expect(owner.getByRole('status').filter({ hasText: /tallessa laitteella$/ })).toBeInViewport({ ratio: 1 })
    })

    test('a clause chosen from the contents comes to the top, clear of the tools, with the focus in it', async ({ owner }) => {
      for (const title of [lastClause, 'Määritelmät']) {
        await goTo(owner, title)
        await expect(editor(owner)).toBeFocused()
        const heading = owner.getByRole('heading', { name: title })
        const tools = await boxOf(owner.getByRole('toolbar'))
        await expect.poll(async () => (await boxOf(heading)).y).toBeGreaterThanOrEqual(tools.y + tools.height)
        if (title !== lastClause) expect((await boxOf(heading)).y).toBeLessThan(tools.y + tools.height + 80)
      }
    })

    test('words in a table stay whole, and nothing is wider than the screen', async ({ owner }) => {
      expect(await brokenWords(owner)).toEqual([])
      const wider = await owner.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wider).toBeLessThanOrEqual(0)
      const sheet = await boxOf(owner.locator('.shadow-raised', { has: editor(owner) }))
      expect(sheet.x).toBeGreaterThanOrEqual(8)
      expect(sheet.x + sheet.width).toBeLessThanOrEqual(width - 8)
    })
  })
}

const editor = (page: Page) => page.getByRole('textbox', { name: new RegExp(artefacts.agreement) })

async function goTo(page: Page, title: string): Promise<void> {
  const contents = page.getByRole('navigation', { name: 'Sisällys' })
  if (!(await contents.isVisible())) await page.getByRole('button', { name: 'Sisällys' }).click()
  const inside = (await contents.isVisible()) ? contents : page.getByRole('dialog', { name: 'Sisällys' })
  await inside.locator('button[data-outline]', { hasText: title }).first().click()
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.first().boundingBox()
  if (!box) throw new Error('It is not on the screen')
  return box
}

/** Words in the tables of the agreement that stand on more than one line. Chromium here hyphenates no Finnish. */
function brokenWords(page: Page): Promise<string[]> {
  return page.locator('section[data-clause] td, section[data-clause] th').evaluateAll((cells) => {
    const broken: string[] = []
    for (const cell of cells) {
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const { currentNode: node } = texts
        for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/[^\s\-–/]+/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
          if (lines.size > 1) broken.push(word)
        }
      }
    }
    return broken
  })
}
