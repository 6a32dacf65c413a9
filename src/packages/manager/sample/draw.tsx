import { currentTime } from '@/cloud/clock';
import { Choice } from '@/components/choice';
import { DraftFound } from '@/components/draft-found';
import { Field } from '@/components/field';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { limits } from 'contract/limits';
import { go } from '@/routes';
import { SendBar } from '@/components/send-bar';
import { useForm } from '@/hooks/use-form';
import { periodsBefore, sayPeriod } from 'contract/period';

interface Draft {
  period?: string;
  /** as it is typed */
  size: string;
}

/** 抽一次样: of which month or quarter, and how many. */
export function Draw({ orgId }: { orgId: string }) {
  const form = useForm('reviews.draw', {
    key: `draw.${orgId}`,
    begin: (kept: Partial<Draft>): Draft => ({ size: '30', ...kept }),
    check: ({ period, size }) => ({
      period: period ? undefined : '请选一段时间。',
      size: /^\d{1,4}$/.test(size.trim()) ? undefined : '件数要写成整数，比如 30。',
    }),
    inputOf: ({ period = '', size }) => ({ orgId, period, size: Number(size) }),
    beside: ['period', 'size'],
  });
  const { draft, write, wrong } = form;
  const now = currentTime();
  const periods = [...periodsBefore(now, 'quarter', 2), ...periodsBefore(now, 'month', 3)];
  return (
    <Page
      title="抽一次样"
      bar={<SendBar of={form} words="开始抽" onDone={({ sample }) => go.managerSampleInstead(sample.id)} />}
    >
      <DraftFound of={form} />
      <Words>
        从这段时间办结的件里抽，评过的、没评的都抽。按代办员、事项、渠道分开，各抽一份。一段时间只抽一次，谁也挑不了。
      </Words>
      <Choice
        legend="抽哪段时间的？"
        options={periods.map((value) => ({ value, label: sayPeriod(value) }))}
        value={draft.period}
        onChange={(period) => write({ period })}
        error={wrong('period')}
      />
      <Field
        label={`抽几件？最多${limits.sample}件`}
        hint="不够这么多，就全抽上。"
        kind="number"
        required
        value={draft.size}
        onInput={(size) => write({ size })}
        error={wrong('size')}
      />
    </Page>
  );
}
