import { limits } from 'contract/limits';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { useForm } from '@/hooks/use-form';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';

interface Draft {
  code: string;
  name: string;
  phone: string;
  district: string;
}

/** 第一次启用: the code that the server printed makes its holder the first admin of the district. */
export default function Begin() {
  const session = useSession();
  const form = useForm('account.begin', {
    key: 'begin',
    begin: (kept: Partial<Draft>): Draft => ({ code: '', name: '', phone: '', district: '', ...kept }),
    check: ({ code, name, phone, district }) => ({
      code: code.trim() ? undefined : '请照着服务器屏幕上的启用码填。',
      district: district.trim() ? undefined : '请填写区的名字，例如“铁锋区”。',
      name: name.trim() ? undefined : '请填写姓名。',
      phone: phone.trim() ? undefined : '请留一个能打通的电话。',
    }),
    inputOf: (draft) => draft,
    beside: ['code', 'district', 'name', 'phone'],
  });
  const { draft, write, wrong } = form;
  const field = (name: keyof Draft) => ({
    required: true,
    value: draft[name],
    error: wrong(name),
    onInput: (value: string) => write({ [name]: value }),
  });
  return (
    <Page
      title="第一次启用"
      bar={
        <SendBar
          of={form}
          words="启用"
          onDone={() => {
            session.reload();
            go.managerSetup();
          }}
        />
      }
    >
      <Card title="给区里第一位管理员" icon="work">
        <Words>刚装好的系统，屏幕上会给一个启用码，30分钟内用一次。填对了，您就是区里的管理员。</Words>
      </Card>
      <Field label="启用码" hint="12位字母和数字，不分大小写" {...field('code')} />
      <Field label="区的名字" hint="例如：铁锋区" max={20} {...field('district')} />
      <Field label="您的姓名" max={limits.name} {...field('name')} />
      <Field label="您的电话" kind="phone" {...field('phone')} />
    </Page>
  );
}
