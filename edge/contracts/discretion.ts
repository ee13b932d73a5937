/** What a service is called where others can read or hear it. */
import type { Names } from './languages.ts'
import type { SiteService } from './site.ts'

/** The department of a discreet service: its own name would tell the bystanders who somebody is. */
export const publicNames = ({
  discreet,
  names,
  department,
}: Pick<SiteService, 'discreet' | 'names' | 'department'>): Names => (discreet ? department : names)
