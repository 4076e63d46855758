import { z } from 'zod'
import { emailField, lineField, newPasswordField } from './fields'

export const longestName = 80

/** What somebody writes to get an account. */
export const newAccountSchema = z.object({
  name: lineField(longestName),
  email: emailField,
  newPassword: newPasswordField,
})
