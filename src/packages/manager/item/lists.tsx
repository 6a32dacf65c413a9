import { limits } from 'contract/limits';
import { actorNames, materialSources } from 'contract/words';
import { Card } from '@/components/card';
import { Choice, Ticks } from '@/components/choice';
import { Faces } from '@/components/faces';
import { Field } from '@/components/field';
import { Fold } from '@/components/fold';
import { Heading } from '@/components/heading';
import { useCall } from '@/hooks/use-call';
import { textField } from './basics';
import { Rows } from './rows';
import { newKind, newMaterial, newStep, type TypedKind, type TypedMaterial, type TypedStep } from './typed';
import type { Editing } from './use-item-form';

/** Words and what they stand for, as options. */
const optionsOf = <V extends string>(names: Record<V, string>) =>
  (Object.keys(names) as V[]).map((value) => ({ value, label: names[value] }));

const needed = optionsOf({ must: '都要', may: '有的情况才要' });
const forms = optionsOf({ original: '要看原件', electronicLicence: '电子证照也行' });

export function Papers({ of: { shown, set, fault } }: { of: Editing }) {
  return (
    <Card title="要准备的材料" icon="paper">
      <Rows<TypedMaterial>
        unit="样材料"
        rows={shown.materials}
        nameOf={({ name }) => name}
        fresh={newMaterial}
        error={fault('materials')}
        onChange={(materials) => set({ materials })}
      >
        {(row, change) => (
          <>
            <Field
              label="材料名称"
              max={limits.itemWord}
              value={row.name}
              onInput={(name) => change({ name })}
            />
            <Ticks
              legend="要什么样的"
              columns={2}
              options={forms}
              values={forms.map(({ value }) => value).filter((value) => row[value])}
              onChange={(on) =>
                change({
                  original: on.includes('original'),
                  electronicLicence: on.includes('electronicLicence'),
                })
              }
            />
            <Field
              label="复印件几份"
              kind="number"
              value={row.copies}
              onInput={(copies) => change({ copies })}
            />
            <Choice
              legend="是不是都要"
              columns={2}
              options={needed}
              value={row.required ? 'must' : 'may'}
              onChange={(value) => change({ required: value === 'must' })}
            />
            <Field
              label={row.required ? '什么时候要，可以不写' : '什么时候要'}
              max={limits.itemText}
              value={row.when}
              onInput={(when) => change({ when })}
            />
            <Choice
              legend="从哪里来"
              columns={2}
              options={optionsOf(materialSources)}
              value={row.source}
              onChange={(source) => change({ source })}
            />
            <Field
              label="能后补几个工作日（容缺）"
              hint="不能后补就空着"
              kind="number"
              value={row.mayFollowDays}
              onInput={(mayFollowDays) => change({ mayFollowDays })}
            />
            <Field
              label="样子，可以不写"
              hint="表怎么填、什么样的才算对，一行一句。居民点“看样子”读到"
              kind="long"
              value={(row.sample ?? []).join('\n')}
              onInput={(text) => change({ sample: text.split('\n') })}
            />
            <Field
              label="还要说的"
              kind="long"
              max={limits.itemText}
              value={row.note}
              onInput={(note) => change({ note })}
            />
          </>
        )}
      </Rows>
    </Card>
  );
}

const actors = optionsOf({ ...actorNames, resident: '居民自己' });

export function Steps({ of: { shown, set, fault } }: { of: Editing }) {
  return (
    <Card title="怎么办，一步一步" icon="cases">
      <Rows<TypedStep>
        unit="步"
        rows={shown.steps}
        nameOf={({ name }) => name}
        fresh={newStep}
        error={fault('steps')}
        onChange={(steps) => set({ steps })}
      >
        {(row, change) => (
          <>
            <Field
              label="这一步叫什么"
              max={limits.itemWord}
              value={row.name}
              onInput={(name) => change({ name })}
            />
            <Choice
              legend="谁来做"
              columns={3}
              options={actors}
              value={row.actor}
              onChange={(actor) => change({ actor })}
            />
            <Field
              label="几个工作日"
              hint="当天就写 0"
              kind="number"
              value={row.workingDays}
              onInput={(workingDays) => change({ workingDays })}
            />
            <Field
              label="做什么"
              kind="long"
              max={limits.itemText}
              value={row.detail}
              onInput={(detail) => change({ detail })}
            />
          </>
        )}
      </Rows>
    </Card>
  );
}

const urgencies = optionsOf({ no: '不是', urgent: '是，夜里也要有人接' });

