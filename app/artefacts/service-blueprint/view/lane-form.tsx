import { useState } from 'react'
import { Button } from '../../../components/button'
import { SelectField } from '../../../components/select-field'
import { TextField } from '../../../components/text-field'
import {
  blueprintLines,
  laneKinds,
  longest,
  type BlueprintLine,
  type Lane,
  type LaneKind,
} from '../model/content'
import { laneName } from '../model/names'
import { useBlueprint } from './blueprint-context'
import type { LaneWishes } from './phase-and-lane-acts'

interface LaneFormProps {
  lanes: readonly Lane[]
  /** The lane whose settings these are; none where one is added, at `index`. */
  lane?: Lane
  index?: number
  onDone(wishes: LaneWishes, index: number): void
}

/** What a lane holds, what it is called and which line runs below it. */
export function LaneForm({ lanes, lane, index = lanes.length, onDone }: LaneFormProps) {
  const { t } = useBlueprint()
  const [kind, setKind] = useState<LaneKind>(lane?.kind ?? firstMissing(lanes))
  const [name, setName] = useState(lane?.name ?? '')
  const [line, setLine] = useState<BlueprintLine | undefined>(lane?.lineBelow)
  const [position, setPosition] = useState(index)
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onDone({ name: name.trim() || t(`laneKind.${kind}`), kind, lineBelow: line }, position)
      }}
    >
      <SelectField
        label={t('lane.kind')}
        hint={t(`laneHint.${kind}`)}
        value={kind}
        onChange={(event) => setKind(laneKinds.find((one) => one === event.currentTarget.value) ?? 'other')}
        options={laneKinds.map((value) => ({ value, label: t(`laneKind.${value}`) }))}
      />
      <TextField
        label={t('lane.name')}
        value={name}
        placeholder={t(`laneKind.${kind}`)}
        maxLength={Math.max(longest.name, name.length)}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {lane ? null : (
        <SelectField
          label={t('lane.position')}
          value={String(position)}
          onChange={(event) => setPosition(Number(event.currentTarget.value))}
          options={[
            { value: '0', label: t('lane.first') },
            ...lanes.map((one, at) => ({
              value: String(at + 1),
              label: t('lane.after', { name: laneName(one, t) }),
            })),
          ]}
        />
      )}
      <SelectField
        label={t('lane.lineBelow')}
        hint={t('lane.lineHint')}
        value={line ?? ''}
        onChange={(event) => setLine(blueprintLines.find((one) => one === event.currentTarget.value))}
        options={[
          { value: '', label: t('line.none') },
          ...blueprintLines.map((value) => ({ value, label: t(`line.${value}.name`) })),
        ]}
      />
      <div className="mt-2 flex justify-end">
        <Button type="submit" variant="primary">
          {lane ? t('lane.save') : t('lane.add')}
        </Button>
      </div>
    </form>
  )
}

function firstMissing(lanes: readonly Lane[]): LaneKind {
  return laneKinds.find((kind) => !lanes.some((lane) => lane.kind === kind)) ?? 'other'
}
