import pino from 'pino'
import { env } from './env'

type Said = { type: string; message: string; code?: string; stack?: string; cause?: Said }

/** An error without what was sent: drizzle writes a statement's parameters, that is answers, into its message. */
export function errorWords(error: unknown): Said {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' }
  const { code } = error as Error & { code?: unknown }
  const isQuery = error.message.startsWith('Failed query:')
  return {
    type: error.name,
    message: isQuery ? 'a statement failed' : error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(isQuery || error.stack === undefined ? {} : { stack: error.stack }),
    ...(error.cause === undefined ? {} : { cause: errorWords(error.cause) }),
  }
}

/** Structured lines on stderr; stdout belongs to what a command prints. No answer, address or token is ever logged. */
export const log = pino({ level: env().LOG_LEVEL, base: null, serializers: { err: errorWords } }, pino.destination(2))
