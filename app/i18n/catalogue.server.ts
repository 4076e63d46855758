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
import agendaEn from '../workshops/agenda/messages/en.json'
import agendaFi from '../workshops/agenda/messages/fi.json'
import agendaSv from '../workshops/agenda/messages/sv.json'
import runEn from '../workshops/run/messages/en.json'
import runFi from '../workshops/run/messages/fi.json'
import runSv from '../workshops/run/messages/sv.json'
import takingPartEn from '../workshops/taking-part/messages/en.json'
import takingPartFi from '../workshops/taking-part/messages/fi.json'
import takingPartSv from '../workshops/taking-part/messages/sv.json'
import votesEn from '../workshops/votes/messages/en.json'
import votesFi from '../workshops/votes/messages/fi.json'
import votesSv from '../workshops/votes/messages/sv.json'
import decisionsEn from '../workshops/decisions/messages/en.json'
import decisionsFi from '../workshops/decisions/messages/fi.json'
import decisionsSv from '../workshops/decisions/messages/sv.json'
import feedbackEn from '../workshops/feedback/messages/en.json'
import feedbackFi from '../workshops/feedback/messages/fi.json'
import feedbackSv from '../workshops/feedback/messages/sv.json'
import reportEn from '../workshops/report/messages/en.json'
import reportFi from '../workshops/report/messages/fi.json'
import reportSv from '../workshops/report/messages/sv.json'
import figuresEn from '../projects/figures/messages/en.json'
import figuresFi from '../projects/figures/messages/fi.json'
import figuresSv from '../projects/figures/messages/sv.json'
import remarksEn from '../remarks/messages/en.json'
import remarksFi from '../remarks/messages/fi.json'
import remarksSv from '../remarks/messages/sv.json'
import positionsEn from '../positions/messages/en.json'
import positionsFi from '../positions/messages/fi.json'
import positionsSv from '../positions/messages/sv.json'
import approvalsEn from '../approvals/messages/en.json'
import approvalsFi from '../approvals/messages/fi.json'
import approvalsSv from '../approvals/messages/sv.json'
import finalPackageEn from '../final-package/messages/en.json'
import finalPackageFi from '../final-package/messages/fi.json'
import finalPackageSv from '../final-package/messages/sv.json'
import publishingEn from '../publishing/messages/en.json'
import publishingFi from '../publishing/messages/fi.json'
import publishingSv from '../publishing/messages/sv.json'
import clauseLibraryEn from '../clause-library/messages/en.json'
import clauseLibraryFi from '../clause-library/messages/fi.json'
import clauseLibrarySv from '../clause-library/messages/sv.json'
import importsEn from '../imports/messages/en.json'
import importsFi from '../imports/messages/fi.json'
import importsSv from '../imports/messages/sv.json'

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
    agenda: agendaFi,
    run: runFi,
    takingPart: takingPartFi,
    votes: votesFi,
    decisions: decisionsFi,
    feedback: feedbackFi,
    report: reportFi,
    figures: figuresFi,
    remarks: remarksFi,
    positions: positionsFi,
    approvals: approvalsFi,
    finalPackage: finalPackageFi,
    publishing: publishingFi,
    clauseLibrary: clauseLibraryFi,
    imports: importsFi,
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
    agenda: agendaSv,
    run: runSv,
    takingPart: takingPartSv,
    votes: votesSv,
    decisions: decisionsSv,
    feedback: feedbackSv,
    report: reportSv,
    figures: figuresSv,
    remarks: remarksSv,
    positions: positionsSv,
    approvals: approvalsSv,
    finalPackage: finalPackageSv,
    publishing: publishingSv,
    clauseLibrary: clauseLibrarySv,
    imports: importsSv,
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
    agenda: agendaEn,
    run: runEn,
    takingPart: takingPartEn,
    votes: votesEn,
    decisions: decisionsEn,
    feedback: feedbackEn,
    report: reportEn,
    figures: figuresEn,
    remarks: remarksEn,
    positions: positionsEn,
    approvals: approvalsEn,
    finalPackage: finalPackageEn,
    publishing: publishingEn,
    clauseLibrary: clauseLibraryEn,
    imports: importsEn,
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

