import type { DatabaseSync } from 'node:sqlite'

/** A whole database as SQL text from which `exec` makes it again, its version last. */
export function dump(db: DatabaseSync): string {
  const made = db.prepare(
    `select name, type, sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by rowid`,
  )
  const parts = made.all().flatMap(({ name, type, sql }) => {
    return [`${sql};`, ...(type === 'table' ? rowsOf(db, String(name)) : [])]
  })
  const version = db.prepare('pragma user_version').get()?.user_version
  return [...parts, `pragma user_version = ${version};`, ''].join('\n')
}

function rowsOf(db: DatabaseSync, table: string): string[] {
  const columns = db
    .prepare(`select name from pragma_table_info(?)`)
    .all(table)
    .map(({ name }) => `quote("${name}")`)
  return db
    .prepare(`select concat_ws(', ', ${columns.join(', ')}) as row from "${table}"`)
    .all()
    .map(({ row }) => `insert into "${table}" values (${row});`)
}
