import { Pencil } from 'lucide-react'
import type { Feeling, Phase } from '../model/content'
import { feelingName, phaseName } from '../model/names'
import { useBlueprint } from './blueprint-context'
import { FeelingEditor } from './feeling-editor'
import { focusName } from './open-things'

interface FeelingWordsProps {
  phase: Phase
  feeling: Feeling | undefined
  isEditing: boolean
  isTabStop: boolean
}

/** A phase's feeling as number and words, to be read, or opened for changing. */
export function FeelingWords({ phase, feeling, isEditing, isTabStop }: FeelingWordsProps) {
  const { t, acts, canEdit } = useBlueprint()
  if (canEdit && isEditing) return <FeelingEditor phase={phase} feeling={feeling} />
  const words = (
    <>
      <span className="block font-bold">{feelingName(feeling, t)}</span>
      {feeling?.words.trim() ? (
        <span className="block whitespace-pre-wrap [overflow-wrap:anywhere] hyphens-auto">
          {feeling.words}
        </span>
      ) : null}
    </>
  )
  if (!canEdit) return <p className="p-2 text-base/snug md:text-sm/snug">{words}</p>
  return (
    <button
      type="button"
      tabIndex={isTabStop ? 0 : -1}
      data-focus-name={focusName.feeling(phase.id)}
      onClick={() => acts.edit({ kind: 'feeling', id: phase.id })}
      className={
        'group/words relative block min-h-11 w-full cursor-pointer rounded-md p-2 pr-7 text-left ' +
        'text-base/snug hover:bg-accent-soft md:min-h-9 md:text-sm/snug'
      }
    >
      <span className="sr-only">{`${t('feeling.edit')}: ${phaseName(phase, t)}. `}</span>
      {words}
      <Pencil aria-hidden className="absolute top-2.5 right-2 size-3.5 text-ink-soft" />
    </button>
  )
}
