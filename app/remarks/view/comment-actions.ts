import { MessageSquarePlus } from 'lucide-react'
import type { MenuAction } from '../../components/menu'
import { useTranslate } from '../../i18n/use-translate'
import { useMayRemark, useRemarksStore } from './remarks-store'

const longestName = 200

/** Commenting on a thing, for its menu: nothing where one may not. */
export function useCommentActions(item: string, name: string): MenuAction[] {
  const t = useTranslate('remarks')
  const store = useRemarksStore()
  const mayRemark = useMayRemark()
  if (!store || !mayRemark) return []
  return [
    {
      id: 'comment',
      label: t('act.comment'),
      icon: MessageSquarePlus,
      onAction: () => store.begin({ on: 'item', item, name: name.slice(0, longestName) }),
    },
  ]
}
