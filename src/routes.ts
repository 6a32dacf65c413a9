import Taro from '@tarojs/taro';

/** Every way from page to page. Paths and their parameters stand here alone. */

const open = (path: string, query: Record<string, string | undefined> = {}) => {
  const words = Object.entries(query).flatMap(([key, value]) =>
    value ? [`${key}=${encodeURIComponent(value)}`] : [],
  );
  void Taro.navigateTo({ url: words.length > 0 ? `${path}?${words.join('&')}` : path });
};

/** What somebody was looking for, carried along so that nothing is asked twice. */
export interface Wish {
  subtype?: string;
  text?: string;
}

export const go = {
  home: () => void Taro.switchTab({ url: '/pages/home/index' }),
  myCases: () => void Taro.switchTab({ url: '/pages/my-cases/index' }),
  service: (code: string, wish: Wish = {}) => open('/packages/resident/service/index', { code, ...wish }),
  request: (code: string, wish: Wish = {}) => open('/packages/resident/request/index', { code, ...wish }),
  /** a resident's own case */
  case: (id: string) => open('/packages/resident/case/index', { id }),
  review: (id: string) => open('/packages/resident/review/index', { id }),
  agentQueue: () => open('/packages/agent/queue/index'),
  agentCase: (id: string) => open('/packages/agent/case/index', { id }),
  managerBoard: () => open('/packages/manager/board/index'),
  managerScores: () => open('/packages/manager/scores/index'),
  managerCase: (id: string) => open('/packages/manager/case/index', { id }),
};
