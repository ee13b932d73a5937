/** A hall small enough to hold in the head: two services, three windows, one floor, one robot. */
import type { z } from 'zod'
import type { Site, SiteService, SiteShape, SiteWindow } from '#contracts/site.ts'
import { SiteFile } from '#contracts/siteChecks.ts'

const names = (en: string) => ({ zh: en, en })
const on = (x: number, y: number) => ({ floorId: 'F1', x, y })
const always = [{ from: '00:00', until: '24:00' }]

export const AROUND_THE_CLOCK = {
  monday: always,
  tuesday: always,
  wednesday: always,
  thursday: always,
  friday: always,
  saturday: always,
  sunday: always,
}

type AsWritten = z.input<typeof SiteShape>

/** What a test wants otherwise: rules and hours as the site file has them, services and windows by id. */
export interface Changes {
  queue?: AsWritten['queue']
  hours?: AsWritten['hours']
  themes?: AsWritten['themes']
  services?: Record<string, Partial<z.input<typeof SiteService>>>
  windows?: Record<string, Partial<z.input<typeof SiteWindow>>>
}

/** The small hall with some of it changed. */
export const siteWith = ({ queue, hours, themes, services = {}, windows = {} }: Changes): Site => {
  const site = smallSite()
  return SiteFile.parse({
    ...site,
    queue: { ...site.queue, ...queue },
    hours: hours ?? site.hours,
    themes: themes ?? site.themes,
    services: site.services.map((service) => ({ ...service, ...services[service.serviceId] })),
    windows: site.windows.map((desk) => ({ ...desk, ...windows[desk.windowId] })),
  })
}

/** `social` (letter A) takes 10 minutes, `tax` (letter B) 5; W1 does both, W2 social only, W3 tax only. */
export const smallSite = (): Site =>
  SiteFile.parse({
    hallId: 'test-hall',
    names: names('Test hall'),
    timeZone: 'Asia/Shanghai',
    hours: AROUND_THE_CLOCK,
    floors: [{ floorId: 'F1', names: names('Ground floor'), level: 0, width: 30, depth: 20 }],
    services: [
      {
        serviceId: 'social',
        letter: 'A',
        names: names('Social card'),
        department: names('Labour'),
        usualMinutes: 10,
        zoneId: 'Z1',
      },
      {
        serviceId: 'tax',
        letter: 'B',
        names: names('Tax'),
        department: names('Tax office'),
        usualMinutes: 5,
        zoneId: 'Z1',
      },
    ],
    windows: [
      { windowId: 'W1', label: '1', place: on(5, 18), serviceIds: ['social', 'tax'], nodeId: 'n1' },
      { windowId: 'W2', label: '2', place: on(10, 18), serviceIds: ['social'], nodeId: 'n2' },
      { windowId: 'W3', label: '3', place: on(15, 18), serviceIds: ['tax'] },
    ],
    zones: [
      {
        zoneId: 'Z1',
        names: names('Seats'),
        kind: 'seats',
        floorId: 'F1',
        outline: [
          { x: 4, y: 4 },
          { x: 16, y: 4 },
          { x: 16, y: 12 },
          { x: 4, y: 12 },
        ],
      },
    ],
    places: [
      { placeId: 'back-office', names: names('Back office'), kind: 'backOffice', place: on(25, 10), nodeId: 'n3' },
    ],
    cameras: [
      {
        cameraId: 'C1',
        floorId: 'F1',
        width: 1280,
        height: 720,
        zones: [
          {
            zoneId: 'Z1',
            outline: [
              { x: 0, y: 0 },
              { x: 1280, y: 0 },
              { x: 1280, y: 720 },
              { x: 0, y: 720 },
            ],
          },
        ],
        homography: [0.01, 0, 0, 0, 0.01, 0, 0, 0, 1],
        privacy: {
          operator: 'Test hall',
          purpose: 'Finding people who wait too long',
          legalBasis: 'Test',
          assessment: 'PIA-0, 2026-11-01',
          signsPosted: true,
        },
      },
    ],
    routeNodes: [
      { nodeId: 'n1', place: on(5, 16) },
      { nodeId: 'n2', place: on(10, 16) },
      { nodeId: 'n3', place: on(24, 10) },
      { nodeId: 'n0', place: on(2, 16) },
    ],
    routeEdges: [
      { from: 'n0', to: 'n1' },
      { from: 'n1', to: 'n2' },
      { from: 'n2', to: 'n3' },
    ],
    robots: [
      { robotId: 'R1', names: names('Runner'), manufacturer: 'RobotCompany', serialNumber: '001', homeNodeId: 'n0' },
    ],
  })
