/** What the public notice says that is the same for every camera; the numbers are those of the site. */
import type { Names } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'

const said = (zh: string, en: string): Names => ({ zh, en })

export const measured = ({ queue, vision }: Site): Names[] => [
  said(
    '各区域现有人数，以及站在排队线上的人数。',
    'How many people are in each zone, and how many stand in its queue.',
  ),
  said(
    `区域内停留最久的分钟数，以及停留超过 ${queue.longWaitMinutes} 分钟的人数，以便工作人员主动前去帮助。`,
    `How many minutes the longest stay in a zone has lasted, and how many stays are longer than ${queue.longWaitMinutes} minutes, so that staff can go and help.`,
  ),
  said(
    `最近 ${vision.heatMinutes} 分钟地面各处来过的人数；少于 5 人的位置不显示。`,
    `How many people have been where on the floor in the last ${vision.heatMinutes} minutes; places with fewer than 5 are left out.`,
  ),
]

export const notDone: Names[] = [
  said(
    '不识别人脸，不提取任何生物特征，不判断年龄、性别或情绪。',
    'No faces are recognised, no biometrics taken, no age, gender or mood judged.',
  ),
  said(
    '不确认任何人的身份；不与号票关联，也不跨摄像头跟随。',
    'Nobody is identified, joined to a ticket, or followed from one camera to another.',
  ),
  said(
    '不录像，不保存任何画面；除此处列明的查看外，也不转发。',
    'Nothing is recorded; no picture is stored, and none is passed on but for the looks named here.',
  ),
  said(
    '不由机器对任何人作出决定；是否前去帮助由工作人员决定。',
    'No machine decides about anybody: staff decide whether to go and help.',
  ),
]

export const kept = ({ queue, vision }: Site): { what: Names; howLong: Names }[] => [
  {
    what: said('画面', 'A picture'),
    howLong: said('只在内存中，数秒后即被下一幅取代。', 'In memory only, for seconds, until the next one comes.'),
  },
  {
    what: said('一次停留的临时编号', 'The passing number of a stay'),
    howLong: said(
      '只在内存中，人离开后即失效；若曾发出提醒，编号随提醒留存，但认不出任何人。',
      'In memory, until the person has left; where somebody was called to help it stays with that call, and tells nobody who it was.',
    ),
  },
  {
    what: said('区域人数与停留分钟数', 'People and minutes of each zone'),
    howLong: said('只显示当前数值，不保存。', 'Shown as they are now, and not stored.'),
  },
  {
    what: said('地面热力图', 'The heat map of the floor'),
    howLong: said(`只在内存中，${vision.heatMinutes} 分钟。`, `In memory only, for ${vision.heatMinutes} minutes.`),
  },
  {
    what: said(
      `停留超过 ${queue.longWaitMinutes} 分钟的提醒`,
      `A call to help somebody who has stayed longer than ${queue.longWaitMinutes} minutes`,
    ),
    howLong: said(
      '区域、位置、时间与处理结果记入大厅日志；没有画面，也不知是谁。',
      'Zone, place, times and what was done stay in the records of the hall; there is no picture, and nobody knows who it was.',
    ),
  },
  {
    what: said('管理人员查看画面', 'A look through a camera by the manager'),
    howLong: said(
      '最多一分钟，画面不保存；时间、摄像头与理由记入登记簿。',
      'One minute at most, and the picture is not stored; time, camera and reason stay in a register.',
    ),
  },
]
