import { Lock, Users } from 'lucide-react'
import { useTranslate } from '../../i18n/use-translate'
import type { Layer } from '../model/thread-list'

export const layerIcons = { shared: Users, internal: Lock }

/** Who sees a thread: told by a word, an icon and a shape. `organisation`: whose it is, where it is internal. */
export function LayerMark({ layer, organisation }: { layer: Layer; organisation: string }) {
  const t = useTranslate('remarks')
  const Icon = layerIcons[layer]
  const shape =
    layer === 'shared'
      ? 'rounded-full bg-accent-soft text-accent-strong'
      : 'rounded-sm border border-dashed border-authority bg-authority-soft text-authority'
  return (
    <span className={`inline-flex max-w-full items-center gap-1.5 px-2 py-0.5 text-sm font-semibold ${shape}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 break-words">
        {layer === 'shared' ? t('layer.shared') : t('layer.internalOf', { organisation })}
      </span>
    </span>
  )
}
