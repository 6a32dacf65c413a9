import type { NoticeDoc, Unit } from '../documents';

/** What a notice that leads to no case has besides its words. `why` WeChat is left out of it: its messages name an item and a number. */
export const ofNoCase = (unit: Unit, at: number, template: NoticeDoc['template'], why: string) =>
  ({
    unit,
    at,
    stateAt: at,
    state: 'inbox_only',
    why,
    inboxOnly: why,
    noCall: true,
    tries: 0,
    template,
    phrase: '',
    serviceName: '',
    caseId: '',
    no: '',
    urgency: 'day',
  }) as const satisfies Partial<NoticeDoc>;
