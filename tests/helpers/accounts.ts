import type { Role } from '../../hooks/rules/roles.ts'
import type { TestApp } from './app.ts'

const password = 'a long test password'

/** Makes an account with these roles; answers its id, and its Authorization header. */
export async function account(
  { payload }: TestApp,
  name: string,
  publishingRoles: Role[],
): Promise<{ id: number; as: string; email: string; password: string }> {
  const data = { email: `${name}@safeguarding.example`, password }
  const { id } = await payload.create({ collection: 'users', data: { ...data, publishingRoles } })
  const { token } = await payload.login({ collection: 'users', data })
  return { id: id as number, as: `JWT ${token}`, ...data }
}
