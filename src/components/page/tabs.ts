import type { Role } from 'contract/models';

/** The three pages of the tab bar. Where the words are very large, 我的办件 takes two lines of two. */
export const tabs = [
  { tab: 'home', label: '首页', lines: ['首页'], icon: 'home', url: '/pages/home/index' },
  { tab: 'cases', label: '我的办件', lines: ['我的', '办件'], icon: 'cases', url: '/pages/my-cases/index' },
  { tab: 'me', label: '我的', lines: ['我的'], icon: 'person', url: '/pages/me/index' },
] as const;

type Tab = (typeof tabs)[number];

/** Their tabs: 我的办件 is a resident's. Until it is known who is here all are there, and none goes from under a thumb. */
export const tabsOf = (roles?: readonly Role[]): Tab[] =>
  tabs.filter(({ tab }) => tab !== 'cases' || !roles || roles.includes('resident'));
