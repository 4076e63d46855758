import { useEffect, useRef } from 'react'

/**
 * Says in `--bar-height` how much of the window's bottom the bar takes, and in `--keyboard` how much of it a phone's
 * keyboard covers, both in pixels: what one writes in stays above both, and what has the focus is not hidden by them.
 */
export function useDock() {
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    const { style } = document.documentElement
    const say = () => style.setProperty('--bar-height', `${bar.current?.getBoundingClientRect().height ?? 0}px`)
    const observer = new ResizeObserver(say)
    if (bar.current) observer.observe(bar.current)
    say()
    const endKeyboard = followKeyboard((covered) => style.setProperty('--keyboard', `${covered}px`))
    return () => {
      observer.disconnect()
      endKeyboard()
      style.removeProperty('--bar-height')
      style.removeProperty('--keyboard')
    }
  }, [])
  return bar
}

/** Less than this is a browser's own bar that comes and goes. */
const leastKeyboard = 120

function followKeyboard(tell: (covered: number) => void): () => void {
  const { visualViewport } = window
  if (!visualViewport) return () => undefined
  const look = () => {
    const covered = window.innerHeight - visualViewport.height - visualViewport.offsetTop
    // Whoever has the page enlarged has no keyboard open.
    tell(visualViewport.scale === 1 && covered > leastKeyboard ? Math.round(covered) : 0)
  }
  visualViewport.addEventListener('resize', look)
  visualViewport.addEventListener('scroll', look)
  look()
  return () => {
    visualViewport.removeEventListener('resize', look)
    visualViewport.removeEventListener('scroll', look)
  }
}
