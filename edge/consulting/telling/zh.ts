/** What a robot answers, in Chinese: the language it is written in first. */
export const zh = {
  between: '',
  list: (parts: readonly string[]) => parts.join('、'),
  papers: (parts: readonly string[]) => parts.join('、'),
  clauses: (parts: readonly string[]) => parts.join('，'),
  documents: (service: string, papers: string) => `“${service}”要带：${papers}。`,
  noDocuments: (service: string) => `“${service}”没有列出要带的材料，办理前请问一下工作人员。`,
  onFloor: (floor: string, labels: string) => `${floor} ${labels} 号窗口`,
  where: (service: string, desks: string) => `“${service}”在${desks}办理。`,
  noneOpen: (service: string) => `现在没有窗口在办“${service}”。`,
  noWait: (service: string) => `“${service}”现在基本不用等。`,
  wait: (service: string, waiting: number, minutes: string) =>
    `“${service}”现在有 ${waiting} 人在等，预计等 ${minutes} 分钟。`,
  appointment: (service: string) => `“${service}”可以预约。`,
  noAppointment: (service: string) => `“${service}”不用预约，到大厅取号就行。`,
  several: (name: string, services: string) => `“${name}”包括：${services}。`,
  desk: (label: string, floor: string, services: string) => `${label} 号窗口在${floor}，可以办：${services}。`,
  deskClosed: (label: string) => `${label} 号窗口现在没有开。`,
  place: (place: string, floor: string) => `${place}在${floor}。`,
  placeNear: (place: string, floor: string, label: string) => `${place}在${floor}，靠近 ${label} 号窗口。`,
  lift: (lift: string, floors: string) => `${lift}通${floors}。`,
  waits: (waiting: number, desks: number) =>
    `现在共有 ${waiting} 人在等，开着 ${desks} 个窗口。告诉我您要办什么，我再说要等多久。`,
  today: '今天',
  opens: (day: string, spans: string) => `${day}开放时间：${spans}。`,
  closedOn: (day: string) => `${day}不开放。`,
  openUntil: (time: string) => `现在开放，到 ${time}。`,
  onBreak: (time: string) => `现在休息，${time} 继续办理。`,
  opensAgain: (day: string, time: string) => `现在没有开放，${day} ${time} 开门。`,
  greeting: (hall: string) => `您好，这里是${hall}。您可以问我要带什么材料、在几号窗口办、要等多久、几点开门。`,
  person: '这个问题请工作人员来回答，已经通知，请在这里稍等。',
  nobody: '这个问题我答不上来，请问一下大厅的工作人员。',
}

export type TellingWords = typeof zh
