/**
 * The refusals of `errors` that pages also say by themselves. They stand apart so that a phone loads these sentences and not all: the
 * others come with the answer.
 */
export const pageErrors = {
  // Signed in, but not in the register; `fields.openid` is what the register needs to know them by.
  UNKNOWN_PERSON: '您还没有登记。办事说明都能看；请代办员的时候，填一次姓名和电话就行。',
  // The action exists; none of the person's roles has it.
  FORBIDDEN: '这里不归您的身份用，请回首页，或者打电话给社区。',
  // The table of states has no such row.
  STATE_NOT_ALLOWED: '办件已经走到别的步骤，这一步现在不能做，请刷新看看。',
  AGENT_NOT_FOUND: '没有这位代办员，请刷新名单重新选。',
  // As often as the unit's policy allows (0 to 5).
  HANDOVER_LIMIT: '这件不能再转给别人了。确实办不了，请社区来安排。',
  // An agent's entry of a batch; only bad ratings can be appealed, once.
  ENTRY_NOT_FOUND: '没有这条评价，请刷新看看。',
  ALREADY_APPEALED: '这条已经申诉过了，请等结果。',
  ALREADY_REVIEWED: '这个办件您已经评价过了，谢谢您。',
  NOT_FINISHED: '办结以后才能评价，请等代办员办完。',
  UNIT_NOT_FOUND: '没有这个单位，请重新选择。',
  PERSON_NOT_FOUND: '没有这个人，请刷新名单重新找。',
  // A bug or an outage; the detail is in the log under the request id.
  INTERNAL: '系统出了点问题，没有办成。请稍后再试，急事请打社区电话。',
} as const;
