import type { TranslateIn } from '../../../i18n/catalogue'
import type { TimeLeft } from '../time-left'

/** A step's time in words; empty for a step without an end. */
export function timeWords(t: TranslateIn<'takingPart'>, left: TimeLeft): string {
  switch (left.kind) {
    case 'open':
      return ''
    case 'over':
      return t('time.over')
    case 'under-one':
      return left.paused ? t('time.paused', { time: t('time.underOne') }) : t('time.underOne')
    case 'minutes': {
      const time = t('time.minutes', { count: left.minutes })
      return left.paused ? t('time.paused', { time }) : time
    }
  }
}
