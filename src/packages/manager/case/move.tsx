import { limits } from 'contract/limits';
import { can } from 'contract/deeds';
import { moveReasons } from 'contract/words';
import { CaseForm } from '@/components/case-form';
import { Choice } from '@/components/choice';
import { Faces } from '@/components/faces';
import { Reason, noReason } from '@/components/reason';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { useSession } from '@/hooks/use-session';
import { back } from '@/routes';
import type { FormProps } from './forms';

/** 全区通办: to another community of the district. The manager who hands it over may not oversee it any more: back to the board. */
export function Move({ id, onDone }: FormProps) {
  const kase = useCall('cases.detail', { caseId: id });
  const asked = useCall('admin.units', {});
  const posts = useSession().data?.person.posts.filter((post) => post.role === 'manager') ?? [];
  // For a manager of a single community, that is where the case is.
  const own = posts.length === 1 ? posts[0]?.orgId : undefined;
  const form = useForm('cases.move', {
    key: `move.${id}`,
    begin: (kept: { orgId?: string; reason?: string }) => ({ orgId: kept.orgId, reason: kept.reason ?? '' }),
    check: ({ orgId, reason }) => ({
      orgId: orgId ? undefined : '请选一个社区。',
      reason: reason.trim() ? undefined : noReason,
    }),
    inputOf: ({ orgId = '', reason }) => ({ caseId: id, orgId, reason }),
    beside: ['orgId', 'reason'],
    onRefused: kase.reload,
  });
  return (
    <CaseForm
      title="转到别的社区"
      hint="那边的代办员接着办，经过和期限都带过去，居民会收到通知。"
      submit="转过去"
      kase={kase}
      may={(one) => can(one, 'move')}
      form={form}
      onDone={back.managerBoard}
      onPast={onDone}
    >
      {() => (
        <>
          <Faces of={asked}>
            {({ units }) => (
              <Choice
                legend="转到哪个社区？"
                options={units
                  .filter((unit) => unit.tier === 'community' && unit.id !== own)
                  .map((unit) => ({ value: unit.id, label: unit.name }))}
                value={form.draft.orgId}
                onChange={(orgId) => form.write({ orgId })}
                error={form.wrong('orgId')}
              />
            )}
          </Faces>
          <Reason
            legend="为什么转？"
            reasons={moveReasons}
            value={form.draft.reason}
            onChange={(reason) => form.write({ reason })}
            error={form.wrong('reason')}
            max={limits.reason}
          />
        </>
      )}
    </CaseForm>
  );
}
