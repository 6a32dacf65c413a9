/** WeChat asks for this component where the bar is not its own. The bar itself belongs to the page (components/page). */
export default function NoTabBar() {
  return null;
}
