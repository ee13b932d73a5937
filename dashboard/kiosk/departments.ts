/** Services as the kiosk lists them: by department, in the order of the site file. */
import type { Names } from '#contracts/languages.ts'
import type { SiteService } from '#contracts/site.ts'

export interface Department {
  readonly names: Names
  readonly services: readonly SiteService[]
}

export const departmentsOf = (services: readonly SiteService[]): Department[] => {
  const found = new Map<string, { names: Names; services: SiteService[] }>()
  for (const service of services) {
    const key = service.department.zh
    const department = found.get(key) ?? { names: service.department, services: [] }
    department.services.push(service)
    found.set(key, department)
  }
  return [...found.values()]
}
