import { ListTree } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/button'
import { Drawer } from '../../../components/drawer'
import { ClauseOutline, type ClauseOutlineProps } from './clause-outline'

/** The outline: beside the sheet where there is room, else in a drawer. */
export function OutlineFrame({ words, ...outline }: ClauseOutlineProps & { words: number }) {
  const { t, placed } = outline
  const [isOpen, setIsOpen] = useState(false)
  const leaving = useRef<() => void>(undefined)

  // A drawer holds the focus as long as it is open: what goes on in the text waits until it is closed.
  useEffect(() => {
    if (isOpen) return
    leaving.current?.()
    leaving.current = undefined
  }, [isOpen])

  const leave = (act: () => void) => {
    leaving.current = act
    setIsOpen(false)
  }
  const counts = (
    <p className="mt-3 border-t border-line px-2 pt-3 text-sm text-ink-soft">
      {t('outline.clauses', { count: placed.length })} · {t('outline.words', { count: words })}
    </p>
  )
  return (
    <>
      <nav
        aria-label={t('outline.label')}
        className={
          'sticky top-[calc(var(--view-top,0px)+0.5rem)] hidden max-h-[calc(100dvh-var(--view-top,0px)-1rem)] ' +
          'self-start overflow-y-auto p-1 pb-4 text-[0.9375rem] lg:block'
        }
      >
        <h2 className="mb-2 px-2 text-sm font-semibold text-ink-soft">{t('outline.label')}</h2>
        <ClauseOutline {...outline} />
        {counts}
      </nav>
      <div className="mb-3 lg:hidden">
        <Button size="small" onPress={() => setIsOpen(true)}>
          <ListTree aria-hidden className="size-4" />
          {t('outline.label')}
        </Button>
        <Drawer title={t('outline.label')} isOpen={isOpen} onOpenChange={setIsOpen}>
          <ClauseOutline {...outline} leave={leave} />
          {counts}
        </Drawer>
      </div>
    </>
  )
}
