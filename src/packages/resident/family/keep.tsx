import type { FamilyRow } from 'contract/models';
import { limits } from 'contract/limits';
import { relationNames } from 'contract/words';
import { Choice } from '@/components/choice';
import { DraftFound } from '@/components/draft-found';
import { Field } from '@/components/field';
import { AddressField } from '@/components/field/address';
import { Place } from '@/components/join/place';
import { useForm } from '@/hooks/use-form';
import { useSession } from '@/hooks/use-session';
import { Told, toldFault } from './told';

type Kinship = FamilyRow['relation'];
const { neighbour: _, ...kinships } = relationNames;
const options = Object.entries(kinships).map(([value, label]) => ({ value: value as Kinship, label }));

interface Draft {
  relation?: Kinship;
  name: string;
  phone: string;
  address: string;
  orgId?: string;
  orgName?: string;
  told: boolean;
}

/** 记一位家人, or what was kept of one. Most live where the caller lives: that community stands there to begin with. */
export function useKeep(row?: FamilyRow) {
  const { data } = useSession();
  const home = data?.community;
  return useForm('account.setFamily', {
    key: row ? `family.${row.id}` : 'family',
    begin: (kept: Partial<Draft>): Draft => ({
      relation: row?.relation,
      name: row?.name ?? '',
      phone: row?.phone ?? '',
      address: row?.address ?? '',
      orgId: row?.orgId ?? home?.id,
      orgName: row?.orgName ?? home?.name,
      told: false,
      ...kept,
    }),
    check: ({ relation, name, orgId, told }) => ({
      relation: relation ? undefined : '请选他是您的什么人。',
      name: name.trim() ? undefined : '请填写姓名。',
      orgId: orgId ? undefined : '请选他住的社区。',
      asked: told ? undefined : toldFault,
    }),
    inputOf: ({ relation = 'relative', name, phone, address, orgId }) => ({
      ...(row ? { familyId: row.id } : {}),
      relation,
      name,
      ...(phone.trim() ? { phone } : {}),
      ...(address.trim() ? { address } : {}),
      orgId,
      asked: true as const,
    }),
    beside: ['relation', 'name', 'phone', 'address', 'orgId', 'asked'],
  });
}

/** Who, what they are to the caller, where they live, and how they are reached. */
export function KeepFields({ of: form }: { of: ReturnType<typeof useKeep> }) {
  const { draft, write, wrong } = form;
  return (
    <>
      <DraftFound of={form} />
      <Choice
        legend="他是您的什么人？"
        columns={2}
        options={options}
        value={draft.relation}
        error={wrong('relation')}
        onChange={(relation) => write({ relation })}
      />
      <Field
        label="他的姓名"
        required
        max={limits.name}
        value={draft.name}
        error={wrong('name')}
        onInput={(name) => write({ name })}
      />
      <Field
        label="他的电话，没有可以不填"
        hint="不填就打您的电话"
        kind="phone"
        value={draft.phone}
        error={wrong('phone')}
        onInput={(phone) => write({ phone })}
      />
      <Place
        label="他住哪个小区、哪个社区？"
        chosen={draft}
        error={wrong('orgId')}
        onChoose={({ orgId, orgName }) => write({ orgId, orgName })}
      />
      <AddressField
        label="他的住址，可以以后再填"
        required={false}
        value={draft.address}
        error={wrong('address')}
        onInput={(address) => write({ address })}
      />
      <Told told={draft.told} error={wrong('asked')} onTell={(told) => write({ told }, ['asked'])} />
    </>
  );
}
