import { notFound } from '#lib/errors'
import { problemResponse } from '#lib/http/problem'

// Whatever no other route answers: machines get a problem, not a page.
const handle = (): Response => problemResponse(notFound('address'))

export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT }
