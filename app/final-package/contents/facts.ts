import { reservationsOf } from '../../approvals/model/reservations'
import { recordText } from '../../approvals/model/record'
import { finalAt, type PackageSources, type SignOff } from '../model/sources'

// What the files of a package mean to another system. In English, as their names are.
const schema = {
  content:
    'The content file is canonical JSON (RFC 8785, UTF-8) of { kind, kindVersion, title, content }. Its SHA-256 is versionHash, which the approval records bind to. `kind` and `kindVersion` name the shape of `content`; an agreement is a tree of clauses, each with an id that it keeps through all versions.',
  approvals:
    'Each record is one decision of one organisation on one exact version. `hash` is the SHA-256 of the canonical JSON of all other fields; `previousHash` is the hash of the record with the number before, 64 zeros for the first. A record with `supersedes` takes the place of that record.',
  changes: 'The change log holds every version up to this one with its differences from the version before, by the ids of its parts.',
  times: 'Times are ISO 8601 in UTC; days (decidedOn) are days of the calendar.',
}

/** What the package is of, for case management: canonical JSON is made of it. */
export function packageFacts({ language, project, organisations, version, signOff, annexes, workshops }: PackageSources) {
  const { content: _content, ...described } = version
  return {
    format: 'tahto-package-facts/1',
    schema,
    language,
    project,
    organisations,
    version: described,
    versionHash: version.hash,
    // Among those that were asked: `notAsked` names the rest of the project's organisations.
    final: finalAt(signOff) !== null,
    finalAt: finalAt(signOff),
    // The answers are outcomes of a record, `waiting`, or `carried`: its yes to an earlier version that says the same.
    parties: (signOff.circulation?.parties ?? []).map(({ name, answer, record, earlierYes }) => ({
      organisation: name,
      answer,
      record: record?.number ?? (answer === 'carried' ? earlierYes?.number : null) ?? null,
    })),
    notAsked: (signOff.circulation?.leftOut ?? []).map(({ name }) => name),
    reservations: reservationsOf(signOff.circulation?.parties ?? []),
    annexes: annexes.map(({ title, versionNumber, hash, version: found }, index) => ({
      number: index + 1,
      title,
      version: versionNumber,
      hash,
      included: found !== null,
    })),
    workshops: workshops.map(({ title, startedAt, attendance }) => ({
      title,
      startedAt,
      people: attendance.people.length,
    })),
  }
}

/** The chain's records on this version, whole, so that anyone can work out their hashes. */
export function approvalsJson(signOff: SignOff) {
  const records = signOff.records.map((record) => ({ ...(JSON.parse(recordText(record)) as object), hash: record.hash }))
  return { format: 'tahto-approvals/1', schema: schema.approvals, finalAt: finalAt(signOff), records }
}
