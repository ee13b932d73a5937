/** The words of questions in English. */
import type { AskingWords } from './words.ts'

export const en: AskingWords = {
  person: [
    'human|real person|a person|operator|someone|somebody|anyone',
    'staff|employee|clerk|officer|manager|supervisor|receptionist',
    'complain(?:t|ts)?|emergency|call the police|fainted|ambulance',
    '(?:mr|mrs|ms|miss|dr)\\.? \\p{L}+',
    'my name|i am called|named|who is',
    '\\d{11,}',
  ],
  beyond: [
    'broken|out of order|how much|costs?|prices?|fees?|charges?|pay for|free',
    'phone|telephone|call you|hotline|e-?mail',
    'online|website|app|internet',
    'status|progress|is it ready|processed|how many days|working days',
    'valid|eligible|eligibility|qualify|policy|subsidy|why|lawyer|legal',
    'on behalf|for someone else',
    '(?:public )?holidays?|christmas|new year',
  ],
  topics: {
    documents: [
      'documents?(?: do i need| are needed| required)?',
      'papers?|paperwork',
      'what (?:do|should|must|shall) (?:i|we) (?:need|bring|have|take|carry)(?: to bring| with me)?',
      '(?:need|have) to bring|bring|requirements?|required|needed',
    ],
    where: [
      'where(?: is| are| do| can| should)?',
      '(?:which|what) (?:window|counter|desk|floor)s?',
      'how (?:do|can) (?:i|we) (?:get to|find)',
      'directions?|location|window|counter',
    ],
    wait: [
      'how long(?: is| are| do| does| will)?',
      'how many (?:people|persons|visitors)',
      'wait(?:ing)?(?: times?)?(?! area| room| zone| seat)',
      'queue|the line|in line|busy|crowded|full',
    ],
    hours: [
      '(?:opening|business|office|working|service) (?:hours|times?)',
      'what time|hours|schedule',
      'when (?:do|does|are|is|will)? ?(?:you|it|the hall|the office|the centre|this place)? ?(?:open|closed?|shut)(?:ing)?(?! an?| my| the)',
      '(?:are|is) (?:you|it|the hall|the office|the centre|this place) (?:still )?(?:open|closed)',
      'open (?:now|today|tomorrow|late|until|till|on)|close|closes|closing|(?:closed )?(?:for|at|over) lunch|lunch break',
    ],
    appointment: ['appointments?', 'book(?:ing)?', 'reserve|reservation'],
    greeting: ['hello', 'hi', 'hey', 'good (?:morning|afternoon|evening)', 'thanks|thank you|bye|goodbye'],
  },
  days: {
    tomorrow: ['tomorrow'],
    dayAfterTomorrow: ['(?:the )?day after tomorrow'],
    monday: ['mondays?'],
    tuesday: ['tuesdays?'],
    wednesday: ['wednesdays?'],
    thursday: ['thursdays?'],
    friday: ['fridays?'],
    saturday: ['saturdays?', 'weekends?'],
    sunday: ['sundays?', 'weekends?'],
  },
  desk: [
    '(?:window|counter|desk)(?: number| no\\.?)? (?<label>\\d+|[a-z]\\d*|one|two|three|four|five|six|seven|eight|nine|ten)',
  ],
  numerals: 'one two three four five six seven eight nine ten'.split(' '),
  fillers: [
    "i'd|i'm|i've|what's|where's|it's|don't",
    'i|me|my|we|us|our|you|your|he|she|it|its|they|this|that|there|here',
    'a|an|the|of|to|for|in|on|at|with|by|from|and|or|about|into|as|if|so',
    'do|does|did|is|are|am|was|be|been|can|could|would|will|should|must|may|have|has|had|shall',
    'what|which|who|how|when|any|some|many|much|long',
    'want|like|need|wish|try|get|go|make|take|find|see|know|tell|show|ask|use|look(?:ing)?|come',
    'please|help|sorry|excuse|kindly|thing|things|something',
    'apply(?:ing)?|application|register(?:ing)?|process|procedure|handle|arrange|obtain|done|issue|issued',
    'replace|extend|question|form|sign up|right|lost|lose|new|now|today|people|morning|afternoon|still',
    'hall|office|centre|center|service|services',
  ],
  spaced: true,
}
