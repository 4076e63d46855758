import { compose, type FrameDraft, type MemberDraft } from '../../../app/artefacts/cooperation-model/model/compose'
import type { Connector, CooperationModel, FlowKind } from '../../../app/artefacts/cooperation-model/model/content'
import type { OrganisationType } from '../../../app/artefacts/organisation-types'
import { workshopGaps } from './workshop-results'

interface Place {
  x: number
  y: number
  width?: number
  height?: number
}

const actor = (id: string, type: OrganisationType, name: string, role: string, place: Place): MemberDraft => ({
  id,
  type: 'actor',
  organisationType: type,
  name,
  role,
  ...place,
})

const note = (id: string, text: string, place: Place): MemberDraft => ({ id, type: 'note', text, colour: 'paper', ...place })

const flow = (id: string, kind: FlowKind, from: string, to: string, label: string): Connector => ({
  id,
  flow: kind,
  from,
  to,
  label,
})

const partners = [
  ['ylivieska', 'Ylivieska'],
  ['kalajoki', 'Kalajoki'],
  ['oulainen', 'Oulainen'],
  ['nivala', 'Nivala'],
  ['haapajarvi', 'Haapajärvi'],
  ['reisjarvi', 'Reisjärvi'],
  ['pyhanta', 'Pyhäntä'],
  ['alavieska', 'Alavieska'],
  ['sievi', 'Sievi'],
  ['karsamaki', 'Kärsämäki'],
  ['siikalatva', 'Siikalatva'],
  ['merijarvi', 'Merijärvi'],
] as const

const steering: FrameDraft = {
  ...{ id: 'ohjausryhma', name: 'Ohjausryhmä', colour: 'violet', x: 0, y: 0, width: 1790, height: 224 },
  members: [
    {
      id: 'ohjausryhma-kokoontuu',
      type: 'text',
      size: 'small',
      text: 'Yksi edustaja kustakin kunnasta. Kokoontuu kaksi kertaa vuodessa ja aina, kun työnjako muuttuu.',
      ...{ x: 690, y: 12, width: 760, height: 28 },
    },
    actor('haapavesi', 'municipality', 'Haapavesi', 'Päätoteuttaja. Kutsuu koolle ja toimii puheenjohtajana.', {
      ...{ x: 72, y: 56, width: 216, height: 142 },
    }),
    actor('ely', 'authority', 'Pohjois-Pohjanmaan ELY-keskus', 'Rahoittaa ja seuraa tavoitteita.', {
      ...{ x: 424, y: 56, width: 244, height: 142 },
    }),
    ...partners.map(([id, name], index) =>
      actor(id, 'municipality', name, '', {
        x: 692 + (index % 6) * 182,
        y: 56 + Math.floor(index / 6) * 77,
        width: 170,
        height: 65,
      }),
    ),
  ],
}

const staff: FrameDraft = {
  ...{ id: 'henkilosto', name: 'Henkilöstö', colour: 'green', x: 0, y: 304, width: 280, height: 470 },
  members: [
    actor('projektiryhma', 'municipality', 'Projektiryhmä', 'Valmistelee, kokoaa palautteen ja kouluttaa.', {
      ...{ x: 16, y: 56, width: 248 },
    }),
    actor('palveluohjaajat', 'municipality', 'Palveluohjaajat', 'Kulkevat asiakkaan rinnalla kuntarajoista riippumatta.', {
      ...{ x: 16, y: 206, width: 248 },
    }),
    actor('tyovalmentajat', 'third-sector', 'Työvalmentajat', 'Etsivät työpaikan ja tukevat alussa.', {
      ...{ x: 16, y: 356, width: 248 },
    }),
  ],
}

