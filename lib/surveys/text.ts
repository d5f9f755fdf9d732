import { z } from 'zod'

/** One line of a survey's words. */
export const line = (max: number) => z.string().trim().min(1).max(max)

/** Answers are looked up by it, in browsers too, where every object has a "constructor" already. */
export const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'small letters, digits, - and _, at most 40')
  .refine((id) => id !== 'constructor', 'an id that means nothing else to a browser')

/** A language as BCP 47 writes it: en, pt-BR, zh-Hant. */
export const Language = z.string().max(35).regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'a language such as en or pt-BR')

/** A whole web address: javascript: is refused here, and so is //host, which names no protocol. */
export const WebAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.hostname, error: 'a whole address that begins with https:// or http://' }).max(500)

/** Where pages come from: protocol, host and port, without a path. */
export const WebOrigin = WebAddress.refine((text) => URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, ''), 'protocol and host alone, such as https://shop.example').transform(
  (text) => text.replace(/\/$/, ''),
)
