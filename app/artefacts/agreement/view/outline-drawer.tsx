import { ListTree } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Drawer } from '../../../components/drawer'
import { IconButton } from '../../../components/icon-button'
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
      {/* As an icon, so that the tools beside it fit on one row also where the side panel is open. */}
      <IconButton
        label={t('outline.label')}
        icon={ListTree}
        className="size-12! rounded-lg border border-line bg-surface shadow-raised"
        onPress={() => setIsOpen(true)}
      />
      <Drawer title={t('outline.label')} isOpen={isOpen} onOpenChange={setIsOpen}>
        <OutlineWithCounts {...outline} leave={leave} />
      </Drawer>
    </div>
  )
}
