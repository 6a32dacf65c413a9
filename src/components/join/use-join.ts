import { useForm } from '@/hooks/use-form';
import { forgetScannedCode, scannedCode } from '@/hooks/use-place';
import { useSession } from '@/hooks/use-session';

/** Who joins, as far as it is written down. */
export interface JoinDraft {
  /** the code that was scanned, or the community that was chosen from the list */
  code?: string;
  orgId?: string;
  orgName?: string;
  name: string;
  phone: string;
  /** WeChat's own word for the number, in place of a typed one */
  phoneCode?: string;
  address: string;
  consent: boolean;
}

/** 登记: a resident enters the register of their community, once, when it is needed. */
export function useJoin() {
  const { reload } = useSession();
  const form = useForm('account.join', {
    key: 'join',
    // A code of WeChat's is good for five minutes: it is not kept.
    begin: ({ phoneCode: _, ...kept }: Partial<JoinDraft>): JoinDraft => ({
      name: '',
      phone: '',
      address: '',
      consent: false,
      ...kept,
      code: scannedCode() ?? kept.code,
    }),
    check: ({ code, orgId, name, phone, phoneCode, consent }) => ({
      consent: consent ? undefined : '请先看过，再点一下同意。不同意也可以看内容、打电话。',
      orgId: code || orgId ? undefined : '请选您住的社区。',
      name: name.trim() ? undefined : '请填写姓名。',
      phone: phone.trim() || phoneCode ? undefined : '请留一个能打通的电话，或用微信的手机号。',
    }),
    inputOf: ({ code, orgId, name, phone, phoneCode, address }) => ({
      ...(code ? { code } : { orgId }),
      name,
      ...(phoneCode ? { phoneCode } : { phone }),
      ...(address.trim() ? { address } : {}),
      consent: true as const,
    }),
    beside: ['consent', 'code', 'orgId', 'name', 'phone', 'phoneCode', 'address'],
  });

  async function send() {
    const joined = await form.send();
    if (joined) {
      forgetScannedCode();
      reload();
    }
    return joined;
  }
  return { ...form, send };
}

export type Join = ReturnType<typeof useJoin>;