export function Kinds({ of: { shown, set, fault } }: { of: Editing }) {
  return (
    <Card title="有几种情况" icon="all">
      <Rows<TypedKind>
        unit="种情况"
        rows={shown.subtypes}
        nameOf={({ name }) => name}
        fresh={newKind(shown.subtypes)}
        error={fault('subtypes')}
        onChange={(subtypes) => set({ subtypes })}
      >
        {(row, change) => (
          <>
            <Field
              label="叫什么"
              max={limits.itemWord}
              value={row.name}
              onInput={(name) => change({ name })}
            />
            <Field
              label="说明"
              kind="long"
              max={limits.itemText}
              value={row.note}
              onInput={(note) => change({ note })}
            />
            <Field
              label="居民会怎么说"
              hint="一行一个说法"
              kind="long"
              value={row.keywords.join('\n')}
              onInput={(text) => change({ keywords: text.split('\n') })}
            />
            <Field
              label="答应几个工作日"
              hint="和整项一样就空着"
              kind="number"
              value={row.promisedWorkingDays}
              onInput={(promisedWorkingDays) => change({ promisedWorkingDays })}
            />
            <Choice
              legend="是不是险情"
              options={urgencies}
              value={row.urgency === 'urgent' ? 'urgent' : 'no'}
              onChange={(value) => change({ urgency: value === 'urgent' ? 'urgent' : 'normal' })}
            />
            {row.urgency === 'urgent' && (
              <>
                <Field
                  label="几小时内有人接"
                  kind="number"
                  value={row.firstResponseHours}
                  onInput={(firstResponseHours) => change({ firstResponseHours })}
                />
                <Field
                  label="安全提示"
                  kind="long"
                  max={limits.itemText}
                  value={row.safetyTip ?? ''}
                  onInput={(safetyTip) => change({ safetyTip })}
                />
              </>
            )}
          </>
        )}
      </Rows>
    </Card>
  );
}

/** By which rules, where it is written, what differs, and what is near it. */
export function Grounds({ of, code }: { of: Editing; code: string }) {
  const { shown, set, fault } = of;
  return (
    <Card title="依据和来源" icon="scale">
      <Heading level={3}>依据</Heading>
      <Rows
        unit="条依据"
        rows={shown.legalBasis}
        nameOf={({ title }) => title}
        fresh={{ title: '', docNo: '' }}
        error={fault('legalBasis')}
        onChange={(legalBasis) => set({ legalBasis })}
      >
        {(row, change) => (
          <>
            <Field
              label="文件名称"
              kind="long"
              max={limits.itemText}
              value={row.title}
              onInput={(title) => change({ title })}
            />
            <Field
              label="文号"
              max={limits.itemText}
              value={row.docNo}
              onInput={(docNo) => change({ docNo })}
            />
          </>
        )}
      </Rows>
      <Heading level={3}>来源</Heading>
      <Rows
        unit="条来源"
        rows={shown.sources}
        nameOf={({ title }) => title}
        fresh={{ title: '', publisher: '' }}
        error={fault('sources')}
        onChange={(sources) => set({ sources })}
      >
        {(row, change) => (
          <>
            <Field
              label="来源名称"
              kind="long"
              max={limits.itemText}
              value={row.title}
              onInput={(title) => change({ title })}
            />
            <Field
              label="谁发布的"
              max={limits.itemWord}
              value={row.publisher}
              onInput={(publisher) => change({ publisher })}
            />
          </>
        )}
      </Rows>
      <Field label="各地不一样的地方" {...textField(of, 'localVariation')} />
      <Fold
        title={`相关的事项，${shown.relatedCodes.length}个`}
        open={fault('relatedCodes') ? true : undefined}
      >
        {() => <Related of={of} code={code} />}
      </Fold>
    </Card>
  );
}

function Related({ of: { shown, set, fault }, code }: { of: Editing; code: string }) {
  const asked = useCall('catalog.list', {});
  return (
    <Faces of={asked}>
      {({ items }) => {
        const gone = shown.relatedCodes.filter((one) => !items.some((item) => item.code === one));
        return (
          <Ticks
            legend="相关的事项"
            hideLegend
            error={fault('relatedCodes')}
            options={[
              ...gone.map((value) => ({ value, label: `${value}，目录里没有` })),
              ...items
                .filter((item) => item.code !== code)
                .map((item) => ({ value: item.code, label: item.name })),
            ]}
            values={shown.relatedCodes}
            onChange={(relatedCodes) => set({ relatedCodes })}
          />
        );
      }}
    </Faces>
  );
}
