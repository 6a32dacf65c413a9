import { useState } from 'react';
import { limits } from 'contract/limits';
import type { MapPoint } from 'contract/models';
import { type CallError, asCallError } from '@/cloud/call-error';
import { canScan, choosePlace, hasMap, scanSheet } from '@/cloud/place';
import { Button } from '@/components/button';
import { Field, FieldError } from '@/components/field';
import { Place } from '@/components/join/place';

/** Where a report is, as far as it is known. */
export interface Spot {
  /** the code of the sheet on the spot, or what was found by name */
  code?: string;
  orgId?: string;
  orgName?: string;
  landmark: string;
  point?: MapPoint;
}

interface Props {
  spot: Spot;
  wrongPlace?: string;
  wrongLandmark?: string;
  onChange(spot: Partial<Spot>, fields: string[]): void;
}

const place = ['code', 'orgId', 'place.code', 'place.orgId'];
const landmark = ['landmark', 'place.landmark'];

/** Which grid or community, and there the landmark. The map is one way more, where WeChat allows it: nothing waits for it. */
export function WhereFields({ spot, wrongPlace, wrongLandmark, onChange }: Props) {
  const [error, setError] = useState<CallError>();
  const attempt = (work: () => Promise<void>) => {
    setError(undefined);
    work().catch((failure: unknown) => setError(asCallError(failure)));
  };
  const onMap = async () => {
    const chosen = await choosePlace();
    if (!chosen) return;
    const { latitude, longitude, name, address } = chosen;
    const words = [...(name || address)].slice(0, limits.address).join('');
    const full = [...address].slice(0, limits.mapAddress).join('');
    const point = { latitude, longitude, ...(full && { address: full }) };
    onChange({ point, landmark: words }, landmark);
  };
  const byCode = async () => {
    const code = await scanSheet();
    if (code) onChange({ code, orgId: undefined, orgName: undefined }, place);
  };
  return (
    <>
      <Place
        label="在哪个小区、哪条路？"
        again="换一个地方"
        chosen={spot}
        error={wrongPlace}
        onChoose={({ code, orgId, orgName, inGrid }) =>
          onChange(
            { code, orgId: inGrid?.id ?? orgId, orgName: [orgName, inGrid?.name].filter(Boolean).join('，') },
            place,
          )
        }
      />
      <FieldError id="place-error">{error?.message}</FieldError>
      {canScan && !spot.code && (
        <Button icon="camera" onPress={() => attempt(byCode)}>
          扫现场的码牌
        </Button>
      )}
      {hasMap && (
        <Button icon="place" onPress={() => attempt(onMap)}>
          在地图上选
        </Button>
      )}
      <Field
        label="具体在哪儿"
        hint="楼号、路口、旁边的店。邻居也看得到，别写人名"
        required
        max={limits.address}
        value={spot.landmark}
        error={wrongLandmark}
        onInput={(words) => onChange({ landmark: words }, landmark)}
      />
    </>
  );
}

/** What stands for the community or the grid. */
export const placeOf = ({ code, orgId }: Spot) => (code ? { code } : { orgId });
