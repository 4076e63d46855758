import { useEffect, useRef } from 'react'

/**
 * Says in `--view-top` how much of the window's top the artefact's header takes, in pixels: what sticks below it and
 * what is scrolled to keep clear of it. `whole` is what stays on a wide screen, `line` what does on a narrow one, where
 * `whole` has no box of its own.
 */
export function useStuckHeight() {
  const whole = useRef<HTMLElement>(null)
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const stuck = [whole.current, line.current].filter((element) => element !== null)
    const { style } = document.documentElement
    const say = () => {
      const height = Math.max(0, ...stuck.map((element) => element.getBoundingClientRect().height))
      style.setProperty('--view-top', `${height}px`)
    }
    // It says it for the first time once the page is laid out: to ask before would have a long page laid out twice.
    const observer = new ResizeObserver(say)
    for (const element of stuck) observer.observe(element)
    return () => {
      observer.disconnect()
      style.removeProperty('--view-top')
    }
  }, [])
  return { whole, line }
}
