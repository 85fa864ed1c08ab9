import type { Role } from '../../hooks/rules/roles.ts'
import type { RunningServer } from './server.ts'

export interface HttpAccount {
  email: string
  password: string
}

/** Posts to a running server, as somebody where a token is given. */
export async function post<Answer>(
  { url }: Pick<RunningServer, 'url'>,
  path: string,
  body: object,
  token?: string,
): Promise<Answer> {
  const answer = await fetch(`${url}/api/${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `JWT ${token}` }),
    },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as Answer
}

/** Logs somebody in, and answers the token. */
export const tokenOf = async (
  server: Pick<RunningServer, 'url'>,
  account: HttpAccount,
): Promise<string> => (await post<{ token: string }>(server, 'users/login', account)).token

/** Has the administrator make accounts, a role or several for each name. */
export async function makeAccounts<Name extends string>(
  server: RunningServer,
  roles: Record<Name, Role | Role[]>,
): Promise<Record<Name, HttpAccount>> {
  const administrator = await tokenOf(server, server.admin)
  const made = {} as Record<Name, HttpAccount>
  for (const [name, role] of Object.entries(roles) as [Name, Role | Role[]][]) {
    made[name] = { email: `${name}@safeguarding.example`, password: 'a long test password' }
    await post(server, 'users', { ...made[name], publishingRoles: [role].flat() }, administrator)
  }
  return made
}
