import type { LiveAgreement } from '../agreement-session'

type Awareness = LiveAgreement['awareness']

/** How often others' carets are drawn anew at most (ms): smooth to the eye, and seldom enough for a crowd. */
const pace = 60

/** How long after a press the browser may take to tell where it put the caret (ms). */
const settling = 80

/**
 * The awareness as the caret plugin may see it: changes come at a steady pace, and never while the mouse is putting the
 * caret somewhere. Drawing carets in that moment would put one's own back to where it was.
 */
export function calmCarets(
  awareness: Awareness,
  element: HTMLElement,
): { awareness: Awareness; stop(): void } {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isPressed = false
  let quietUntil = 0

  const plan = (delay: number) => {
    timer ??= setTimeout(() => {
      timer = undefined
      const wait = isPressed ? settling : quietUntil - performance.now()
      if (wait > 0) plan(wait)
      else for (const listener of listeners) listener()
    }, delay)
  }
  const onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    // One's own caret is not drawn.
    if ([...added, ...updated, ...removed].some((client) => client !== awareness.clientID)) plan(pace)
  }
  const onPress = () => {
    isPressed = true
  }
  const onRelease = () => {
    if (isPressed) quietUntil = performance.now() + settling
    isPressed = false
  }
  awareness.on('change', onChange)
  element.addEventListener('pointerdown', onPress, true)
  window.addEventListener('pointerup', onRelease, true)
  window.addEventListener('pointercancel', onRelease, true)

  const calm: Pick<Awareness, 'getStates' | 'getLocalState' | 'setLocalStateField' | 'on' | 'off'> = {
    getStates: () => awareness.getStates(),
    getLocalState: () => awareness.getLocalState(),
    // The plugin says it again at each change of another person: then everybody would tell everybody at each key.
    setLocalStateField: (field, value) => {
      const present: unknown = awareness.getLocalState()?.[field] ?? null
      if (JSON.stringify(present) !== JSON.stringify(value)) awareness.setLocalStateField(field, value)
    },
    on: (_name, listener) => {
      listeners.add(listener as () => void)
      return listener
    },
    off: (_name, listener) => void listeners.delete(listener as () => void),
  }
  return {
    // The plugin uses no more of it than this.
    awareness: calm as Awareness,
    stop: () => {
      clearTimeout(timer)
      awareness.off('change', onChange)
      element.removeEventListener('pointerdown', onPress, true)
      window.removeEventListener('pointerup', onRelease, true)
      window.removeEventListener('pointercancel', onRelease, true)
    },
  }
}
