/** The public notice in a browser: what it says is what holds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CameraId } from '#contracts/ids.ts'
import type { CameraSetup } from '#contracts/siteCameras.ts'
import { C1, C2, type CameraHall, openCameraHall } from './cameraHall.ts'

let hall: CameraHall
beforeAll(async () => {
  hall = await openCameraHall()
})
afterAll(() => hall.close())

/** The camera's set-up as it is in the example, with another record. */
const record = (cameraId: CameraId, privacy: Partial<CameraSetup['privacy']>) => {
  const camera = hall.site.cameras.find((one) => one.cameraId === cameraId)
  if (!camera) throw new Error(`no camera ${cameraId}`)
  const { width, height, zones, masks } = camera
  return hall.send({
    type: 'setUpCamera',
    cameraId,
    setup: { width, height, zones, masks, privacy: { ...camera.privacy, ...privacy } },
  })
}

const PHONE = { width: 390, height: 844 }

describe('the notice', () => {
  it('says what for, by whom, on what ground, where, what is not done and whom to ask, in the words of the record', async () => {
    const page = await hall.open('/privacy?lang=en', PHONE)
    const notice = page.locator('article').first()
    await notice.getByRole('heading', { name: 'How cameras are used here' }).waitFor()
    const text = await notice.innerText()
    for (const { privacy } of hall.site.cameras)
      for (const said of [privacy.operator, privacy.purpose, privacy.legalBasis, privacy.assessment, privacy.contact])
        expect(text).toContain(said)
    expect(text).toMatch(/C1\s+Ground floor West seats\s+in use/)
    expect(text).toMatch(/What is not done\s+No faces/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    await page.close()
  })

  it('changes by itself when the record changes', async () => {
    const page = await hall.open('/privacy?lang=en', PHONE)
    await page.getByText('示例区政务服务中心').first().waitFor()
    await record(C1, { operator: 'The new operator', contact: 'Room 7' })
    await page.getByText('Camera C1: The new operator').first().waitFor()
    await page.getByText('Camera C1: Room 7').first().waitFor()
    await page.close()
  })

  it('says so plainly when no camera is in use, and makes no claim of what they would do', async () => {
    await record(C1, { signsPosted: false })
    await record(C2, { signsPosted: false })
    for (const [language, sentence] of [
      ['zh', '本大厅现在没有用摄像头数人。'],
      ['en', 'This hall does not count people with cameras now.'],
    ]) {
      const page = await hall.open(`/privacy?lang=${language}`, PHONE)
      const notice = page.locator('article').first()
      await notice.getByText(String(sentence)).waitFor()
      expect(await notice.innerText()).not.toMatch(/What is seen|看什么|PIA-2026-001/)
      await page.close()
    }
  })

  it('prints on two sheets of A4, one for each language', async () => {
    await record(C1, {})
    await record(C2, {})
    const page = await hall.open('/privacy?lang=zh', PHONE)
    await page.getByRole('heading', { name: '摄像头使用告知' }).waitFor()
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2)
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/)
    await page.close()
  })
})
