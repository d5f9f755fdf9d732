'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { useWords } from '#words'
import type { Persona } from '#lib/journeys/personas/definition'
import type { PersonaBook } from '#lib/journeys/personas/read'
import { save } from '../actions'

/** As it is sent: a persona that is new has no key yet. */
export type Written = Omit<Persona, 'key'> & { key?: string }

/** The list as it stands, and how it is saved: whole, over what was seen, with a way back. */
export function useBook(slug: string, journey: string, first: PersonaBook) {
  const t = useWords('personas')
  const toast = useToast()
  const router = useRouter()
  const [book, setBook] = useState(first)
  // What somebody else saved comes with the page.
  const [given, setGiven] = useState(first.revision)
  if (given !== first.revision) {
    setGiven(first.revision)
    setBook(first)
  }
  const latest = useRef(first.revision)
  const [busy, start] = useTransition()
  const [fault, setFault] = useState('')

  const send = async (personas: readonly Written[], revision: string, done: string, undo?: readonly Persona[]): Promise<string> => {
    const result = await save(slug, { journey, personas: personas.map(({ description, ...persona }) => ({ ...persona, description })), revision }).catch(() => null)
    if (!result?.ok) return result ? faultOf(result.problem) : t('failed')
    const { data } = result
    setBook(data)
    latest.current = data.revision
    // One step back at a time: an older one would take what came after it along.
    const back = async () => setFault(latest.current === data.revision ? await send(undo ?? [], data.revision, t('undone')) : t('undoLater'))
    toast(done, undo && { undo: () => start(back) })
    router.refresh()
    return ''
  }

  return {
    ...book,
    busy,
    fault,
    /** Resolves to what was wrong, or to nothing. */
    write: (personas: readonly Written[], done: string) => send(personas, book.revision, done, book.personas),
    /** The same, shown at once: what is wrong puts it back and is said above the list. */
    put: (personas: readonly Persona[], done: string) => {
      const before = book
      setBook({ ...book, personas: [...personas] })
      start(async () => {
        const wrong = await send(personas, before.revision, done, before.personas)
        setFault(wrong)
        if (wrong) setBook(before)
      })
    },
  }
}
