import { Ellipsis, Pencil, Shuffle } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { IconButton } from '../../../components/icon-button'
import { Menu, type MenuAction } from '../../../components/menu'
import { SelectField } from '../../../components/select-field'
import { TextField } from '../../../components/text-field'
import { useTranslate } from '../../../i18n/use-translate'
import type { LiveStep } from '../../model/live-state'
import { mixings, mostGroups, type Mixing } from '../../model/steps'
import type { DeskPerson } from '../desk'
import { Key } from './panel'
import type { StepToolsProps } from './step-panel'
import type { Commands } from './use-commands'
import { shortcuts } from './use-shortcuts'

const longestName = 60

/** Making groups, mixing anew, and moving one person at a time. */
export function BreakoutTools({ step, desk, commands }: StepToolsProps) {
  const t = useTranslate('run')
  const made = step.groups.length > 0
  const placed = new Set((desk.step.groups ?? []).flatMap(({ people }) => people))
  const left = desk.people.filter((person) => person.here && !person.leads && !placed.has(person.key))
  return (
    <div className="flex flex-col gap-4">
      <MakeForm key={`${step.settings.groups} ${step.settings.mixing}`} step={step} commands={commands} made={made} />
      {made ? (
        <ul className="grid gap-3 sm:grid-cols-2 2xl:grid-cols-3">
          {step.groups.map((group) => (
            <Group
              key={group.id}
              group={group}
              people={(desk.step.groups?.find(({ id }) => id === group.id)?.people ?? []).flatMap(
                (key) => desk.people.find((person) => person.key === key) ?? [],
              )}
              step={step}
              commands={commands}
            />
          ))}
        </ul>
      ) : null}
      {made && left.length > 0 ? (
        <div>
          <h3 className="font-bold">{t('groups.left')}</h3>
          <ul>
            {left.map((person) => (
              <Person key={person.key} person={person} from={null} step={step} commands={commands} />
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

function MakeForm({ step, commands, made }: { step: LiveStep; commands: Commands; made: boolean }) {
  const t = useTranslate('run')
  const [groups, setGroups] = useState(String(step.settings.groups))
  const [mixing, setMixing] = useState<Mixing>(step.settings.mixing)
  const counts = Array.from({ length: mostGroups - 1 }, (_, index) => String(index + 2))
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SelectField
        label={t('groups.count')}
        value={groups}
        options={counts.map((value) => ({ value, label: value }))}
        onChange={(event) => setGroups(event.currentTarget.value)}
      />
      <SelectField
        label={t('groups.how')}
        value={mixing}
        options={mixings.map((value) => ({ value, label: t(`groups.mixing.${value}`) }))}
        onChange={(event) => setMixing(mixings.find((one) => one === event.currentTarget.value) ?? 'mixed')}
      />
      <Button
        variant={made ? 'secondary' : 'primary'}
        isPending={commands.pending === 'make-groups'}
        aria-keyshortcuts={shortcuts.main}
        onPress={() => void commands.give('make-groups', { step: step.id, groups, mixing })}
      >
        <Shuffle aria-hidden className="size-5" />
        {made ? t('groups.again') : t('groups.make')}
        <Key>{shortcuts.main}</Key>
      </Button>
    </div>
  )
}

interface GroupProps {
  group: LiveStep['groups'][number]
  people: readonly DeskPerson[]
  step: LiveStep
  commands: Commands
}

function Group({ group, people, step, commands }: GroupProps) {
  const t = useTranslate('run')
  const [renames, setRenames] = useState(false)
  const [name, setName] = useState(group.name)
  const rename = async () => {
    if (await commands.give('rename-group', { group: group.id, name })) setRenames(false)
  }
  return (
    <li className="rounded-lg border border-line p-3">
      <div className="flex items-center justify-between gap-2">
        <h3 className="min-w-0 font-bold [overflow-wrap:anywhere]">
          {group.name} <span className="font-normal text-ink-soft">{people.length}</span>
        </h3>
        <IconButton icon={Pencil} label={t('groups.renameOf', { name: group.name })} className="size-8" onPress={() => setRenames(true)} />
      </div>
      <ul>
        {people.map((person) => (
          <Person key={person.key} person={person} from={group.id} step={step} commands={commands} />
        ))}
      </ul>
      {people.length === 0 ? <p className="text-sm text-ink-soft">{t('groups.empty')}</p> : null}
      <Dialog title={t('groups.renameOf', { name: group.name })} isOpen={renames} onOpenChange={setRenames}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void rename()
          }}
        >
          <TextField
            label={t('groups.newName')}
            value={name}
            maxLength={longestName}
            required
            autoFocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="primary" className="mt-4">
            {t('groups.rename')}
          </Button>
        </form>
      </Dialog>
    </li>
  )
}

interface PersonProps {
  person: DeskPerson
  /** The group that they are in. */
  from: string | null
  step: LiveStep
  commands: Commands
}

function Person({ person, from, step, commands }: PersonProps) {
  const t = useTranslate('run')
  const { key, name, organisation } = person
  const move = (group: string) => () => void commands.give('move-person', { step: step.id, participant: key, group })
  const actions: MenuAction[] = step.groups
    .filter(({ id }) => id !== from)
    .map((group) => ({ id: group.id, label: t('groups.moveTo', { name: group.name }), onAction: move(group.id) }))
  if (from !== null) actions.push({ id: 'out', label: t('groups.moveOut'), startsGroup: true, onAction: move('') })
  const label = t('groups.moveOf', { name })
  return (
    <li className="flex min-h-9 items-center gap-2">
      <span className="min-w-0 flex-1 text-sm [overflow-wrap:anywhere]">
        {name} <span className="text-ink-soft">{organisation}</span>
      </span>
      <Menu label={label} trigger={<IconButton icon={Ellipsis} label={label} className="size-8" />} actions={actions} />
    </li>
  )
}
