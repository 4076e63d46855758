import { Link } from 'react-router'
import { useTranslate } from '../../../i18n/use-translate'
import { isKnownForm } from '../decision'
import type { ShownDecision } from '../shown-decision.server'
import { addressOfPlace } from '../../../artefacts/shared/place-wish'

/** What a decision became, each leading to where it stands. */
export function BecameList({ carried }: Pick<ShownDecision, 'carried'>) {
  const t = useTranslate('decisions')
  const words = (one: ShownDecision['carried'][number]) => {
    const where = one.title || one.kindName
    return isKnownForm(one.what) ? t(`became.${one.what}`, { where }) : t('became.other', { where })
  }
  return (
    <ul className="list-disc pl-5">
      {carried.map((one) => (
        <li key={one.id}>
          {one.link ? (
            <Link to={addressOfPlace(one.link.artefactId, one.link.itemId)} className="inline-flex min-h-9 items-center">
              {words(one)}
            </Link>
          ) : (
            words(one)
          )}
          {one.inBin ? <span className="text-sm text-ink-soft">{` (${t('became.inBin')})`}</span> : null}
        </li>
      ))}
    </ul>
  )
}
