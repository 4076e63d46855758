import type { Template } from '../../kind'
import type { Agreement } from '../model/content'
import { letterOfIntentEn, letterOfIntentFi, letterOfIntentSv } from './letter-of-intent'
import { partnershipEn } from './partnership.en'
import { partnershipFi } from './partnership.fi'
import { partnershipSv } from './partnership.sv'

export const templates: Template<Agreement>[] = [
  {
    id: 'partnership',
    nameKey: 'template.partnership.name',
    descriptionKey: 'template.partnership.description',
    content: { fi: partnershipFi, sv: partnershipSv, en: partnershipEn },
  },
  {
    id: 'letter-of-intent',
    nameKey: 'template.letterOfIntent.name',
    descriptionKey: 'template.letterOfIntent.description',
    content: { fi: letterOfIntentFi, sv: letterOfIntentSv, en: letterOfIntentEn },
  },
]
