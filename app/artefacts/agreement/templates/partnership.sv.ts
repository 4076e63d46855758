import { agreement, bullets, clause, numbered, paragraph, table } from '../model/compose'

/** Stomme till ett partnerskapsavtal. Anvisningarna står i kursiv och tas bort när punkten är skriven. */
export const partnershipSv = agreement(
  clause(
    'parties',
    'Avtalsparter',
    paragraph(
      '*Anvisning: räkna upp alla parter med officiellt namn och FO-nummer. Kontaktpersonerna anges i en bilaga, så att avtalet inte behöver ändras när en person byts ut.*',
    ),
    paragraph('Parter i detta avtal är:'),
    bullets(
      '[kommunens namn], [FO-nummer]',
      '[myndighetens namn], [FO-nummer]',
      '[föreningens namn], [FO-nummer]',
    ),
    paragraph('[Ansvarskommunens namn] är ansvarig part för samarbetet.'),
  ),
  clause(
    'background',
    'Bakgrund och syfte',
    paragraph(
      '*Anvisning: beskriv kort varför samarbetet behövs, vilken beredning och vilka beslut avtalet bygger på och vad som ska uppnås.*',
    ),
    paragraph(
      'Parterna har berett en gemensam verksamhetsmodell för att [målgrupp] ska få den service de behöver i rätt tid. Genom detta avtal kommer parterna överens om hur modellen tas i bruk och hur den utvecklas.',
    ),
  ),
  clause(
    'definitions',
    'Definitioner',
    paragraph('*Anvisning: definiera bara de ord som kan förstås på flera sätt.*'),
    table(
      ['Begrepp', 'Betydelse i detta avtal'],
      ['Klient', '[beskrivning]'],
      ['Servicestig', '[beskrivning]'],
      ['Ansvarig handläggare', '[beskrivning]'],
    ),
  ),
  clause(
    'objectives',
    'Mål',
    paragraph(
      '*Anvisning: formulera målen så att det går att bedöma om de har uppnåtts. Varje mål har en indikator i punkt* [[indicators]]*.*',
    ),
    numbered(
      'Servicen är tydlig, enkel och pålitlig.',
      'Klienten får service snabbare än i dag.',
      'Servicen produceras mer ekonomiskt än i dag.',
    ),
  ),
  clause(
    'principles',
    'Principer för samarbetet',
    paragraph(
      '*Anvisning: skriv högst fem eller sex principer som varje part kan förbinda sig till också när läget är svårt.*',
    ),
    bullets(
      '**Klienten först.** [förklaring]',
      '**Ett gemensamt servicelöfte.** [förklaring]',
      '**Uppgifter lämnas med klientens tillåtelse.** [förklaring]',
      '**Beslut fattas där ansvaret finns.** [förklaring]',
    ),
  ),
  clause(
    'roles',
    'Roller och ansvar',
    paragraph(
      '*Anvisning: ange vem som ansvarar för vad. En lagstadgad uppgift kan inte överföras genom detta avtal.*',
    ),
    clause('roles-municipalities', 'Kommunerna', paragraph('Kommunen [ansvarar för / deltar i / utser].')),
    clause('roles-third-sector', 'Tredje sektorn', paragraph('Föreningen [producerar / deltar i / samlar].')),
    clause(
      'roles-employment',
      'Sysselsättningstjänsterna',
      paragraph('Sysselsättningstjänsterna [bedömer / hänvisar / ansvarar för].'),
    ),
    clause(
      'roles-table',
      'Ansvarsfördelning',
      table(
        ['Uppgift', 'Ansvarar', 'Deltar'],
        ['Första kontakten', '[part]', '[parter]'],
        ['Bedömning av servicebehovet', '[part]', '[parter]'],
        ['Planen och uppföljningen av den', '[part]', '[parter]'],
      ),
    ),
  ),
  clause(
    'process',
    'Gemensam serviceprocess och klienthandledning',
    paragraph(
      '*Anvisning: beskriv stigen i huvuddrag och hänvisa till bilagan. Kom överens om hur snabbt klienten får svar och vem som håller kontakten när ansvaret övergår.*',
    ),
    clause('process-steps', 'Servicestigens skeden', numbered('[skede]', '[skede]', '[skede]')),
    clause(
      'process-transfer',
      'Överföring av ansvar',
      paragraph('Ansvaret för klienten övergår först när [villkor].'),
    ),
  ),
  clause(
    'governance',
    'Ledning och beslutsfattande',
    clause(
      'steering-group',
      'Styrgruppen',
      paragraph('*Anvisning: ange sammansättning, ordförande, uppgifter och vad styrgruppen beslutar om.*'),
      paragraph(
        'Varje part utser en representant i styrgruppen och en ersättare för denna. Ordförande är [part].',
      ),
    ),
    clause(
      'working-group',
      'Arbetsgruppen',
      paragraph(
        'Arbetsgruppen bereder ärendena för styrgruppen och ser till att det som avtalats genomförs.',
      ),
    ),
    clause(
      'meetings',
      'Möten',
      paragraph('Styrgruppen sammanträder minst [två] gånger om året. En promemoria upprättas över mötena.'),
    ),
  ),
  clause(
    'staff',
    'Personal och kompetens',
    paragraph('*Anvisning: kom överens om arbetsgivaransvar, introduktion och gemensam utbildning.*'),
    paragraph('Varje part ansvarar för arbetsgivarskyldigheterna i fråga om sin egen personal.'),
  ),
  clause(
    'information',
    'Informationsutbyte och dataskydd',
    paragraph(
      '*Anvisning: utred före undertecknandet tillsammans med dataskyddsombudet vem som är personuppgiftsansvarig, vilka uppgifter som lämnas ut och på vilken grund.*',
    ),
    clause(
      'controller',
      'Personuppgiftsansvarig',
      paragraph(
        'Varje part är personuppgiftsansvarig för de uppgifter som den behandlar i sin egen uppgift.',
      ),
    ),
    clause(
      'disclosure',
      'Utlämnande av uppgifter',
      paragraph('Uppgifter om en klient lämnas ut endast när [lagstadgad grund eller klientens samtycke].'),
    ),
    clause(
      'security',
      'Informationssäkerhet och avvikelser',
      paragraph('En part underrättar de andra utan dröjsmål om en personuppgiftsincident.'),
    ),
  ),
  clause(
    'costs',
    'Kostnader och resurser',
    paragraph(
      '*Anvisning: ange vad var och en betalar själv, vilka kostnader som delas och på vilken grund.*',
    ),
    paragraph(
      'Varje part svarar för sina egna kostnader. Gemensamma kostnader delas [enligt grund], och beslut om dem fattas årligen i samband med budgeten.',
    ),
  ),
  clause(
    'communication',
    'Kommunikation',
    paragraph(
      '*Anvisning: kom överens om vem som informerar om vad, på vilka språk och vem som svarar medierna.*',
    ),
    paragraph(
      '[Part] ansvarar för den gemensamma kommunikationen. Varje part informerar om sin egen verksamhet.',
    ),
  ),
  clause(
    'evaluation',
    'Utvärdering',
    clause(
      'indicators',
      'Indikatorer',
      table(
        ['Indikator', 'Utgångsläge', 'Mål', 'Källa'],
        ['Tiden från första kontakten till planen', '[värde]', '[värde]', '[källa]'],
        ['Hänvisade till service', '[värde]', '[värde]', '[källa]'],
        ['Klientrespons', '[värde]', '[värde]', '[källa]'],
      ),
    ),
    clause(
      'reporting',
      'Uppföljning och rapportering',
      paragraph('Utfallet utvärderas årligen. [Part] sammanställer en rapport för styrgruppen.'),
    ),
  ),
  clause(
    'quality',
    'Kvalitetssäkring',
    paragraph(
      '*Anvisning: beskriv hur servicens kvalitet säkras i vardagen och hur man lär sig av misstag.*',
    ),
    paragraph('Parterna behandlar klientrespons och avvikelser tillsammans [intervall].'),
  ),
  clause(
    'changes',
    'Ändring av avtalet',
    paragraph('Avtalet ändras skriftligt. En ändring träder i kraft när alla parter har godkänt den.'),
  ),
  clause(
    'term',
    'Giltighet och upphörande',
    clause(
      'entry-into-force',
      'Ikraftträdande',
      paragraph(
        'Avtalet träder i kraft [datum], när alla parter har godkänt det på det sätt som avtalats i punkt [[approval]].',
      ),
    ),
    clause('duration', 'Varaktighet', paragraph('Avtalet gäller till och med [datum].')),
    clause(
      'termination',
      'Uppsägning',
      paragraph('En part kan säga upp avtalet skriftligt. Uppsägningstiden är [sex] månader.'),
    ),
  ),
  clause(
    'disputes',
    'Meningsskiljaktigheter',
    paragraph(
      'Meningsskiljaktigheter löses i första hand genom förhandling. [Sättet att lösa dem i andra hand.]',
    ),
  ),
  clause('annexes', 'Bilagor', numbered('Samarbetsmodell', 'Servicestig', 'Utvärderingsplan')),
  clause(
    'approval',
    'Godkännande',
    paragraph(
      '*Anvisning: anteckna varje parts organ, mötesdag och paragraf i takt med att besluten fattas.*',
    ),
    table(['Part', 'Organ', 'Dag och paragraf'], ['[part]', '[organ]', '[dag, §]']),
  ),
)
