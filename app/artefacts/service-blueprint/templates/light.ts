import type { Template } from '../../kind'
import type { ServiceBlueprint } from '../model/content'
import { emptyPath } from './build'

/** Few phases and lanes: enough for one workshop's first round. */
export const lightPath: Template<ServiceBlueprint> = {
  id: 'light',
  nameKey: 'template.light.name',
  descriptionKey: 'template.light.description',
  content: {
    fi: emptyPath(
      ['Ennen palvelua', 'Palvelun alku', 'Palvelun aikana', 'Palvelun jälkeen'],
      [
        { kind: 'client-actions', name: 'Asiakkaan toiminta' },
        { kind: 'feelings', name: 'Tunteet', lineBelow: 'interaction' },
        { kind: 'visible-work', name: 'Näkyvä työ', lineBelow: 'visibility' },
        { kind: 'back-office', name: 'Taustatyö' },
        { kind: 'pain-points', name: 'Kipupisteet' },
        { kind: 'ideas', name: 'Ideat' },
      ],
    ),
    sv: emptyPath(
      ['Före tjänsten', 'Tjänsten börjar', 'Under tjänsten', 'Efter tjänsten'],
      [
        { kind: 'client-actions', name: 'Vad klienten gör' },
        { kind: 'feelings', name: 'Känslor', lineBelow: 'interaction' },
        { kind: 'visible-work', name: 'Synligt arbete', lineBelow: 'visibility' },
        { kind: 'back-office', name: 'Bakgrundsarbete' },
        { kind: 'pain-points', name: 'Smärtpunkter' },
        { kind: 'ideas', name: 'Idéer' },
      ],
    ),
    en: emptyPath(
      ['Before the service', 'Service begins', 'During the service', 'After the service'],
      [
        { kind: 'client-actions', name: 'Client’s actions' },
        { kind: 'feelings', name: 'Feelings', lineBelow: 'interaction' },
        { kind: 'visible-work', name: 'Visible work', lineBelow: 'visibility' },
        { kind: 'back-office', name: 'Back-office work' },
        { kind: 'pain-points', name: 'Pain points' },
        { kind: 'ideas', name: 'Ideas' },
      ],
    ),
  },
}
