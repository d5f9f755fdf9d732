import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth, { type AuthOptions } from 'next-auth'
import { tellNextAuth } from '#lib/env'

export type AuthCall = {
  method: 'GET' | 'POST'
  /** The parts after /api/auth, such as ['callback', 'oidc']. */
  path: string[]
  query: Record<string, string>
  body: Record<string, unknown>
  cookies: Record<string, string>
  headers: Record<string, string>
}

export type AuthAnswer = { status: number; headers: Headers; body: string }

/**
 * next-auth through its plain request and response, the one of its doors that needs nothing of Next around it: the route,
 * the sign-in form and the tests all go through here.
 */
export async function callNextAuth(options: AuthOptions, call: AuthCall): Promise<AuthAnswer> {
  tellNextAuth()
  const answer = { status: 200, headers: new Headers(), body: '' }
  const response = {
    status(code: number) {
      answer.status = code
      return response
    },
    getHeader: (name: string) => (name === 'Set-Cookie' ? answer.headers.getSetCookie() : answer.headers.get(name)),
    setHeader(name: string, value: string | string[]) {
      answer.headers.delete(name)
      for (const each of [value].flat()) answer.headers.append(name, each)
    },
    json(value: unknown) {
      answer.headers.set('Content-Type', 'application/json')
      answer.body = JSON.stringify(value)
    },
    send(value: unknown) {
      if (typeof value === 'string') answer.body = value
      else if (value !== undefined) response.json(value)
    },
    end() {},
  }
  const request = {
    method: call.method,
    query: { ...call.query, nextauth: call.path },
    body: call.body,
    cookies: call.cookies,
    headers: call.headers,
  }
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options)
  return answer
}
