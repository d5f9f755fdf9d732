import pino from 'pino'
import { env } from './env'

/** Structured lines on stderr; stdout belongs to what a command prints. No answer, address or token is ever logged. */
export const log = pino({ level: env().LOG_LEVEL, base: null }, pino.destination(2))
