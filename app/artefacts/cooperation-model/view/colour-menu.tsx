import { Check, Palette } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { IconButton } from '../../../components/icon-button'
import { itemColours, type ItemColour } from '../model/content'
import { borders, noteGrounds } from '../model/looks'
import { useBoard } from './board-context'

/** Chooses a ground by its name and its look. `chosen` is undefined where the chosen things differ. */
export function ColourMenu({ chosen, onChoose }: { chosen: ItemColour | undefined; onChoose(colour: ItemColour): void }) {
  const { t } = useBoard()
  return (
    <MenuTrigger>
      <IconButton label={t('edit.colour')} icon={Palette} />
      <Popover className="z-50 min-w-48 rounded-lg border border-line bg-surface p-1.5 shadow-floating">
        <Menu
          aria-label={t('edit.colour')}
          selectionMode="single"
          selectedKeys={chosen ? [chosen] : []}
          className="outline-none"
        >
          {itemColours.map((colour) => (
            <MenuItem
              key={colour}
              id={colour}
              textValue={t(`colour.${colour}`)}
              onAction={() => onChoose(colour)}
              className="flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 outline-none data-[focused]:bg-accent-soft"
            >
              <span
                aria-hidden
                className="size-6 shrink-0 rounded-full border"
                style={{ background: noteGrounds[colour], borderColor: borders[colour] }}
              />
              {t(`colour.${colour}`)}
              {colour === chosen ? <Check aria-hidden className="ml-auto size-4" /> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
