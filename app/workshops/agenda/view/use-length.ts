import { useTranslate } from '../../../i18n/use-translate'
import { hoursAndMinutes } from '../schedule'

/** Says a length: "2 h 15 min". */
export function useLength(): (minutes: number) => string {
  const t = useTranslate('agenda')
  return (all) => {
    const { hours, minutes } = hoursAndMinutes(all)
    if (hours === 0) return t('fit.minutes', { minutes })
    return minutes === 0 ? t('fit.hours', { hours }) : t('fit.hoursMinutes', { hours, minutes })
  }
}
