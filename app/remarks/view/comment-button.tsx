import { MessageSquarePlus } from 'lucide-react'
import { IconButton } from '../../components/icon-button'
import { useTranslate } from '../../i18n/use-translate'
import { useCommentActions } from './comment-actions'

/** Begins a comment on a thing; nothing where one may not. */
export function CommentButton({ item, name, className = '' }: { item: string; name: string; className?: string }) {
  const t = useTranslate('remarks')
  const [action] = useCommentActions(item, name)
  if (!action) return null
  return (
    <IconButton
      label={t('act.commentOn', { name })}
      icon={MessageSquarePlus}
      shortcut={t('keys.begin.key')}
      className={className}
      onPress={action.onAction}
    />
  )
}