const clientService: FrameDraft = {
  ...{ id: 'asiakaspalvelu', name: 'Asiakaspalvelu', colour: 'blue', x: 390, y: 304, width: 980, height: 470 },
  members: [
    actor('etsiva-nuorisotyo', 'municipality', 'Etsivä nuorisotyö', 'Tavoittaa nuoret, jotka eivät itse hakeudu palveluun.', {
      ...{ x: 16, y: 56, width: 216 },
    }),
    {
      ...{ id: 'asiakas', type: 'note', colour: 'yellow', x: 384, y: 56, width: 200, height: 112 },
      text: 'Asiakas: nuori tai vaikeasti työllistyvä työnhakija. Häntä ei yksilöidä tällä alustalla.',
    },
    actor('kela', 'authority', 'Kela', 'Etuudet ja kuntoutus. Neuvoo elämän muutoksissa.', { x: 748, y: 56, width: 216 }),
    actor('lahipalvelu', 'municipality', 'Kunnan lähipalvelu', 'Ensimmäinen kontakti: kuuntelee ja kokoaa tilanteen.', {
      ...{ x: 16, y: 226, width: 216 },
    }),
    actor('te-palvelut', 'authority', 'TE-palvelut', 'Arvioi palvelutarpeen ja laatii suunnitelman.', {
      ...{ x: 384, y: 226, width: 200 },
    }),
    actor('nuorten-ystavat', 'third-sector', 'Nuorten Ystävät ry', 'Valmennus, ryhmät ja kuntouttava työtoiminta.', {
      ...{ x: 748, y: 226, width: 216 },
    }),
    note('aika', 'Ensikontaktista suunnitelmaan enintään kaksi viikkoa.', { x: 16, y: 382, width: 304, height: 68 }),
    note('sama-ihminen', 'Sama ihminen kulkee rinnalla koko polun ajan.', { x: 338, y: 382, width: 304, height: 68 }),
    note('jatkopolku', 'Polku päättyy työhön, koulutukseen tai muuhun sovittuun jatkoon.', {
      ...{ x: 660, y: 382, width: 304, height: 68 },
    }),
  ],
}

const stakeholders: FrameDraft = {
  ...{ id: 'sidosryhmat', name: 'Sidosryhmät', colour: 'rose', x: 1500, y: 304, width: 290, height: 470 },
  members: [
    actor('tyollisyysalue', 'authority', 'Työllisyysalue YKN', 'Ylivieska, Kalajoki ja Nivala.', { x: 16, y: 56, width: 258 }),
    actor('jedu', 'education', 'JEDU', 'Ammatilliset opinnot ja koulutuskokeilut.', { x: 16, y: 160, width: 258 }),
    actor('yritykset', 'business', 'Alueen mikro- ja pienyritykset', '', { x: 16, y: 282, width: 258 }),
    actor('centria', 'education', 'Centria', '', { x: 16, y: 387, width: 123 }),
    actor('nihak', 'education', 'NIHAK', '', { x: 151, y: 387, width: 123 }),
  ],
}

const tools: FrameDraft = {
  ...{ id: 'tyokalut', name: 'Työkalut', colour: 'paper', x: 0, y: 854, width: 880, height: 160 },
  members: [
    note('palvelukartta', 'Yhteinen palvelukartta', { x: 16, y: 56, width: 160, height: 84 }),
    note('palvelupolku', 'Kuvattu palvelupolku', { x: 188, y: 56, width: 160, height: 84 }),
    note('lupa', 'Asiakkaan lupa tiedon siirtoon', { x: 360, y: 56, width: 160, height: 84 }),
    note('vuosikello', 'Vuosikello', { x: 532, y: 56, width: 160, height: 84 }),
    note('palautekysely', 'Palautekysely asiakkaille', { x: 704, y: 56, width: 160, height: 84 }),
  ].map((item) => ({ ...item, colour: 'blue' }) as MemberDraft),
}

const principles: FrameDraft = {
  ...{ id: 'periaatteet', name: 'Periaatteet', colour: 'yellow', x: 910, y: 854, width: 880, height: 160 },
  members: [
    note('asiakas-edella', 'Asiakas edellä', { x: 16, y: 56, width: 160, height: 84 }),
    note('palvelulupaus', 'Yksi yhteinen palvelulupaus', { x: 188, y: 56, width: 160, height: 84 }),
    note('tieto-luvalla', 'Tieto kulkee asiakkaan luvalla', { x: 360, y: 56, width: 160, height: 84 }),
    note('paatokset', 'Päätökset siellä, missä vastuu on', { x: 532, y: 56, width: 160, height: 84 }),
    note('arviointi', 'Arvioidaan vuosittain', { x: 704, y: 56, width: 160, height: 84 }),
  ],
}

