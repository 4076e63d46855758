import { Ellipsis, Lock, LockOpen, Pencil, SquareDashed, SquarePen, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useFetcher } from 'react-router'
import type { FormProblems } from '../../accounts/form-problem'
import { Button } from '../../components/button'
import { ConfirmDialog, Dialog } from '../../components/dialog'
import { IconButton } from '../../components/icon-button'
import { Menu, type MenuAction } from '../../components/menu'
import { TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import { longestTitle } from '../titles'
import type { Place } from '../workshop-face'
import { ClosePlaces } from './close-places'
import type { ArtefactPageData } from './load.server'
import { WhoWrites } from './who-writes'

type Question = 'rename' | 'lock' | 'writers' | 'places' | 'bin' | 'stays'

interface ArtefactMenuProps {
  data: ArtefactPageData
  /** What can be closed by itself, as the content stands when it is asked. */
  places(): Promise<Place[]>
}

/** Naming, locking and putting away: for whoever may. */
export function ArtefactMenu({ data, places }: ArtefactMenuProps) {
  const { artefact, may } = data
  const t = useTranslate('artefacts')
  const fetcher = useFetcher()
  const [asked, setAsked] = useState<Question | null>(null)
  const post = (intent: string) => void fetcher.submit({ intent }, { method: 'post' })
  const closeOr = (question: Question) => (open: boolean) => setAsked(open ? question : null)

  const actions: MenuAction[] = []
  if (may.rename) actions.push({ id: 'rename', label: t('page.rename'), icon: Pencil, onAction: () => setAsked('rename') })
  if (may.lock) {
    actions.push(
      artefact.locked
        ? { id: 'unlock', label: t('page.unlock'), icon: LockOpen, onAction: () => post('unlock') }
        : { id: 'lock', label: t('page.lock'), icon: Lock, onAction: () => setAsked('lock') },
    )
  }
  if (may.lock && artefact.suggestOnly !== null) {
    actions.push({ id: 'writers', label: t('writers.open'), icon: SquarePen, onAction: () => setAsked('writers') })
  }
  if (may.lock && !artefact.locked) {
    actions.push({ id: 'places', label: t('places.open'), icon: SquareDashed, onAction: () => setAsked('places') })
  }
  if (may.bin) {
    actions.push({
      id: 'bin',
      label: t('page.bin'),
      icon: Trash2,
      danger: true,
      startsGroup: true,
      // Said plainly, rather than left out: somebody looks for it.
      onAction: () => setAsked(data.boundByDecisions ? 'stays' : 'bin'),
    })
  }
  return (
    <>
      <Menu
        label={t('page.more')}
        trigger={<IconButton label={t('page.more')} icon={Ellipsis} />}
        actions={actions}
      />
      <Dialog title={t('rename.title')} isOpen={asked === 'rename'} onOpenChange={closeOr('rename')}>
        <RenameForm title={artefact.title} onDone={() => setAsked(null)} />
      </Dialog>
      <ConfirmDialog
        title={t('lock.title')}
        isOpen={asked === 'lock'}
        onOpenChange={closeOr('lock')}
        confirmLabel={t('lock.confirm')}
        onConfirm={() => post('lock')}
      >
        <p>{t('lock.explained')}</p>
      </ConfirmDialog>
      <Dialog title={t('writers.title')} isOpen={asked === 'writers'} onOpenChange={closeOr('writers')}>
        <WhoWrites suggestOnly={artefact.suggestOnly === true} onDone={() => setAsked(null)} />
      </Dialog>
      <Dialog title={t('places.title')} isOpen={asked === 'places'} onOpenChange={closeOr('places')}>
        <ClosePlaces closed={data.closedPlaces} places={places} />
      </Dialog>
      <ConfirmDialog
        title={t('bin.title')}
        isOpen={asked === 'bin'}
        onOpenChange={closeOr('bin')}
        confirmLabel={t('bin.confirm')}
        onConfirm={() => post('bin')}
        danger
      >
        <p>{t('bin.explained', { title: artefact.title })}</p>
      </ConfirmDialog>
      <Dialog title={t('bin.boundTitle')} isOpen={asked === 'stays'} onOpenChange={closeOr('stays')}>
        <p>{t('bin.bound')}</p>
      </Dialog>
    </>
  )
}

function RenameForm({ title, onDone }: { title: string; onDone(): void }) {
  const t = useTranslate('artefacts')
  const fetcher = useFetcher<FormProblems | { done: true }>({ key: 'rename' })
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined
  const problem = answer && 'problems' in answer ? answer.problems.title : undefined
  return (
    <fetcher.Form
      method="post"
      onSubmit={(event) => {
        // Close at once when the name will be taken: the page shows it as soon as it is stored.
        const typed = new FormData(event.currentTarget).get('title')
        if (typeof typed === 'string' && typed.trim() !== '' && typed.length <= longestTitle) onDone()
      }}
    >
      <input type="hidden" name="intent" value="rename" />
      <TextField
        label={t('rename.label')}
        name="title"
        defaultValue={title}
        maxLength={longestTitle}
        required
        autoComplete="off"
        error={problem && (problem === 'tooLong' ? t('rename.tooLong', { count: longestTitle }) : t('rename.missing'))}
      />
      <div className="mt-6 flex justify-end">
        <Button type="submit" variant="primary">
          {t('rename.save')}
        </Button>
      </div>
    </fetcher.Form>
  )
}
