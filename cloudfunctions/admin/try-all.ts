import templates from '../../config/templates.json';
import type { Tried } from '../../contract/models';
import { type WechatCall, silent, triedCall } from '../domain/check/calls';
import { triedTemplates } from '../domain/check/templates';
import { triedClock, triedZone } from '../domain/check/time';
import { probeOf, probed } from '../kit/probe';

/** Who asks: their clock, whose that is called, and, of a person, their identity. */
interface Asker {
  at: number;
  whose: string;
  openid?: string;
}

/** What only a function in the cloud can try: each call of WeChat, the templates, the clock and the zone. Of no person. */
export async function tryAll({ at, whose, openid = '' }: Asker, now: number): Promise<Tried[]> {
  const probes = await Promise.all(
    probed.map(async (name) => ({ name, probe: await probeOf(name, openid) })),
  );
  const calls = probes.flatMap(({ name, probe }) =>
    probe
      ? (Object.entries(probe.codes) as [WechatCall, number | null][]).map(([api, code]) =>
          triedCall(name, api, code),
        )
      : [silent(name)],
  );
  const own = probes.flatMap(({ probe }) => probe?.templates ?? []);
  const isKnown = probes.some(({ probe }) => probe?.templates !== undefined);
  return [
    ...calls,
    ...(isKnown ? triedTemplates(templates, own) : []),
    triedClock(now, at, whose),
    triedZone(new Date().getTimezoneOffset()),
  ];
}
