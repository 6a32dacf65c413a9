import { Button } from '@tarojs/components';

/** The card is the page's own (`useShareAppMessage`). */
export function Send() {
  return (
    <Button className="press button button-main" hoverClass="press-held" openType="share">
      发给微信里的家人
    </Button>
  );
}
