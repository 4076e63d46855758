import { isLanguage, type Language } from './languages'
import { createTranslator, type Translator, type Words } from './translator'
import accountsEn from '../accounts/messages/en.json'
import accountsFi from '../accounts/messages/fi.json'
import accountsSv from '../accounts/messages/sv.json'
import artefactsEn from '../artefacts/messages/en.json'
import artefactsFi from '../artefacts/messages/fi.json'
import artefactsSv from '../artefacts/messages/sv.json'
import componentsEn from '../components/messages/en.json'
import componentsFi from '../components/messages/fi.json'
import componentsSv from '../components/messages/sv.json'
import exportsEn from '../exports/messages/en.json'
import exportsFi from '../exports/messages/fi.json'
import exportsSv from '../exports/messages/sv.json'
import projectsEn from '../projects/messages/en.json'
import projectsFi from '../projects/messages/fi.json'
import projectsSv from '../projects/messages/sv.json'
import proposalsEn from '../proposals/messages/en.json'
import proposalsFi from '../proposals/messages/fi.json'
import proposalsSv from '../proposals/messages/sv.json'
import syncEn from '../sync/messages/en.json'
import syncFi from '../sync/messages/fi.json'
import syncSv from '../sync/messages/sv.json'
import versionsEn from '../versions/messages/en.json'
import versionsFi from '../versions/messages/fi.json'
import versionsSv from '../versions/messages/sv.json'
import workshopsEn from '../workshops/messages/en.json'
import workshopsFi from '../workshops/messages/fi.json'
import workshopsSv from '../workshops/messages/sv.json'

const words: Record<Language, Words> = {
  fi: {
    accounts: accountsFi,
    artefacts: artefactsFi,
    components: componentsFi,
    exports: exportsFi,
    projects: projectsFi,
    proposals: proposalsFi,
    sync: syncFi,
    versions: versionsFi,
    workshops: workshopsFi,
  },
  sv: {
    accounts: accountsSv,
    artefacts: artefactsSv,
    components: componentsSv,
    exports: exportsSv,
    projects: projectsSv,
    proposals: proposalsSv,
    sync: syncSv,
    versions: versionsSv,
    workshops: workshopsSv,
  },
  en: {
    accounts: accountsEn,
    artefacts: artefactsEn,
    components: componentsEn,
    exports: exportsEn,
    projects: projectsEn,
    proposals: proposalsEn,
    sync: syncEn,
    versions: versionsEn,
    workshops: workshopsEn,
  },
}

/** All words of one language: what a page is sent with. */
export function wordsOf(language: Language): Words {
  return words[language]
}

const translators = new Map<Language, Translator>()

export function translatorFor(language: Language): Translator {
  const known = translators.get(language)
  if (known) return known
  const made = createTranslator(language, words[language])
  translators.set(language, made)
  return made
}

/** The best of our languages for an Accept-Language header; none when it names none of them. */
export function preferredLanguage(acceptLanguage: string | null): Language | undefined {
  return (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='))
      return { language: tag.slice(0, 2).toLowerCase(), weight: weight ? Number(weight.slice(2)) : 1 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((first, second) => second.weight - first.weight)
    .map(({ language }) => language)
    .find(isLanguage)
}

