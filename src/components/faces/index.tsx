import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { pageErrors } from 'contract/page-errors';
import type { CallErrorCode } from '@/cloud/call-error';
import type { Asked } from '@/hooks/use-call';
import { useHelp } from '@/hooks/use-help';
import { Button, CallButton } from '../button';
import { Icon } from '../icon';
import type { IconName } from '../icon/icons';
import './faces.scss';

interface Props<T> {
  /** from `useCall` or `useAsync` */
  of: Asked<T>;
  /** whether the data are none at all, and what to say then */
  isEmpty?(data: T): boolean;
  empty?: ReactNode;
  children(data: T): ReactNode;
}

/** The four faces of anything asked for: coming, failed (with the way on), none, and there. Old data stay while it asks again. */
export function Faces<T>({ of, isEmpty, empty, children }: Props<T>) {
  const { data, error, loading, reload } = of;
  if (data !== undefined) {
    return (
      <>
        {error && <Note icon="offline" text={error.message} onRetry={reload} busy={loading} />}
        {isEmpty?.(data) ? empty : children(data)}
      </>
    );
  }
  if (error && isGone(error.code))
    return (
      <Note icon="problem" text={error.message}>
        <ToHome />
      </Note>
    );
  if (error?.code === 'FORBIDDEN') return <NotYours />;
  if (error?.code === 'UNKNOWN_PERSON')
    return (
      <Stranger>
        <ToHome />
      </Stranger>
    );
  if (error)
    return (
      <Note
        icon={error.code === 'OFFLINE' ? 'offline' : 'problem'}
        text={error.message}
        onRetry={reload}
        busy={loading}
      />
    );
  return <Skeleton />;
}

/** For a person in no register yet: asking again cannot help, joining and a call can; what there is to read is open to all. */
export function Stranger({ children }: { children?: ReactNode }) {
  return (
    <Note icon="info" text={pageErrors.UNKNOWN_PERSON}>
      <Button
        icon="person"
        inline
        onPress={() => void Taro.navigateTo({ url: '/packages/resident/join/index' })}
      >
        登记
      </Button>
      <Call />
      {children}
    </Note>
  );
}

/** Of others' work: asking again cannot help. */
export function NotYours() {
  return (
    <Note icon="info" text={pageErrors.FORBIDDEN}>
      <Call />
      <ToHome />
    </Note>
  );
}

function Call() {
  const help = useHelp();
  if (!help) return null;
  return (
    <CallButton inline number={help.number} whom={help.whom}>
      {help.words}
    </CallButton>
  );
}

function ToHome() {
  return (
    <Button icon="home" inline onPress={() => void Taro.switchTab({ url: '/pages/home/index' })}>
      回首页，看看能办什么
    </Button>
  );
}

/** Asking again cannot bring it. */
const isGone = (code: CallErrorCode) =>
  /_NOT_FOUND$|^NOT_YOUR_CASE$|^UNIT_NOT_YOURS$|^NOT_TOLD$|^SHARE_OVER$|^UNAUTHENTICATED$/.test(code);

interface NoteProps {
  icon: IconName;
  text: string;
  onRetry?(): void;
  busy?: boolean;
  children?: ReactNode;
}

/** A quiet page's own words: nothing here, or what went wrong and what to do. */
export function Note({ icon, text, onRetry, busy, children }: NoteProps) {
  return (
    <View className="note" role="status">
      <Icon name={icon} large />
      <View>{text}</View>
      {onRetry && (
        <Button icon="reload" inline busy={busy} onPress={onRetry}>
          再试一次
        </Button>
      )}
      {children}
    </View>
  );
}

/** The shape of what is coming: bars for the eye, words for the ear. */
export function Skeleton() {
  return (
    <View className="skeleton" role="status" aria-busy>
      <View className="unseen">正在打开，请稍等</View>
      <View className="skeleton-bar" />
      <View className="skeleton-bar" />
      <View className="skeleton-bar" />
    </View>
  );
}
