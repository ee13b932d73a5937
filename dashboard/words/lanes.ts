/** Words for the lanes and for who goes first, the same on every screen, by language. */
import type { Lane } from '#contracts/callReasons.ts'
import type { PriorityReason } from '#contracts/tickets.ts'
import type { Spoken } from '../language.ts'

export interface LaneWords {
  readonly lane: Record<Lane, string>
  readonly reason: Record<PriorityReason, string>
}

const zh: LaneWords = {
  lane: { walkIn: '普通', priority: '优先', appointment: '预约' },
  reason: {
    elderly: '老年人',
    disabled: '残疾人',
    pregnant: '孕妇',
    withInfant: '带婴幼儿',
    soldierOrVeteran: '军人、退役军人',
  },
}

const en: LaneWords = {
  lane: { walkIn: 'Ordinary', priority: 'Priority', appointment: 'Appointment' },
  reason: {
    elderly: 'Older person',
    disabled: 'Disability',
    pregnant: 'Pregnant',
    withInfant: 'With an infant',
    soldierOrVeteran: 'Soldier or veteran',
  },
}

const ja: LaneWords = {
  lane: { walkIn: '一般', priority: '優先', appointment: '予約' },
  reason: {
    elderly: '高齢の方',
    disabled: '障害のある方',
    pregnant: '妊娠中の方',
    withInfant: '乳幼児連れの方',
    soldierOrVeteran: '軍人・退役軍人の方',
  },
}

const ko: LaneWords = {
  lane: { walkIn: '일반', priority: '우선', appointment: '예약' },
  reason: {
    elderly: '어르신',
    disabled: '장애인',
    pregnant: '임산부',
    withInfant: '영유아 동반',
    soldierOrVeteran: '군인·제대 군인',
  },
}

export const laneWords: Spoken<LaneWords> = { zh, en, ja, ko }

/** Each language by its own name. */
export const languageNames = { zh: '中文', en: 'English', ja: '日本語', ko: '한국어' } as const
