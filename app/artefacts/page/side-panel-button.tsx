import { MessagesSquare } from 'lucide-react'
import { Button } from '../../components/button'
import { useTranslate } from '../../i18n/use-translate'
import { useSidePanelState, type SidePanel } from '../shared/side-panel'

/** Opens and closes the panel; beside its name, how many comments are open. */
export function SidePanelButton({ panel }: { panel: SidePanel }) {
  const t = useTranslate('artefacts')
  const { tabs, open } = useSidePanelState(panel)
  const comments = tabs.find(({ id }) => id === 'comments')
  const first = tabs[0]
  if (!first) return null
  const count = comments?.count ?? 0
  const words = count > 0 ? `${t('panel.title')}, ${comments?.countWords ?? ''}` : t('panel.title')
  return (
    <Button
      variant="quiet"
      size="small"
      aria-label={words}
      aria-expanded={open !== null}
      onPress={() => (open === null ? panel.show(first.id) : panel.close())}
    >
      <MessagesSquare aria-hidden className="size-5" />
      <span className="max-lg:hidden">{t('panel.button')}</span>
      {count > 0 ? <span className="tabular-nums">{count}</span> : null}
    </Button>
  )
}
