import { OF_CATALOGUE } from '../../../contract/words';
import type { ServiceItem } from '../../../contract/models';
import { isBlank } from '../../../contract/text';

/**
 * What an item lacks before residents may read it: each of the ten elements (十要素) is there, and no two of them contradict each
 * other. Pure; a table, field → its fault in words.
 */

interface Rule {
  field: keyof ServiceItem;
  fault: (item: ServiceItem, known: readonly string[]) => string | false | undefined;
}

const needs = (
  field: keyof ServiceItem & ('name' | 'category' | 'summary' | 'acceptedAt' | 'serviceHours'),
  words: string,
): Rule => ({
  field,
  fault: (item) => isBlank(item[field]) && words,
});
const hasNumber = (text: string) => /\d{5}|电话/.test(text);
const blanks = (texts: readonly string[]) => texts.some(isBlank);

const rules: readonly Rule[] = [
  needs('name', '请填写事项名称。'),
  {
    field: 'category',
    fault: ({ category }) => !OF_CATALOGUE.some((one) => one === category) && '请选一个类别。',
  },
  needs('summary', '请用一句话说明这是什么事。'),
  { field: 'audience', fault: ({ audience }) => audience.length === 0 && '请写清谁可以办。' },
  {
    field: 'legalBasis',
    fault: ({ legalBasis }) =>
      (legalBasis.length === 0 || blanks(legalBasis.map(({ title }) => title))) && '请写上依据的文件名称。',
  },
  { field: 'conditions', fault: ({ conditions }) => conditions.length === 0 && '请写清办理条件。' },
  {
    field: 'materials',
    fault: ({ materials }) =>
      materials.length === 0
        ? '请写要带的材料；什么都不用带，就写一条“不用带材料”。'
        : blanks(materials.map(({ name }) => name))
          ? '有一样材料没有写名称。'
          : materials.some(({ required, when }) => !required && isBlank(when))
            ? '有一样材料不是都要，请写清什么时候要。'
            : materials.some(({ picture, sample = [] }) => picture !== undefined && sample.length === 0) &&
              '有一样材料放了照片，没写样子。看不见的人靠听，请写一句。',
  },
  needs('acceptedAt', '请写清在哪里办、哪里审。'),
  {
    field: 'steps',
    fault: ({ steps, promisedWorkingDays }) => {
      if (steps.length === 0 || blanks(steps.map(({ name }) => name)))
        return '请写清办理的步骤，每步要有名称。';
      const days = steps.reduce((sum, { workingDays }) => sum + workingDays, 0);
      return (
        days > promisedWorkingDays &&
        `各步加起来${days}个工作日，比承诺的${promisedWorkingDays}个还长，请改一下。`
      );
    },
  },
  { field: 'fee', fault: ({ fee }) => isBlank(fee.note) && '请写清收不收费；不收费就写“不收费”。' },
  {
    field: 'promisedWorkingDays',
    fault: ({ promisedWorkingDays: promised, statutoryWorkingDays: statutory }) =>
      statutory !== null && promised > statutory && `承诺的比法定的${statutory}个工作日还长，请改短。`,
  },
  needs('serviceHours', '请写清什么时间能办。'),
  {
    field: 'consultation',
    fault: ({ consultation }) => !hasNumber(consultation) && '请写上咨询电话。',
  },
  {
    field: 'supervision',
    fault: ({ supervision }) => !hasNumber(supervision) && '请写上监督电话，比如 12345。',
  },
  { field: 'modes', fault: ({ modes }) => modes.length === 0 && '请至少选一种办理方式。' },
  {
    field: 'residentMustAppear',
    fault: ({ residentMustAppear: { required, reason } }) =>
      required && isBlank(reason) && '要本人到场的，请写清为什么。',
  },
  {
    field: 'keywords',
    fault: ({ keywords }) => keywords.length === 0 && '请写几个居民会用的说法，不然搜不到。',
  },
  {
    field: 'subtypes',
    fault: ({ subtypes }) => {
      if (blanks(subtypes.map(({ name }) => name))) return '有一个办理类型没有写名称。';
      if (new Set(subtypes.map(({ code }) => code)).size < subtypes.length)
        return '有两个办理类型的编号一样，请改一个。';
      const unsafe = subtypes.find(
        ({ urgency, safetyTip = '', firstResponseHours }) =>
          urgency === 'urgent' && (isBlank(safetyTip) || firstResponseHours === undefined),
      );
      return unsafe && `“${unsafe.name}”是险情，请写上安全提示和几小时内有人接。`;
    },
  },
  {
    field: 'relatedCodes',
    fault: ({ relatedCodes, code }, known) =>
      relatedCodes.some((one) => one === code || !known.includes(one)) &&
      '有一个相关事项不在目录里，请去掉。',
  },
];

/** What is missing or wrong, field → sentence; empty where the item can be published. `known`: the codes of the catalogue. */
export function faultsOfItem(item: ServiceItem, known: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    rules.flatMap(({ field, fault }) => {
      const words = fault(item, known);
      return words ? [[field, words]] : [];
    }),
  );
}
