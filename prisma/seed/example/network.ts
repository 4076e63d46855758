import type { NewOrganisation } from '../../../app/projects/organisations.server'

const municipalities = [
  'Haapavesi',
  'Ylivieska',
  'Kalajoki',
  'Oulainen',
  'Nivala',
  'Haapajärvi',
  'Reisjärvi',
  'Pyhäntä',
  'Alavieska',
  'Sievi',
  'Kärsämäki',
  'Siikalatva',
  'Merijärvi',
]

/** Who develops the co-operation in the example project. Haapavesi leads. */
export const exampleOrganisations: NewOrganisation[] = [
  ...municipalities.map((name) => ({ name, type: 'municipality' as const, lead: name === 'Haapavesi' })),
  { name: 'TE-palvelut', type: 'authority' },
  { name: 'Pohjois-Pohjanmaan ELY-keskus', type: 'authority' },
  { name: 'Kela', type: 'authority' },
  { name: 'Nuorten Ystävät ry', type: 'third-sector' },
]

export const exampleProject = {
  name: 'Tahtotilasta tulokseen',
  purpose:
    'Kolmetoista kuntaa, viranomaiset ja kolmas sektori kehittävät yhdessä palveluja, joilla nuoret ja vaikeasti ' +
    'työllistyvät pääsevät nykyistä nopeammin työhön tai koulutukseen. Työstä syntyvät yhteistyömalli, ' +
    'kumppanuussopimus ja palvelupolku.',
}
