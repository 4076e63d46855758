import { ListTree } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/button'
import { Drawer } from '../../../components/drawer'
import { OutlineWithCounts, type OutlineWithCountsProps } from './outline-panel'

/** The outline on narrow screens: behind a button that stays at hand. */
export function OutlineDrawer(outline: Omit<OutlineWithCountsProps, 'leave'>) {
  const { t } = outline
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
  return (
    <div className="shrink-0 roomy:hidden">
      <Button className="min-h-12! px-3! shadow-raised" onPress={() => setIsOpen(true)}>
        <ListTree aria-hidden className="size-5" />
        <span className="max-sm:sr-only">{t('outline.label')}</span>
      </Button>
      <Drawer title={t('outline.label')} isOpen={isOpen} onOpenChange={setIsOpen}>
        <OutlineWithCounts {...outline} leave={leave} />
      </Drawer>
    </div>
  )
}
