import { Prisma } from '../../prisma/client.server'
import type { Language } from '../i18n/languages'
import { newId } from '../lib/id'
import type { Services } from '../load-context'
import { FieldRefused } from './form-problem'
import { limitersOf } from './limiters.server'
import { hashPassword, verifyPassword } from './password.server'
import { endAllSessions } from './session.server'

export interface NewAccount {
  name: string
  /** Already in lower case. */
  email: string
  password: string
  language: Language
  installationOwner?: boolean
}

/**
 * Makes an account and answers its id.
 * @throws FieldRefused for an e-mail that has one already.
 */
export async function createAccount(services: Services, account: NewAccount): Promise<string> {
  const id = newId()
  const { name, email, password, language, installationOwner = false } = account
  try {
    await services.database.user.create({
      data: {
        id,
        name,
        email,
        passwordHash: await hashPassword(password),
        language,
        installationOwner,
        createdAt: new Date(services.now()),
      },
    })
  } catch (error) {
    if (isTaken(error)) throw new FieldRefused('email', 'emailTaken')
    throw error
  }
  return id
}

/** Whether the database refused a row because one of its unique values is there already. */
export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

export async function changeName(services: Services, userId: string, name: string): Promise<void> {
  await services.database.user.update({ where: { id: userId }, data: { name } })
  // Others see the name in open artefacts: their server re-reads it.
  await services.live.rightsChanged({ userId })
}

export async function changeLanguage(services: Services, userId: string, language: Language): Promise<void> {
  await services.database.user.update({ where: { id: userId }, data: { language } })
}

/**
 * Changes the password and signs the account out everywhere but in `sessionTokenHash`.
 * @throws FieldRefused when `current` is not the password, or was not too many times.
 */
export async function changePassword(
  services: Services,
  change: { userId: string; current: string; next: string; sessionTokenHash: string },
): Promise<void> {
  const { changePassword: tries } = limitersOf(services)
  if (!tries.take(change.userId)) throw new FieldRefused('currentPassword', 'tooManyTries')
  const user = await services.database.user.findUnique({ where: { id: change.userId } })
  if (!(await verifyPassword(user?.passwordHash ?? null, change.current))) {
    throw new FieldRefused('currentPassword', 'wrongPassword')
  }
  tries.giveBack(change.userId)
  const passwordHash = await hashPassword(change.next)
  await services.database.user.update({ where: { id: change.userId }, data: { passwordHash } })
  await endAllSessions(services, change.userId, change.sessionTokenHash)
}
