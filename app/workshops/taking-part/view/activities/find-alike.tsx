import { Combine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../../../components/button'
import { useTranslate } from '../../../../i18n/use-translate'
import type { StepBoard } from './on-board'

// Comparing words needs code that nobody else needs.
const AlikeDialog = lazy(() =>
  import('../../../../artefacts/shared/alike-dialog').then(({ AlikeDialog: dialog }) => ({ default: dialog })),
)

/** Proposes groups of notes that say nearly the same, to be accepted or not. */
export function FindAlike({ board }: { board: StepBoard }) {
  const t = useTranslate('takingPart')
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button className="mb-4 self-start" onPress={() => setAsked(true)}>
        <Combine aria-hidden className="size-5 shrink-0" />
        {t('group.alike')}
      </Button>
      {asked ? (
        <Suspense>
          <AlikeDialog
            isOpen
            onClose={() => setAsked(false)}
            notes={board.notes.filter(({ group }) => group === null)}
            onAccept={(groups) =>
              board.change((notes, root) => {
                for (const { ids, name } of groups) notes.gather(root, ids, name)
              })
            }
          />
        </Suspense>
      ) : null}
    </>
  )
}
