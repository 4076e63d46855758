import { useState, type FormEvent } from 'react'
import { Button } from '../../../../components/button'
import { Dialog } from '../../../../components/dialog'
import { SelectField } from '../../../../components/select-field'
import { TextField } from '../../../../components/text-field'
import type { Translate } from '../../../kind'
import type { AnnexChoices } from '../../../shared/annex-choices'
import type { AttachedVersion } from '../../model/annexes'
import { longestAnnexTitle } from '../../model/content'

interface AttachDialogProps {
  choices: AnnexChoices
  t: Translate
  onAttach(version: AttachedVersion): void
  onClose(): void
}

/** Asks which version of which artefact is attached, and under what title. */
export function AttachDialog({ choices, t, onAttach, onClose }: AttachDialogProps) {
  const ready = choices.filter(({ versions }) => versions.length > 0)
  const without = choices.filter(({ versions }) => versions.length === 0)
  const [artefact, setArtefact] = useState(ready[0]?.artefact ?? '')
  const [number, setNumber] = useState<number>()
  const [written, setWritten] = useState<string>()
  const [error, setError] = useState<string>()
  const chosen = ready.find((one) => one.artefact === artefact)
  const version = chosen?.versions.find((one) => one.number === number) ?? chosen?.versions[0]
  const title = written ?? chosen?.title ?? ''

  const attach = (event: FormEvent) => {
    event.preventDefault()
    if (!version || title.trim() === '') {
      setError(t('annex.titleMissing'))
      return
    }
    onAttach({ title, artefact, version: version.number, hash: version.hash })
    onClose()
  }
  return (
    <Dialog title={t('annex.attach')} isOpen onOpenChange={onClose}>
      {ready.length === 0 ? (
        <p>{t('annex.nothingToAttach')}</p>
      ) : (
        <form onSubmit={attach} noValidate className="grid gap-4">
          <SelectField
            label={t('annex.artefact')}
            value={artefact}
            autoFocus
            onChange={(event) => {
              setArtefact(event.target.value)
              setNumber(undefined)
            }}
            options={ready.map((one) => ({ value: one.artefact, label: one.title }))}
          />
          <SelectField
            label={t('annex.version')}
            hint={t('annex.versionHint')}
            value={String(version?.number ?? '')}
            onChange={(event) => setNumber(Number(event.target.value))}
            options={(chosen?.versions ?? []).map((one) => ({
              value: String(one.number),
              label: t('annex.versionName', { version: one.number, name: one.name }),
            }))}
          />
          <TextField
            label={t('annex.title')}
            value={title}
            maxLength={longestAnnexTitle}
            error={error}
            onChange={(event) => setWritten(event.target.value)}
          />
          {without.length > 0 ? (
            <p className="text-sm text-ink-soft">
              {t('annex.withoutVersions', { titles: without.map((one) => one.title).join(', ') })}
            </p>
          ) : null}
          <div className="mt-2 flex justify-end">
            <Button variant="primary" type="submit">
              {t('annex.attachThis')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
