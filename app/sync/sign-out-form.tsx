import { lazy, Suspense, useState, type FormEvent, type ReactNode } from 'react'
import { Form, useSubmit } from 'react-router'
import { forgetDevice, keepsUnconfirmedEdits } from './device-store'

// Few ever need it: its code comes when they do.
const SignOutQuestion = lazy(() => import('./sign-out-question'))

interface SignOutFormProps {
  /** Whose copies on this device end with the session: `user:ID` or `seat:ID`. */
  participantKey: string
  children: ReactNode
}

/**
 * Signs out, and leaves nothing of that person on the device. Asks first where that would lose edits.
 * Without JavaScript it signs out all the same.
 */
export function SignOutForm({ participantKey, children }: SignOutFormProps) {
  const submit = useSubmit()
  const [asked, setAsked] = useState(false)
  const leave = async () => {
    // A browser that will not tell what it keeps must not hold anybody back.
    await forgetDevice(participantKey).catch(() => undefined)
    await submit({}, { method: 'post', action: '/sign-out' })
  }
  const look = async (event: FormEvent) => {
    event.preventDefault()
    if (await keepsUnconfirmedEdits(participantKey).catch(() => false)) setAsked(true)
    else await leave()
  }
  return (
    <>
      <Form method="post" action="/sign-out" onSubmit={(event) => void look(event)}>
        {children}
      </Form>
      {asked ? (
        <Suspense>
          <SignOutQuestion onStay={() => setAsked(false)} onLeave={() => void leave()} />
        </Suspense>
      ) : null}
    </>
  )
}
