/** A number to call at once, and why, in one plain sentence. */
export interface Hotline {
  number: string;
  name: string;
  why: string;
}

/** Whom to call in which danger. */
export const call = {
  ambulance: { number: '120', name: '急救', why: '人有生命危险，先打120，说清楼号单元，派人到楼下接车。' },
  fire: { number: '119', name: '火警救援', why: '有火、漏气或人被困，先撤到安全处，再打119。' },
  police: { number: '110', name: '报警', why: '人身或财产正受侵害，先躲到安全处，再打110。' },
  lost: { number: '110', name: '报警', why: '人走丢了，别等，马上打110：说清长相、衣着、在哪儿不见的。' },
  help: { number: '110', name: '报警', why: '有危险先躲到安全处，再打110，说清在哪儿、出了什么事。' },
  power: { number: '95598', name: '供电抢修', why: '电线、变压器的险情归供电公司抢修，离远点，千万别碰。' },
  women: { number: '12338', name: '妇女维权', why: '挨打受欺负不是家务事，12338帮着维权、找地方住。' },
  heart: { number: '12356', name: '心理援助', why: '心里过不去的坎，12356有人听您说，话不外传。' },
  fraud: { number: '96110', name: '反诈专线', why: '钱刚转走还有机会拦，马上打110或96110止付。' },
  city: { number: '12345', name: '政务服务便民热线', why: '停水停气可打12345，转到供水、燃气公司抢修。' },
} satisfies Record<string, Hotline>;
