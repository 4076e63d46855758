import { expect, type Locator, type Page } from '@playwright/test'

/** How somebody works a page: with a mouse, with a thumb, or with keys alone. */
export interface Hands {
  page: Page
  press(control: Locator): Promise<void>
  /** What may go away by itself, once one gets near it. */
  pressWhileThere(control: Locator): Promise<void>
  /** In place of what the field held. */
  write(field: Locator, words: string): Promise<void>
  /** From a list, by what is shown in it. */
  choose(list: Locator, words: string): Promise<void>
  tick(box: Locator): Promise<void>
}

export function withMouse(page: Page): Hands {
  return {
    page,
    press: (control) => control.click(),
    pressWhileThere: async (control) => {
      if (await control.isVisible()) await control.click()
    },
    write: (field, words) => field.fill(words),
    choose: async (list, words) => void (await list.selectOption({ label: words })),
    tick: (box) => box.check(),
  }
}

/** The page must have been opened as one that can be touched. */
export function withThumb(page: Page): Hands {
  return {
    ...withMouse(page),
    press: (control) => control.tap(),
    pressWhileThere: async (control) => {
      if (await control.isVisible()) await control.tap()
    },
    tick: async (box) => {
      await box.tap()
      await expect(box).toBeChecked()
    },
  }
}

/** More stops than any page has on the way to what one looks for. */
const MOST_STOPS = 150

/** Everything is reached by Tab in the page's own order, shows that it has the focus, and is pressed or typed into. */
export function withKeys(page: Page): Hands {
  const { keyboard } = page
  const approach = async (control: Locator) => {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      const focus = await control.evaluateAll(whereFocusIs)
      if (focus === 'here' || focus === 'gone') return focus
      await keyboard.press(focus === 'beside' ? 'ArrowDown' : 'Tab')
    }
    throw new Error(`Keys do not lead to ${control.toString()}`)
  }
  const reach = async (control: Locator) => {
    await expect(control).toBeVisible()
    if ((await approach(control)) === 'gone') throw new Error(`Gone on the way to it: ${control.toString()}`)
  }
  return {
    page,
    press: async (control) => {
      await reach(control)
      // As a click waits by itself: what rests for a moment takes no key.
      await expect(control).toBeEnabled()
      await keyboard.press('Enter')
    },
    pressWhileThere: async (control) => {
      if ((await approach(control)) === 'here') await keyboard.press('Enter')
    },
    write: async (field, words) => {
      await reach(field)
      await keyboard.press('ControlOrMeta+a')
      await keyboard.type(words)
    },
    choose: async (list, words) => {
      await reach(list)
      await keyboard.type(words)
      await expect(list.locator('option:checked')).toHaveText(words)
    },
    tick: async (box) => {
      await reach(box)
      // Arrow keys choose as they go.
      if (!(await box.isChecked())) await keyboard.press('Space')
      await expect(box).toBeChecked()
    },
  }
}

/** In the page. `here` only where it can be seen; `beside`: on another of the same radio buttons, which Tab passes over. */
function whereFocusIs([element]: Element[]): 'here' | 'beside' | 'elsewhere' | 'gone' {
  if (!element) return 'gone'
  const focused = document.activeElement
  if (element === focused) return element.matches(':focus-visible') ? 'here' : 'elsewhere'
  const [one, other] = [element, focused].map((radio) =>
    radio instanceof HTMLInputElement && radio.type === 'radio' ? radio.name : undefined,
  )
  return one !== undefined && one === other ? 'beside' : 'elsewhere'
}
