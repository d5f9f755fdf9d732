import { z } from 'zod'
import { isInherited } from '#lib/ids'
import { Key, Name, storable } from '../input'
import { BARE_TESTS, type Condition, FIELDS, LIST_TESTS, NUMBER_TESTS, type PersonaRule, type Rules, UNMATCHED } from './definition'

export const MOST_PERSONAS = 12
const MOST_GROUPS = 10
const MOST_CONDITIONS = 10
const MOST_VALUES = 50

const about = {
  field: z.enum(FIELDS),
  name: z.string().min(1).max(60).refine(storable, 'holds a character that cannot be stored').optional(),
}

// As long as what is counted by.
const Value = z.string().trim().min(1).max(100).refine(storable, 'holds a character that cannot be stored')

const ConditionSchema: z.ZodType<Condition> = z
  .discriminatedUnion(
    'test',
    [
      z.strictObject({ ...about, test: z.enum(LIST_TESTS), values: z.array(Value).min(1, 'name at least one value').max(MOST_VALUES).overwrite((all) => [...new Set(all)]) }),
      z.strictObject({ ...about, test: z.enum(NUMBER_TESTS), number: z.number({ error: 'say a number' }).min(-1e15).max(1e15) }),
      z.strictObject({ ...about, test: z.enum(BARE_TESTS) }),
    ],
    { error: 'say what is tested: one_of, none_of, at_least, at_most, there or missing' },
  )
  .refine(({ field, name }) => (field === 'attribute') === (name !== undefined), { error: 'An attribute has a name, and a field has none.', path: ['name'] })

export const RulesSchema: z.ZodType<Rules> = z
  .array(z.array(ConditionSchema).min(1, 'a group has at least one condition').max(MOST_CONDITIONS))
  .min(1, 'say who belongs to it')
  .max(MOST_GROUPS)

/** As a structure keeps them. */
export const PersonaRules: z.ZodType<PersonaRule[]> = z.array(z.strictObject({ key: z.string(), any: RulesSchema }))

export const NewPersona = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, 'A key has letters a to z, digits and single lines between them, such as small-teams.')
    .refine((key) => key !== UNMATCHED, 'is the key of everybody who fits no persona')
    .refine((key) => !isInherited(key), 'is a key that nothing may have')
    .optional(),
  name: Name,
  description: z.string().trim().max(500).refine(storable, 'holds a character that cannot be stored').nullable().default(null),
  rules: RulesSchema,
})

/** The whole list in its order; one without a key gets one from its name. With `revision` only what was seen is replaced. */
export const SavePersonas = z.strictObject({
  journey: Key,
  personas: z.array(NewPersona).max(MOST_PERSONAS, 'A journey has at most 12 personas.'),
  revision: z.string().max(40).optional(),
})

/** As they are while somebody writes them: those without rules fit nobody. */
export const TryPersonas = z.strictObject({
  journey: Key,
  personas: z.array(z.strictObject({ rules: RulesSchema })).max(MOST_PERSONAS),
  /** How many of the newest responses are looked at. */
  most: z.int().min(500).max(5_000).default(2_000),
})
