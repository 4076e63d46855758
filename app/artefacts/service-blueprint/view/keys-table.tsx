import { useBlueprint } from './blueprint-context'

const keys = [
  'arrows',
  'homeEnd',
  'enter',
  'escape',
  'add',
  'altArrows',
  'move',
  'duplicate',
  'delete',
  'undo',
  'redo',
] as const

/** What can be done by keys. */
export function KeysTable() {
  const { t } = useBlueprint()
  return (
    <table className="w-full text-left">
      <thead>
        <tr>
          <th scope="col" className="py-1.5 pr-4">
            {t('keys.key')}
          </th>
          <th scope="col" className="py-1.5">
            {t('keys.does')}
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key} className="border-t border-line">
            <th scope="row" className="py-1.5 pr-4 align-top font-semibold whitespace-nowrap">
              {t(`keys.names.${key}`)}
            </th>
            <td className="py-1.5">{t(`keys.${key}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