/** What was written in the workshop, and room for more: the steps of its agenda happen here. */
const workshopNotes: FrameDraft = {
  ...{ id: 'tyopajan-laput', name: 'Työpajan laput', colour: 'yellow', x: 0, y: 1054, width: 1790, height: 200 },
  members: workshopGaps.map(({ id, text }, index) => note(id, text, { x: 16 + index * 254, y: 56, width: 240, height: 124 })),
}

const flows: Connector[] = [
  flow('ely-haapavesi', 'money', 'ely', 'haapavesi', 'hankerahoitus'),
  flow('haapavesi-projektiryhma', 'decision', 'haapavesi', 'projektiryhma', 'toimeksianto'),
  flow('projektiryhma-haapavesi', 'information', 'projektiryhma', 'haapavesi', 'esitykset'),
  flow('projektiryhma-palveluohjaajat', 'information', 'projektiryhma', 'palveluohjaajat', 'koulutus ja ohjeet'),
  flow('ohjausryhma-asiakaspalvelu', 'decision', 'ohjausryhma', 'asiakaspalvelu', 'palvelulupaus ja työnjako'),
  flow('asiakaspalvelu-ohjausryhma', 'information', 'asiakaspalvelu', 'ohjausryhma', 'mittarit ja palaute'),
  flow('asiakas-etsiva', 'client', 'etsiva-nuorisotyo', 'asiakas', 'tavoittaa'),
  flow('etsiva-lahipalvelu', 'client', 'etsiva-nuorisotyo', 'lahipalvelu', 'saattaa mukaan'),
  flow('asiakas-lahipalvelu', 'client', 'asiakas', 'lahipalvelu', 'ottaa yhteyttä'),
  flow('kela-asiakas', 'money', 'kela', 'asiakas', 'etuudet'),
  flow('kela-te', 'information', 'kela', 'te-palvelut', 'etuuspäätös'),
  flow('lahipalvelu-te', 'client', 'lahipalvelu', 'te-palvelut', 'yhteinen aika'),
  flow('lahipalvelu-te-tieto', 'information', 'lahipalvelu', 'te-palvelut', 'esitiedot luvalla'),
  flow('te-nuorten-ystavat', 'client', 'te-palvelut', 'nuorten-ystavat', 'valmennukseen'),
  flow('nuorten-ystavat-te', 'information', 'nuorten-ystavat', 'te-palvelut', 'väliarvio'),
  flow('palveluohjaajat-lahipalvelu', 'client', 'palveluohjaajat', 'lahipalvelu', 'kulkee rinnalla'),
  flow('tyovalmentajat-lahipalvelu', 'information', 'tyovalmentajat', 'lahipalvelu', 'viikkotilanne'),
  flow('nuorten-ystavat-yritykset', 'client', 'nuorten-ystavat', 'yritykset', 'työkokeiluun'),
  flow('yritykset-nuorten-ystavat', 'information', 'yritykset', 'nuorten-ystavat', 'palaute työstä'),
  flow('nuorten-ystavat-jedu', 'client', 'nuorten-ystavat', 'jedu', 'opintoihin'),
  flow('tyollisyysalue-asiakaspalvelu', 'information', 'tyollisyysalue', 'asiakaspalvelu', 'palvelutarjonta'),
  flow('tyokalut-asiakaspalvelu', 'information', 'tyokalut', 'asiakaspalvelu', 'tukevat arkea'),
  flow('periaatteet-asiakaspalvelu', 'decision', 'periaatteet', 'asiakaspalvelu', 'ohjaavat työtä'),
]

/** The example project's co-operation model: thirteen municipalities and their partners around one path. */
export const cooperationModelExample: CooperationModel = compose(
  [steering, clientService, staff, stakeholders, tools, principles, workshopNotes],
  [],
  flows,
)
