import type { Translator } from '../../../i18n/translator'
import { sayDay } from '../../wall-time'
import type { SectionDraft } from '../compose'
import type { MaterialFacts } from '../facts'

/** What the workshop worked on, with the newest version of each when the report was made. */
export function materialsSection(materials: readonly MaterialFacts[], translator: Translator): SectionDraft {
  const t = translator.in('report')
  return {
    id: 'materials',
    heading: t('materials.heading'),
    text: materials.length === 0 ? t('materials.none') : '',
    table: {
      caption: t('materials.caption'),
      columns: [t('materials.artefact'), t('materials.kind'), t('materials.version')],
      rows: materials.map(({ title, kind, version }) => [title, kind, sayVersion(version, translator)]),
    },
  }
}

function sayVersion(version: MaterialFacts['version'], translator: Translator): string {
  const t = translator.in('report')
  if (!version) return t('materials.noVersion')
  const { number, name, takenAt } = version
  return t('materials.versionOf', { number, name, day: sayDay(takenAt, translator.language) })
}
