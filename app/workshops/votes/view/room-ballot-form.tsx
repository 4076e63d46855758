import { useState, type SubmitEvent } from 'react'
import { organisationTypes } from '../../../artefacts/organisation-types'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { SelectField } from '../../../components/select-field'
import { TextField } from '../../../components/text-field'
import { useTranslate } from '../../../i18n/use-translate'
import type { SentAnswer, SentBallot } from '../ask-ballot'
import { longestVoterName, type Dots, type OwnBallot, type RoomVoter } from '../ballot'
import { BallotList } from './ballot-list'

interface RoomBallotFormProps {
  /** Null: somebody who is not on the list yet. */
  voter: RoomVoter | null
  ballot: OwnBallot
  send(ballot: SentBallot): Promise<SentAnswer>
  onDone(): void
}

/** One ballot that the facilitator fills for somebody else. It is sent when it is done, not dot by dot. */
export function RoomBallotForm({ voter, ballot, send, onDone }: RoomBallotFormProps) {
  const t = useTranslate('votes')
  const types = useTranslate('components')
  const [name, setName] = useState(voter?.name ?? '')
  const [organisationType, setOrganisationType] = useState<string>(voter?.organisationType ?? '')
  const [dots, setDots] = useState<Dots>(voter?.dots ?? {})
  const [nameMissing, setNameMissing] = useState(false)
  const [answer, setAnswer] = useState<SentAnswer | 'sending' | undefined>(undefined)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setNameMissing(name.trim() === '')
    if (name.trim() === '' || answer === 'sending') return
    setAnswer('sending')
    const sent = await send({ intent: 'cast-for', voter: voter?.id ?? '', name, organisationType, dots })
    setAnswer(sent)
    if (sent.outcome === 'saved') onDone()
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4 [--ballot-ground:var(--color-surface)]">
      <TextField
        label={t('room.name')}
        hint={t('room.nameHint')}
        value={name}
        maxLength={longestVoterName}
        error={nameMissing ? t('room.nameMissing') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={t('room.organisationType')}
        value={organisationType}
        options={[
          { value: '', label: t('result.noOrganisation') },
          ...organisationTypes.map((type) => ({ value: type, label: types(`organisationType.${type}`) })),
        ]}
        onChange={(event) => setOrganisationType(event.target.value)}
      />
      <BallotList targets={ballot.targets} dots={dots} limits={ballot.limits} state="open" onChange={setDots} />
      <Refusal answer={answer} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button onPress={onDone}>{t('room.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={answer === 'sending'}>
          {t('room.save')}
        </Button>
      </div>
    </form>
  )
}

function Refusal({ answer }: { answer: SentAnswer | 'sending' | undefined }) {
  const t = useTranslate('votes')
  if (answer === undefined || answer === 'sending' || answer.outcome === 'saved') return null
  return (
    <Notice tone="danger" role="alert">
      {answer.outcome === 'refused'
        ? t(`refused.${answer.reason}`)
        : t(answer.outcome === 'unreachable' ? 'room.unreachable' : 'refused.gone')}
    </Notice>
  )
}
