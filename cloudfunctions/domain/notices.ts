import { spokenNo } from '../../contract/case-no';
import { sayDay } from '../../contract/time';
import { stateNames } from '../../contract/words';
import type { CaseDoc, CaseEvent, NoticeTemplate, PendingNotice } from './documents';

/**
 * Who is told what when a case moves: the one table of events and notices. Sentences say who has it, where it is,
 * what comes next and by when.
 */
interface Told {
  /** a person's id, or a unit's: whoever oversees it is told */
  to: (kase: CaseDoc, event: CaseEvent) => string | undefined;
  /** the package whose case page it opens */
  opens: 'resident' | 'agent' | 'manager';
  template: NoticeTemplate;
  title: string;
  text: (kase: CaseDoc, event: CaseEvent) => string;
}

const resident = (kase: CaseDoc) => kase.residentId;
const agent = (kase: CaseDoc) => kase.assignment?.agentId;
/** Nobody is told what they did themselves. */
const unlessActor =
  (to: Told['to']): Told['to'] =>
  (kase, event) => {
    const id = to(kase, event);
    return id === event.by.id ? undefined : id;
  };

const table: Partial<Record<CaseEvent['do'], Told[]>> = {
  submit: [
    {
      to: resident,
      opens: 'resident',
      template: 'progress',
      title: '已收到您的请求',
      text: (kase) =>
        `${kase.serviceName}(${spokenNo(kase.no)})已收到,正在找代办员,${sayDay(kase.dueAt)}前办完。`,
    },
  ],
  offer: [
    {
      to: (_, event) => event.agent?.id,
      opens: 'agent',
      template: 'assignment',
      title: '有新的办件派给您',
      text: (kase) =>
        `${kase.serviceName}(${spokenNo(kase.no)}),请看一下能不能接。${sayDay(kase.dueAt)}前要办完。`,
    },
  ],
  unassigned: [
    {
      to: (kase) => kase.unit.community,
      opens: 'manager',
      template: 'assignment',
      title: '有办件派不出去',
      text: (kase) => `${kase.serviceName}(${spokenNo(kase.no)})没有合适的代办员,请看看原因,安排一下。`,
    },
  ],
  accept: [
    {
      to: resident,
      opens: 'resident',
      template: 'progress',
      title: '代办员已接单',
      text: (kase) =>
        `${kase.assignment?.agentName ?? '代办员'}接了您的${kase.serviceName},会打电话联系您,${sayDay(kase.dueAt)}前办完。`,
    },
  ],
  ask: [
    {
      to: resident,
      opens: 'resident',
      template: 'supplement',
      title: '还缺一样材料',
      text: (kase, event) => `${kase.serviceName}还需要:${event.text ?? ''}。补上以后接着办。`,
    },
  ],
  supply: [
    {
      to: unlessActor(agent),
      opens: 'agent',
      template: 'assignment',
      title: '居民补了材料',
      text: (kase, event) => `${kase.serviceName}(${spokenNo(kase.no)}):${event.text ?? ''}`,
    },
  ],
  complete: [
    {
      to: resident,
      opens: 'resident',
      template: 'result',
      title: '您的事办好了',
      text: (kase, event) => `${kase.serviceName}办好了:${event.text ?? ''}。办得好不好,请您评一评。`,
    },
  ],
  terminate: [
    {
      to: resident,
      opens: 'resident',
      template: 'result',
      title: '这件事办不下去了',
      text: (kase, event) => `${kase.serviceName}停办了,原因:${event.text ?? ''}。有疑问请打社区电话。`,
    },
    {
      to: unlessActor(agent),
      opens: 'agent',
      template: 'progress',
      title: '办件已终止',
      text: (kase, event) => `${kase.serviceName}(${spokenNo(kase.no)})由社区终止,原因:${event.text ?? ''}。`,
    },
  ],
  urge: [
    {
      to: agent,
      opens: 'agent',
      template: 'assignment',
      title: '居民催了一次',
      text: (kase) => `${kase.serviceName}(${spokenNo(kase.no)})在等您,${sayDay(kase.dueAt)}前要办完。`,
    },
  ],
  cancel: [
    {
      to: agent,
      opens: 'agent',
      template: 'progress',
      title: '居民撤销了办件',
      text: (kase) => `${kase.serviceName}(${spokenNo(kase.no)})不用办了。`,
    },
  ],
};

/** The notices that one event of a case gives rise to. Their ids make a second write of the same event harmless. */
export function noticesFor(kase: CaseDoc, event: CaseEvent): PendingNotice[] {
  return (table[event.do] ?? []).flatMap((told) => {
    const to = told.to(kase, event);
    if (to === undefined) return [];
    return {
      _id: `${kase._id}:${event.seq}:${told.template}:${to}`,
      to,
      at: event.at,
      template: told.template,
      title: told.title,
      text: told.text(kase, event),
      phrase: stateNames[event.state],
      serviceName: kase.serviceName,
      caseId: kase._id,
      no: kase.no,
      page: `packages/${told.opens}/case/index?id=${kase._id}`,
    };
  });
}
