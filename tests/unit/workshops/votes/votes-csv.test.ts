import { expect, test } from 'vitest'
import { translatorFor } from '../../../../app/i18n/catalogue.server'
import type { Tally } from '../../../../app/workshops/model/live-state'
import { votesCsv } from '../../../../app/workshops/results/votes-csv'

test('the votes go into a spreadsheet: places, totals, kinds of organisations, ties, and nothing that it would run', () => {
  const translator = translatorFor('fi')
  const words = { votes: translator.in('votes'), components: translator.in('components') }
  const common = { dots: 2, tied: true }
  const tallies: Tally[] = [
    { ...common, target: 'a', name: '=HYPERLINK("x")', byType: { municipality: 2 }, gone: false },
    { ...common, target: 'b', name: 'Koulutus', byType: { authority: 1, '': 1 }, gone: true },
    { target: 'c', name: 'Lomake', dots: 1, tied: false, byType: { municipality: 1 }, gone: false },
  ]
  expect(votesCsv([{ title: 'Tärkeimmät', tallies }], words).split('\r\n')).toEqual([
    '\ufeffÄänestys;Sija;Kohde;Äänet;Kunta;Viranomainen;Kolmas sektori;Oppilaitos;Yritys;Ei organisaatiota;Huomautus',
    'Tärkeimmät;1;"\'=HYPERLINK(""x"")";2;2;0;0;0;0;0;Tasatulos',
    'Tärkeimmät;1;Koulutus;2;0;1;0;0;0;1;Tasatulos, poistettu taululta',
    'Tärkeimmät;3;Lomake;1;1;0;0;0;0;0;',
    '',
  ])
})
