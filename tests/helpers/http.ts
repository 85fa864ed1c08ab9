import type { Answer, TestApp } from './app.ts'

export type HttpClient = Pick<TestApp, 'editor' | 'graphql' | 'rest'>

/** Speaks to a running server as any program does, with the interface of a test app. */
export async function httpClient(
  url: string,
  admin: { email: string; password: string },
): Promise<HttpClient> {
  const rest: HttpClient['rest'] = async (method, path, { as, body, headers } = {}) => {
    const isForm = body instanceof FormData
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        ...(body && !isForm && { 'Content-Type': 'application/json' }),
        ...(as && { Authorization: as }),
        ...headers,
      },
      body: isForm ? body : body && JSON.stringify(body),
    })
    return answerOf(response)
  }
  const login = await rest('POST', '/users/login', { body: admin })
  return {
    editor: `JWT ${login.body.token}`,
    rest,
    graphql: (query, { variables, ...request } = {}) =>
      rest('POST', '/graphql', { ...request, body: { query, variables } }),
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const isJSON = response.headers.get('content-type')?.includes('json')
  return {
    status: response.status,
    headers: response.headers,
    body: isJSON ? JSON.parse(bytes.toString()) : bytes,
  }
}
