import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  validateSchema,
} from 'graphql'
import { expect, test } from 'vitest'
import { schema } from './schema.ts'

const own = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
)

test('the schema is valid', () => {
  expect(validateSchema(schema)).toEqual([])
})

test('every type, field, argument and value says what it is', () => {
  expect(own.flatMap(undescribed)).toEqual([])
})

test('every scalar says where it is specified', () => {
  const scalars = own.filter(isScalarType).map(({ name, specifiedByURL }) => [name, specifiedByURL])
  expect(Object.fromEntries(scalars)).toEqual({
    DateTime: expect.stringMatching(/^https:/),
    JSON: expect.stringMatching(/^https:/),
    Ref: expect.stringMatching(/^https:/),
    URL: expect.stringMatching(/^https:/),
  })
})

test('every connection says how many there are in all, and gives edges with a cursor', () => {
  const paged = own
    .filter((type): type is GraphQLObjectType => isObjectType(type) && type.name.endsWith('Connection'))
    .filter(({ name }) => name !== 'ChangeConnection')
  expect(paged.length).toBeGreaterThan(4)
  for (const type of paged) {
    const fields = type.getFields()
    expect(String(fields.totalCount?.type), type.name).toBe('Int!')
    expect(String(fields.pageInfo?.type), type.name).toBe('PageInfo!')
  }
})

test('every list that can be cut says how many there are in all', () => {
  const cut = own
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) => Object.values(type.getFields()))
    .filter(({ args }) => args.some(({ name }) => name === 'first'))
  expect(cut.length).toBeGreaterThan(20)
  const withoutTotal = cut.filter(({ type }) => {
    const answer = getNamedType(type)
    return !isObjectType(answer) || !Object.keys(answer.getFields()).some((name) => name.startsWith('total'))
  })
  expect(withoutTotal.map(({ name }) => name)).toEqual([])
})

function undescribed(type: GraphQLNamedType): string[] {
  const missing = type.description ? [] : [type.name]
  if (isEnumType(type)) {
    return [
      ...missing,
      ...type.getValues().flatMap((value) => (value.description ? [] : [`${type.name}.${value.name}`])),
    ]
  }
  if (isInputObjectType(type)) {
    return [
      ...missing,
      ...Object.values(type.getFields()).flatMap((field) =>
        field.description ? [] : [`${type.name}.${field.name}`],
      ),
    ]
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return missing
  const fields = Object.values(type.getFields()).flatMap((field) => [
    ...(field.description ? [] : [`${type.name}.${field.name}`]),
    ...field.args.flatMap((arg) => (arg.description ? [] : [`${type.name}.${field.name}(${arg.name})`])),
  ])
  return [...missing, ...fields]
}
