import { specify } from './specify.ts'
import { sqlite } from './sqlite-store.ts'

specify([sqlite])
