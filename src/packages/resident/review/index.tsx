import { pageErrors } from 'contract/page-errors';
import { can } from 'contract/deeds';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { Addition } from './addition';
import { Form } from './form';
import { Sent } from './sent';
import { ToCase } from './to-case';

/** 评一评 `?id=`: the form, once; then what becomes of it. With `&do=add` the one later addition. */
export default function Review() {
  const { id = '', do: deed } = useQuery();
  const asked = useCall('cases.detail', { caseId: id });
  const [sent, setSent] = useState<Output<'reviews.submit'>>();
  const kase = asked.data?.case;
  const review = kase?.review;

  if (sent) return <Sent sent={sent} />;
  if (kase && review && deed === 'add' && !review.addition) return <Addition kase={kase} />;
  if (kase && review)
    return <Sent sent={{ ...review, caseId: id, rectification: kase.rectification }} isPast />;
  if (kase && can(kase, 'review')) return <Form kase={kase} onSent={setSent} />;
  return (
    <Page title="评一评" isOfAgent bar={kase && <ToCase id={id} />}>
      <Faces of={asked}>{() => <Note icon="info" text={pageErrors.NOT_FINISHED} />}</Faces>
    </Page>
  );
}
