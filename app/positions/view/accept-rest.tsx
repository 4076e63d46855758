import { CheckCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button'
import { ConfirmDialog } from '../../components/dialog'
import { useTranslate } from '../../i18n/use-translate'
import { silentRows } from '../model/position-table'
import type { Stance } from '../model/stance'
import type { OwnPositions } from '../own-positions'
import type { AgreementPositions } from '../use-agreement-positions'
import { useDrafts } from '../use-positions'

/** To accept at once all clauses that one's own organisation has not taken a position on; asks first, and can be taken back. */
export function AcceptRest({ known }: { known: AgreementPositions }) {
  const voice = known.positions.now?.voice
  if (!known.own || !voice?.may) return null
  return <Rest known={known} own={known.own} organisation={voice.organisation} />
}

interface RestProps {
  known: AgreementPositions
  own: OwnPositions
  organisation: string
}

function Rest({ known: { clauses, table }, own, organisation }: RestProps) {
  const t = useTranslate('positions')
  const drafts = useDrafts(own)
  const [isAsking, setIsAsking] = useState(false)
  const [given, setGiven] = useState<readonly string[]>([])
  // What somebody is writing about waits for them.
  const rest = silentRows(table.rows, organisation).filter(({ clause }) => !drafts.has(clause.id))
  const headings = table.rows.filter(({ clause }) => clause.isHeading).length
  const name = table.organisations.find((one) => one.organisation.id === organisation)?.organisation.name ?? ''
  const onWay = given.filter((id) => drafts.has(id)).length
  const say = (ids: readonly string[], stance: Stance) => {
    for (const { id, wording, hash } of clauses) {
      if (!ids.includes(id)) continue
      own.write(id, { stance, words: '' })
      own.send(id, { wording, wordingHash: hash })
    }
  }
  const accept = () => {
    const ids = rest.map(({ clause }) => clause.id)
    say(ids, 'accepts')
    setGiven(ids)
    setIsAsking(false)
  }
  const takeBack = () => {
    say(given, 'none')
    setGiven([])
  }
  return (
    <div className="space-y-2 empty:hidden">
      {rest.length > 0 && given.length === 0 ? (
        <>
          <p className="text-[0.9375rem]">{t('rest.left', { count: rest.length })}</p>
          <Button size="small" className="pointer-coarse:min-h-11" onPress={() => setIsAsking(true)}>
            <CheckCheck aria-hidden className="size-4" />
            {t('rest.accept')}
          </Button>
        </>
      ) : null}
      <p role="status" className="text-[0.9375rem] font-semibold">
        {given.length === 0 ? '' : onWay > 0 ? t('rest.sending', { count: onWay }) : t('rest.done', { count: given.length })}
      </p>
      {given.length > 0 && onWay === 0 ? (
        <Button size="small" className="pointer-coarse:min-h-11" onPress={takeBack}>
          <Undo2 aria-hidden className="size-4" />
          {t('rest.takeBack')}
        </Button>
      ) : null}
      <ConfirmDialog
        title={t('rest.title', { count: rest.length })}
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        confirmLabel={t('rest.confirm')}
        onConfirm={accept}
      >
        <p>{t('rest.text', { organisation: name, count: rest.length })}</p>
        {headings > 0 ? <p className="mt-2">{t('rest.headings', { count: headings })}</p> : null}
      </ConfirmDialog>
    </div>
  )
}
