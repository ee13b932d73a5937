/** Who gets in: a wall by a code that a manager approves, an administrator by password and authenticator, nobody else. */
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenHouse, openBoxAndBrowser } from '#test/support/boxAndBrowser.ts'

const DESK = { width: 1440, height: 900 }
const PASSWORD = 'a password for the test'

let house: OpenHouse
let manage: Page
beforeAll(async () => {
  house = await openBoxAndBrowser({ ADMIN_PASSWORD: PASSWORD })
  manage = await house.open('/manage?lang=en#devices', DESK)
  await manage.getByRole('heading', { name: 'Approve a device' }).waitFor()
})
afterAll(() => house.close())

const codeOn = async (page: Page): Promise<string> => {
  const shown = page.locator('.code')
  await page.waitForFunction(() =>
    /^[A-Z0-9]{8}$/.test(document.querySelector('.code')?.textContent?.replaceAll(/\s/g, '') ?? ''),
  )
  return (await shown.innerText()).replaceAll(/\s/g, '')
}

describe('a wall that nobody knows', () => {
  it('shows a code, opens once it is approved, and is cut off when it is revoked', async () => {
    const wall = await house.openUnknown('/wall?lang=en')
    const code = await codeOn(wall)
    await manage.getByLabel('Code').fill(code)
    await manage.getByRole('button', { name: 'Approve' }).click()
    await wall.getByText('Waits by service').first().waitFor()
    await wall.reload()
    await wall.getByText('Waits by service').first().waitFor()

    await manage.reload()
    const row = manage.locator('tr', { hasText: 'wall-' }).first()
    await row.getByRole('button', { name: 'Revoke' }).click()
    await row.getByRole('button', { name: 'Revoke' }).click()
    await row.getByText('Revoked').waitFor()
    await wall.reload()
    await codeOn(wall)
    await wall.close()
  })

  it('is told what the screen would be, in Chinese too', async () => {
    const desk = await house.openUnknown('/window/W1')
    await desk.getByText('窗口台 W1').waitFor()
    await codeOn(desk)
    await desk.close()
  })
})

describe('an administrator', () => {
  it('signs in by password, sets an authenticator up, and comes to the page that was asked for', async () => {
    const door = await house.openUnknown('/manage?lang=en#people', DESK)
    await door.getByLabel('Account').fill('admin')
    await door.getByLabel('Password').fill('not the password')
    await door.getByRole('button', { name: 'Sign in' }).click()
    await door.getByText('Account, password or code is wrong.').waitFor()

    await door.getByLabel('Password').fill(PASSWORD)
    await door.getByRole('button', { name: 'Sign in' }).click()
    const secret = (await door.locator('form code').innerText()).replaceAll(' ', '')
    const token = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    await door.getByLabel('One-time code').fill(token)
    await door.getByRole('button', { name: 'Sign in' }).click()
    await door.getByRole('heading', { name: 'Add somebody' }).waitFor()

    await door.getByLabel('Account').fill('lin')
    await door.getByLabel('First password (12 signs at least)').fill('first password')
    await door.getByLabel('Role').first().selectOption('auditor')
    await door.getByRole('button', { name: 'Add' }).click()
    const added = door.locator('tr', { hasText: 'lin' })
    await added.waitFor()
    expect(await added.getByLabel('Role').inputValue()).toBe('auditor')

    await door.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
    await door.getByRole('button', { name: 'Sign in' }).waitFor()
    await door.goto(`${house.box.url}/manage?lang=en#people`)
    await door.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await door.evaluate(async () => (await fetch('/api/people')).status)).toBe(401)
    await door.close()
  })

  it('reads the register of it, whole', async () => {
    await manage.goto(`${house.box.url}/manage?lang=en#audit`)
    await manage.reload()
    await manage.getByText('The chain of records is whole').waitFor()
    await manage.getByText('Added a person').first().waitFor()
  })
})
