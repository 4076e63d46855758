import type { Template } from '../../kind'
import type { ServiceBlueprint } from '../model/content'
import { emptyPath } from './build'

/** All lanes of a blueprint and the phases of a job seeker's path. */
export const standardPath: Template<ServiceBlueprint> = {
  id: 'standard',
  nameKey: 'template.standard.name',
  descriptionKey: 'template.standard.description',
  content: {
    fi: emptyPath(
      [
        'Tarve syntyy',
        'Ensikontakti',
        'Palvelutarpeen arviointi',
        'Suunnitelma',
        'Palvelut',
        'Työ tai jatkopolku',
        'Seuranta',
      ],
      [
        { kind: 'client-actions', name: 'Asiakkaan toiminta' },
        { kind: 'feelings', name: 'Tunteet' },
        { kind: 'touchpoints', name: 'Kohtaamiset ja kanavat', lineBelow: 'interaction' },
        { kind: 'visible-work', name: 'Näkyvä työ', lineBelow: 'visibility' },
        { kind: 'back-office', name: 'Taustatyö', lineBelow: 'internal-interaction' },
        { kind: 'support', name: 'Tukiprosessit ja järjestelmät' },
        { kind: 'data', name: 'Välitettävä tieto ja sen peruste' },
        { kind: 'pain-points', name: 'Kipupisteet' },
        { kind: 'ideas', name: 'Ideat' },
        { kind: 'measures', name: 'Toimenpiteet' },
      ],
    ),
    sv: emptyPath(
      [
        'Behovet uppstår',
        'Första kontakten',
        'Bedömning av servicebehovet',
        'Plan',
        'Tjänster',
        'Arbete eller fortsatt väg',
        'Uppföljning',
      ],
      [
        { kind: 'client-actions', name: 'Vad klienten gör' },
        { kind: 'feelings', name: 'Känslor' },
        { kind: 'touchpoints', name: 'Kontakter och kanaler', lineBelow: 'interaction' },
        { kind: 'visible-work', name: 'Synligt arbete', lineBelow: 'visibility' },
        { kind: 'back-office', name: 'Bakgrundsarbete', lineBelow: 'internal-interaction' },
        { kind: 'support', name: 'Stödprocesser och system' },
        { kind: 'data', name: 'Uppgifter som lämnas vidare och grunden för det' },
        { kind: 'pain-points', name: 'Smärtpunkter' },
        { kind: 'ideas', name: 'Idéer' },
        { kind: 'measures', name: 'Åtgärder' },
      ],
    ),
    en: emptyPath(
      [
        'Need arises',
        'First contact',
        'Assessment of needs',
        'Plan',
        'Services',
        'Employment or further path',
        'Follow-up',
      ],
      [
        { kind: 'client-actions', name: 'Client’s actions' },
        { kind: 'feelings', name: 'Feelings' },
        { kind: 'touchpoints', name: 'Touchpoints and channels', lineBelow: 'interaction' },
        { kind: 'visible-work', name: 'Visible work', lineBelow: 'visibility' },
        { kind: 'back-office', name: 'Back-office work', lineBelow: 'internal-interaction' },
        { kind: 'support', name: 'Support processes and systems' },
        { kind: 'data', name: 'Data passed on and its ground' },
        { kind: 'pain-points', name: 'Pain points' },
        { kind: 'ideas', name: 'Ideas' },
        { kind: 'measures', name: 'Measures' },
      ],
    ),
  },
}
