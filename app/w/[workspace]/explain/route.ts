import { unstable_rethrow } from 'next/navigation'
import { pageContext } from '#lib/auth/session'
import { readExplanation } from '#lib/maps/explain/read-explanation'
import { refusalResponse } from '../../../_refusals/response'
import { readSay, readWords } from '../../../_words/server'
import { calledText, formulaInWords } from '../journeys/[journey]/_explain/called'

type Route = { params: Promise<{ workspace: string }> }

/** How a number of an open page was made: the query says which read it stands in, and where. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  try {
    const { ctx } = await pageContext((await params).workspace)
    const asked = new URL(request.url).searchParams
    const compare = asked.getAll('compare')
    const [t, say, help] = [await readWords('explain'), await readSay(), await readWords('help')]
    const data = await readExplanation(ctx, { ...Object.fromEntries(asked), ...(compare.length > 0 ? { compare } : {}) }, (called) => calledText({ t, say }, called))
    return Response.json({ data: { ...data, formula: formulaInWords(help, data.formula) } }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    unstable_rethrow(error)
    return refusalResponse(error)
  }
}
