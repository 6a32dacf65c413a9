import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { spokenNo } from 'contract/case-no';
import { type CaseView, saySource } from 'contract/models';
import { isOpen } from 'contract/states';
import { whenWords } from '@/format/when';
import { ofBundle } from '../bundle-card';
import { Card } from '../card';
import { Heading } from '../heading';
import { DueTag, StateTag, Tag } from '../tag';
import { Words } from '../words';
import './case-head.scss';

interface Props {
  kase: CaseView;
  now: number;
  /** what is more pressing than what it waits for or what came of it */
  children?: ReactNode;
}

/**
 * What a case is, where it stands, how long it has and what comes next, for those who work on it; in cards of their own,
 * what it waits for and what came of it.
 */
export function CaseHead({ kase, now, children }: Props) {
  return (
    <>
      <Card>
        <View className="case-head">
          <Heading lead>{kase.serviceName}</Heading>
          <View className="case-head-tags">
            <StateTag state={kase.state} kind={kase.kind} />
            <DueTag kase={kase} now={now} />
            {kase.provisional && <Tag>期限暂定</Tag>}
          </View>
          {isOpen(kase.state) && <Words look="strong">{kase.next}</Words>}
          <Words look="muted">
            {[`编号 ${spokenNo(kase.no)}`, ofBundle(kase), kase.about].filter(Boolean).join(' · ')}
          </Words>
        </View>
      </Card>
      {children}
      {kase.state === 'awaiting_resident' && kase.ask && (
        <Card tone="warning" title="等居民补的" icon="paper">
          <Words>{kase.ask}</Words>
          {kase.pausedAt !== undefined && (
            <Words look="muted">从{whenWords(kase.pausedAt, now)}起，时限暂停。</Words>
          )}
        </Card>
      )}
      {isOpen(kase.state) && kase.reopenedAt !== undefined && (
        <Card tone="warning" title="居民说还没办成" icon="undo">
          <Words>{[...kase.events].reverse().find(({ do: deed }) => deed === 'reopen')?.text}</Words>
          <Words look="muted">{whenWords(kase.reopenedAt, now)}说的，原来的时限接着算。</Words>
        </Card>
      )}
      {isOpen(kase.state) && kase.question?.askedOn && (
        <Card tone="warning" title="居民接着问" icon="talk">
          <Words>{kase.question.askedOn}</Words>
        </Card>
      )}
      {kase.result && !isOpen(kase.state) && (
        <Card tone="ok" title={kase.kind === 'errand' ? '办理结果' : '答复'} icon="done">
          <Words>{kase.result}</Words>
          {kase.question?.source && <Words look="muted">{saySource(kase.question.source)}</Words>}
          {kase.question?.helped && <Words>居民说有帮助。</Words>}
        </Card>
      )}
    </>
  );
}
