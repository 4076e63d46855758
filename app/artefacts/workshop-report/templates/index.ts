import { initialOrders } from '../../../document/order'
import type { Language } from '../../../i18n/languages'
import type { Template } from '../../kind'
import type { WorkshopReport } from '../model/content'

const headings: Record<Language, string[]> = {
  fi: ['Tarkoitus', 'Työpajan kulku', 'Osallistujat', 'Tulokset', 'Palaute', 'Aineistot'],
  sv: ['Syfte', 'Workshoppens gång', 'Deltagare', 'Resultat', 'Respons', 'Material'],
  en: ['Purpose', 'How the workshop went', 'Participants', 'Results', 'Feedback', 'Materials'],
}

function emptyReport(language: Language): WorkshopReport {
  const orders = initialOrders(headings[language].length)
  return {
    sections: headings[language].map((heading, index) => ({
      id: `section-${index + 1}`,
      order: orders[index] ?? '',
      depth: 1,
      heading,
      text: '',
      table: null,
    })),
  }
}

export const workshopReportTemplates: Template<WorkshopReport>[] = [
  {
    id: 'empty',
    nameKey: 'template.empty.name',
    descriptionKey: 'template.empty.description',
    content: { fi: emptyReport('fi'), sv: emptyReport('sv'), en: emptyReport('en') },
  },
]
