import { hash, verify } from '@node-rs/argon2'

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. About 20 ms of one core.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** argon2id, in PHC string form. */
export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost)
}

let hashOfNobody: Promise<string> | undefined

/**
 * Whether `password` belongs to `passwordHash`. With null (nobody has such an account) it takes as long and
 * answers false, so that time tells nothing about who has an account.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword('nobody has this password')
  const right = await verify(passwordHash ?? (await hashOfNobody), normal(password))
  return right && passwordHash !== null
}

// The same letters typed on a phone and on a Mac can be different code points.
function normal(password: string): string {
  return password.normalize('NFKC')
}
