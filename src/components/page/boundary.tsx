import { Component, type PropsWithChildren } from 'react';
import { pageErrors } from 'contract/page-errors';
import { rethrown } from '@/cloud/call-error';
import { Note } from '../faces';

/** A bug in one page's drawing stays in that page, and says what to do. */
export class Boundary extends Component<PropsWithChildren, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(failure: unknown) {
    rethrown(failure);
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Note icon="problem" text={pageErrors.INTERNAL} onRetry={() => this.setState({ broken: false })} />
    );
  }
}
