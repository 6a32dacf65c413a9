import { useState } from 'react';
import { limits } from 'contract/limits';
import { Button } from '../button';
import { Card } from '../card';
import { Field } from '../field';
import { AddressField } from '../field/address';
import { WechatPhone } from '../wechat-phone';
import { Words } from '../words';
import { PrivacyNotice } from './notice';
import { Place } from './place';
import type { Join } from './use-join';

export { type Join, useJoin } from './use-join';

interface Props {
  of: Join;
  /** an agent comes to the door; it can be left out otherwise */
  atDoor?: boolean;
  wrongDoor?: string;
}

/** What is asked of a resident who is in no register yet. */
export function JoinFields({ of: { draft, write, wrong }, atDoor, wrongDoor }: Props) {
  const { code, orgId, orgName, name, phone, phoneCode, address, consent } = draft;
  return (
    <>
      <PrivacyNotice
        agreed={consent}
        error={wrong('consent')}
        onAgree={(agreed) => write({ consent: agreed })}
      />
      <Place
        chosen={{ code, orgId, orgName }}
        error={wrong('code', 'orgId')}
        onChoose={(chosen) =>
          write({ code: chosen.code, orgId: chosen.orgId, orgName: chosen.orgName }, ['code', 'orgId'])
        }
      />
      <Field
        label="您的姓名"
        required
        max={limits.name}
        value={name}
        error={wrong('name')}
        onInput={(value) => write({ name: value })}
      />
      <PhoneOf
        phone={phone}
        phoneCode={phoneCode}
        error={wrong('phone', 'phoneCode')}
        onChange={(part) => write(part, ['phone', 'phoneCode'])}
      />
      <AddressField
        label={atDoor ? undefined : '住址，可以以后再填'}
        required={atDoor ?? false}
        value={address}
        error={(address ? undefined : wrongDoor) ?? wrong('address')}
        onInput={(value) => write({ address: value })}
      />
    </>
  );
}

/** A number that was typed: what makes it known. */
export function Unverified() {
  return <Words look="muted">电话未核实：社区和您说上话，就给您核实。</Words>;
}

/** The number: WeChat's own, or typed. */
export function PhoneOf({
  phone,
  phoneCode,
  error,
  hint = '代办员先打这个电话找您',
  onChange,
}: {
  phone: string;
  phoneCode?: string;
  error?: string;
  hint?: string;
  onChange(part: { phone?: string; phoneCode?: string }): void;
}) {
  const [fault, setFault] = useState<string>();
  if (phoneCode && !error)
    return (
      <Card title="用您微信的手机号" icon="phone" tone="ok">
        <Button onPress={() => onChange({ phoneCode: undefined })}>换成自己填</Button>
      </Card>
    );
  return (
    <>
      <WechatPhone onCode={(code) => onChange({ phoneCode: code })} onFault={setFault} />
      {fault && <Words>{fault}</Words>}
      <Field
        label="或者自己填电话"
        hint={hint}
        kind="phone"
        value={phone}
        error={error}
        onInput={(typed) => onChange({ phone: typed, phoneCode: undefined })}
      />
    </>
  );
}
