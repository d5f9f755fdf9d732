import type { NextRequest } from 'next/server'
import { authRoute } from '#lib/auth/sign-in'

type Route = { params: Promise<{ nextauth: string[] }> }

const answer = async (request: NextRequest, { params }: Route) => authRoute(request, (await params).nextauth)

export { answer as GET, answer as POST }
