import { describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'

describe('the environment', () => {
  it('need not say anything', () => {
    const environment = readEnvironment({ INIT_CWD: '/' })
    expect(environment).toMatchObject({ host: '127.0.0.1', port: 4000, tokens: [], dataFolder: '/.alidade' })
    expect(environment.neo4j).toBeUndefined()
    expect(environment.sample).toMatch(/graph\/sample$/)
  })

  it('does not say what it leaves empty', () => {
    expect(readEnvironment({ ALIDADE_PORT: '', NEO4J_URI: '' })).toMatchObject({ port: 4000 })
  })

  it('puts the graph into Neo4j', () => {
    const { neo4j } = readEnvironment({
      NEO4J_URI: 'neo4j://db:7687',
      NEO4J_PASSWORD: 'p',
      NEO4J_DATABASE: 'a',
    })
    expect(neo4j).toEqual({ uri: 'neo4j://db:7687', username: 'neo4j', password: 'p', database: 'a' })
  })

  it('takes no secret as part of an address, which messages show', () => {
    const wrong = { NEO4J_URI: 'neo4j://neo4j:hunter2@db:7687' }
    expect(() => readEnvironment(wrong)).toThrow('without name and password')
    expect(() => readEnvironment(wrong)).not.toThrow('hunter2')
  })

  it('names every variable that is wrong, and what it takes', () => {
    const wrong = { ALIDADE_PORT: '70000', ALIDADE_PUBLIC_URL: 'alidade', NEO4J_URI: 'http://db' }
    for (const name of Object.keys(wrong)) expect(() => readEnvironment(wrong)).toThrow(`${name}: `)
  })

  it('never shows a token', () => {
    const wrong = { ALIDADE_TOKENS: 'ci:read:secret!' }
    expect(() => readEnvironment(wrong)).toThrow('ALIDADE_TOKENS: entry 1')
    expect(() => readEnvironment(wrong)).not.toThrow('secret!')
  })

  it.each(['0.0.0.0', '::', '192.168.1.5', 'build.example.org'])(
    'lets others reach the server (%s) only with tokens',
    (host) => {
      expect(() => readEnvironment({ ALIDADE_HOST: host })).toThrow('set ALIDADE_TOKENS too')
      const ALIDADE_TOKENS = 'ci:read:a1b2c3d4e5f6a7b8'
      expect(readEnvironment({ ALIDADE_HOST: host, ALIDADE_TOKENS })).toMatchObject({ host })
    },
  )
})
