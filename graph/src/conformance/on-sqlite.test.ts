import { specify } from './specify.ts'
import { sqlite } from './stores.ts'

specify([sqlite])
